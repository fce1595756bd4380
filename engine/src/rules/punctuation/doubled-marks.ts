import { reversedQuotes } from '../../document/reversed-quotes.js'
import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

const DOUBLED = /[，；：、][，。；：、]|。[，；：、。](?!。)/g
const AROUND = /(?<=[（《“【])[，。；、]|[，、：](?=[）》”】])|、(?=等(?![级次候待量额同于腰到地效价着不]|一(?!批|系列)))/g

/** “A”“B”，等举措: behind a list a comma is as wrong as 顿号; 同意后，等候通知 is another 等. */
const COMMA_ETC =
  /(?<=[”》][^，。；]{0,12}|、[^，。；、]{1,12})，(?=等(?:举措|工作|活动|措施|方面|内容|方式|形式|项目|问题|任务|制度|荣誉|称号|文件)(?![^，。；]{0,12}(?:[后时再就]|以后|之后)))/g

/** 全覆盖，（含12个村）: a note in brackets stands right behind what it notes. */
const BEFORE_NOTE = /[，、](?=（(?:含|不含|其中|包括|下同|以下简称|下称|简称|[一二三四]期|试行|详见|见附)[^（）]{0,40}）)/g

/** 语文、数学和、英语: in a list, and not behind 共和、温和、 and the like. */
const AND = /(?<=、[^，。；、]{1,12}[^，。；、共温缓饱总调柔平祥谐亲随中人讲求附应议颐永义太维暖混协仁泰兴之安])和、|(?<=、[^，。；、]{1,16})以及、/g

