import { readScrambling, scrambledWordsOf } from '../../document/scrambling.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'swapped' | 'single' | 'suspect'

/**
 * So many different words swapped, each in a context that its right word alone fits, leave no doubt about any of them: no
 * writer errs so, and to mend them by hand is what nobody has the patience for. With fewer each is looked at.
 */
const CERTAIN_KINDS = 5

/** Words swapped by a text scrambler (发展→开展, 基础→根底, 服务→效劳): document sites do it to look original. */
export default defineRule<'document', MessageId>({
  id: 'residue/scrambled-word',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '被洗稿软件换错的词',
  summaryEn: 'Words swapped by a text scrambler',
  rationale:
    '资料站用软件成批替换同义词来“洗稿”：发展换成开展，基础换成根底，服务换成效劳，若干换成假设干，安全换成平安。换过的文稿处处读不通。词换得有规律：文中查实的不同错词越多，其余可疑的词越可信，查实五种以上的，上下文确定的词可以一起改回；只有一处时，也可能是写作者自己的用词，只作提示。',
  messages: {
    swapped: {
      what: '“{wrong}”应为“{right}”，像是软件替换同义词留下的错。',
      advice: '改为“{right}”。',
      en: '“{wrong}” should be “{right}”: a scrambler seems to have swapped it.',
    },
    single: { what: '“{wrong}”疑为“{right}”之误。', advice: '核对原意；若是误写，改为“{right}”。', en: '“{wrong}” may stand for “{right}”.', severity: 'info' },
    suspect: {
      what: '“{wrong}”可能原为“{right}”：全文已有{kinds}种词被替换。',
      advice: '对照原稿核对。',
      en: '“{wrong}” may have been “{right}”: {kinds} other words were swapped.',
      severity: 'info',
    },
  },
  examples: [
    {
      title: '换过多种词的文稿',
      text: '2024年工作总结\n\n推进学前教育优先⟦开展⟧，夯实⟦根底⟧设施，⟦催促⟧学校落实整改，充分发挥⟦广阔⟧教师作用，提升保障⟦效劳⟧质量。',
      reports: ['swapped', 'swapped', 'swapped', 'swapped', 'swapped'],
      message: '“开展”应为“发展”，像是软件替换同义词留下的错。',
      fixAll: true,
      fixed: '2024年工作总结\n\n推进学前教育优先发展，夯实基础设施，督促学校落实整改，充分发挥广大教师作用，提升保障服务质量。',
    },
    {
      title: '换过的词不多，逐处核对',
      text: '2024年工作总结\n\n推进学前教育优先⟦开展⟧，夯实⟦根底⟧设施，提升保障⟦效劳⟧质量。',
      reports: ['swapped', 'swapped', 'swapped'],
      fixAll: true,
      fixed: '2024年工作总结\n\n推进学前教育优先开展，夯实根底设施，提升保障效劳质量。',
    },
    {
      title: '什么地方都错的词',
      text: '2024年工作总结\n\n印发⟦假设干⟧意见，解决⟦大局部⟧学校的困难。',
      reports: ['swapped', 'swapped'],
      fixAll: true,
      fixed: '2024年工作总结\n\n印发若干意见，解决大部分学校的困难。',
    },
    { title: '只有一处', text: '2024年工作总结\n\n⟦稳固⟧拓展脱贫攻坚成果。', reports: ['single'] },
    {
      title: '确认洗过的文稿里可疑的词',
      text: '2024年工作总结\n\n提升保障⟦效劳⟧质量，夯实⟦根底⟧设施，充分发挥⟦广阔⟧党员作用，进一步落实⟦平安⟧责任。',
      reports: ['swapped', 'swapped', 'swapped', 'suspect'],
    },
    {
      title: '用得对的同形词',
      text: '2024年工作总结\n\n落实立德树人根本任务，扎实开展安全教育活动，建设平安校园，群众反响热烈；坚决维护稳定，标准化建设成效明显；教育局部署整改，必须要抓好落实；服务大局部署工作；该品种改良效果好，领导对成绩给予充分肯定；创新教学方法，各项目的责任书全部签订。',
      reports: [],
    },
  ],
  reads: () => [(block) => (scrambledWordsOf(block).length === 0 ? '' : block.text)],
  *check(document, { say }) {
    const { words, kinds } = readScrambling(document)
    for (const { at, word } of words) {
      const { tier, right } = word.pair
      const wrong = at.block.text.slice(word.start, word.end)
      const range = document.toDocument(at, word)
      const messageId = tier === 'weak' ? 'suspect' : tier === 'always' || kinds > 1 ? 'swapped' : 'single'
      const fix = {
        title: say(`改为“${right}”`, `Change to “${right}”`),
        safety: tier === 'always' || (tier === 'strong' && kinds >= CERTAIN_KINDS) ? ('safe' as const) : ('unsafe' as const),
        edits: [{ ...range, newText: right }],
      }
      yield { range, messageId, args: messageId === 'suspect' ? { wrong, right, kinds } : { wrong, right }, fixes: at.block.isVerbatim(word) ? [fix] : [] }
    }
  },
})
