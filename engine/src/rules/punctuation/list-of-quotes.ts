import { Question } from '../../document/gathering.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const PATTERN = /[”》]、(?=[“《])/g
const PLACES = new Question(({ canonical }) => (/[”》]、[“《]/.test(canonical) ? matchesOf(PATTERN, canonical) : undefined))

/** Between quoted items or titles set side by side no 顿号 is needed (since 2012). */
export default defineRule<'document', 'comma'>({
  id: 'punctuation/list-of-quotes',
  scope: 'document',
  severity: 'hint',
  source: 'GB/T 15834',
  summary: '并列的引号、书名号之间用了顿号',
  summaryEn: '“、” between quoted items set side by side',
  rationale:
    'GB/T 15834—2011第4.5.3.5条：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。若有其他成分插在并列的引号之间，宜用顿号。全文合起来报一条。',
  messages: {
    comma: {
      what: '并列的引号或书名号之间通常不用顿号，全文共{count}处，这是第一处。',
      advice: '可一次全部删去。',
      en: 'No “、” is needed between quoted items: {count} places, of which this is the first.',
    },
  },
  examples: [
    {
      title: '引号之间的顿号',
      text: '2024年工作总结\n\n评选“三好学生”⟦、⟧“优秀干部”共120人，印发《章程》、《细则》。',
      reports: ['comma'],
      message: '并列的引号或书名号之间通常不用顿号，全文共2处，这是第一处。',
      fixed: '2024年工作总结\n\n评选“三好学生”“优秀干部”共120人，印发《章程》《细则》。',
    },
    { title: '中间有其他成分', text: '2024年工作总结\n\n开展“阅读”活动、“书法”比赛，印发《章程》（试行）、《细则》。', reports: [] },
  ],
  reads: () => [PLACES.reading],
  *check(document, { say }) {
    const edits = []
    for (const { at, answer } of document.ask(PLACES)) {
      for (const { index } of answer) edits.push({ ...document.toDocument(at, { start: index + 1, end: index + 2 }), newText: '' })
    }
    const first = edits[0]
    if (first === undefined) return
    yield {
      range: { start: first.start, end: first.end },
      messageId: 'comma',
      args: { count: edits.length },
      fixes: [{ title: say(`全部删去（${edits.length}处）`, `Delete all ${edits.length}`), safety: 'safe', edits }],
    }
  },
})