/** Two marks where one belongs, and marks that cannot stand beside a bracket or before 等. */
export default defineRule<'sentence', 'doubled' | 'bracket' | 'etc' | 'comma-etc' | 'note' | 'and' | 'first'>({
  id: 'punctuation/doubled-marks',
  scope: 'sentence',
  severity: 'error',
  source: 'GB/T 15834',
  summary: '标点重叠，或标点紧贴括号、“等”字',
  summaryEn: 'Marks doubled, or standing where none may',
  rationale:
    'GB/T 15834—2011各点号单独使用，不能两个叠用；前括号、前引号之后和后括号、后引号之前不用逗号、顿号；列举末项与“等”之间不用顿号。这类问题多半是删改句子时留下的。',
  messages: {
    doubled: { what: '标点“{marks}”重叠。', advice: '只保留一个，通常保留“{keep}”。', en: 'Marks “{marks}” are doubled; keep “{keep}”.' },
    bracket: {
      what: '“{mark}”不能紧贴在引号、括号的里侧。',
      advice: '删去“{mark}”，或核对此处是否漏了字。',
      en: '“{mark}” cannot stand inside a bracket or quote.',
    },
    etc: { what: '列举末项与“等”之间不用顿号。', advice: '删去“、”，或补上漏掉的列举项。', en: 'No “、” before 等.' },
    'comma-etc': { what: '列举末项与“等”之间不用逗号。', advice: '删去“，”，或补上漏掉的列举项。', en: 'No “，” before 等.' },
    note: {
      what: '括号里的注释要紧贴被注释的词，前面不用“{mark}”。',
      advice: '删去“{mark}”；括号后面该断开的，把“{mark}”移到括号后面。',
      en: 'No “{mark}” before a note in brackets.',
    },
    and: { what: '“{word}”和顿号重叠。', advice: '末项前用“{word}”就不用顿号；删去“、”，或删去“{word}”。', en: '“{word}” and “、” are doubled.' },
    first: { what: '“{mark}”前面已经是句号一类的标点，这里多了一个“{mark}”。', advice: '两个只保留一个。', en: 'A full stop stands before this “{mark}”.' },
  },
  examples: [
    {
      title: '逗号叠句号',
      text: '2024年工作总结\n\n开展教研活动20次⟦，。⟧参加教师600人次。',
      reports: ['doubled'],
      message: '标点“，。”重叠。',
      fixed: '2024年工作总结\n\n开展教研活动20次。参加教师600人次。',
    },
    {
      title: '、等',
      text: '2024年工作总结\n\n完成“体质健康”专项⟦、⟧等督导任务。',
      reports: ['etc'],
      fixed: '2024年工作总结\n\n完成“体质健康”专项等督导任务。',
    },
    {
      title: '，等',
      text: '2024年工作总结\n\n推行“先诊疗、后付费”“检查结果互认”⟦，⟧等举措。',
      reports: ['comma-etc'],
      fixed: '2024年工作总结\n\n推行“先诊疗、后付费”“检查结果互认”等举措。',
    },
    {
      title: '括注前面的逗号',
      text: '2024年工作总结\n\n探头实现全覆盖⟦，⟧（含12个行政村），引进企业12家，（一）和（二）两类各半。',
      reports: ['note'],
      fixed: '2024年工作总结\n\n探头实现全覆盖（含12个行政村），引进企业12家，（一）和（二）两类各半。',
    },
    {
      title: '后引号写反了，不是逗号写错了地方',
      text: '2024年工作总结\n\n坚持“一小区一方案“，组织座谈42场。办理“一件事”，等候时间缩短一半，推进“雪亮工程”，等项目验收后移交，收到意见、建议，等待答复。',
      reports: [],
    },
    {
      title: '“和”后面又用顿号',
      text: '2024年工作总结\n\n语文、数学、英语⟦和、⟧科学四个教研组每周活动一次。',
      reports: ['and'],
      fixed: '2024年工作总结\n\n语文、数学、英语和科学四个教研组每周活动一次。',
    },
    { title: '句号后面又用冒号', text: '2024年工作总结\n\n现将有关情况总结如下。⟦：⟧', reports: ['first'], fixed: '2024年工作总结\n\n现将有关情况总结如下。' },
    { title: '引号里侧的逗号', text: '2024年工作总结\n\n开展“书香校园⟦，⟧”活动。', reports: ['bracket'] },
    {
      title: '省略号、等级、等次',
      text: '2024年工作总结\n\n获一、二、三等奖的学校、等级评估合格的园所共35所……。坚持公平、共和、和谐，反恐、国际维和、护航，政策、态度温和、有力，组织、参与、监督。他说：“好！”，大家都笑了。',
      reports: [],
    },
  ],
  triggers: [
    ...pairsOf('，；：、', '，。；：、'),
    ...pairsOf('。', '，；：、。'),
    ...pairsOf('（《“【', '，。；、'),
    ...pairsOf('，、：', '）》”】'),
    '、等',
    '，等',
    '，（',
    '、（',
    '和、',
    '及、',
    '^，',
    '^；',
    '^：',
    '^、',
  ],
  *check(sentence, { say }) {
    const { canonical } = sentence
    for (const match of matchesOf(DOUBLED, canonical)) {
      const range = { start: match.index, end: match.index + 2 }
      const keep = strongest(match[0])
      yield {
        range,
        messageId: 'doubled',
        args: { marks: match[0], keep },
        fixes: [{ title: say(`只保留“${keep}”`, `Keep “${keep}”`), safety: 'safe', edits: [{ ...range, newText: keep }] }],
      }
    }
    for (const match of matchesOf(AND, canonical)) {
      const range = { start: match.index, end: match.index + match[0].length }
      const mark = { start: range.end - 1, end: range.end }
      yield {
        range,
        messageId: 'and',
        args: { word: match[0].slice(0, -1) },
        fixes: [{ title: say('删去“、”', 'Delete “、”'), safety: 'unsafe', edits: [{ ...mark, newText: '' }] }],
      }
    }
    if (/^[，；：、]/.test(canonical) && /[。！？]/.test(sentence.block.canonical[sentence.start - 1] ?? '')) {
      const range = { start: 0, end: 1 }
      yield {
        range,
        messageId: 'first',
        args: { mark: canonical[0] as string },
        fixes: [{ title: say(`删去“${canonical[0]}”`, `Delete “${canonical[0]}”`), safety: 'unsafe', edits: [{ ...range, newText: '' }] }],
      }
    }
    for (const { index, 0: mark } of matchesOf(BEFORE_NOTE, canonical)) {
      const range = { start: index, end: index + 1 }
      const fix = { title: say(`删去“${mark}”`, `Delete “${mark}”`), safety: 'unsafe' as const, edits: [{ ...range, newText: '' }] }
      yield { range, messageId: 'note', args: { mark }, fixes: [fix] }
    }
    for (const { index } of matchesOf(COMMA_ETC, canonical)) {
      const range = { start: index, end: index + 1 }
      const fix = { title: say('删去“，”', 'Delete “，”'), safety: 'unsafe' as const, edits: [{ ...range, newText: '' }] }
      yield { range, messageId: 'comma-etc', fixes: [fix] }
    }
    for (const match of matchesOf(AROUND, canonical)) {
      if (canonical[match.index - 1] === '“' && reversedQuotes(canonical).some(({ close }) => close === match.index - 1)) continue
      const range = { start: match.index, end: match.index + 1 }
      if (/[，。；：、]/.test(canonical[range.start - 1] ?? '') || /[，。；：、]/.test(canonical[range.end] ?? '')) continue
      const isEtc = canonical[range.end] === '等'
      const fixes = [
        {
          title: say(`删去“${match[0]}”`, `Delete “${match[0]}”`),
          safety: isEtc ? ('safe' as const) : ('unsafe' as const),
          edits: [{ ...range, newText: '' }],
        },
      ]
      yield isEtc ? { range, messageId: 'etc', fixes } : { range, messageId: 'bracket', args: { mark: match[0] }, fixes }
    }
  },
})

/** The mark that ends more: 。 before ； before ： before ， before 、. */
function strongest(marks: string): string {
  return [...'。；：，、'].find((mark) => marks.includes(mark)) as string
}
