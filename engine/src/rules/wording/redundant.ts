import { TermMatcher } from '../../lexicon/term-matcher.js'
import { WORDING } from '../../lexicon/lexicon.generated.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const PHRASES = new TermMatcher(WORDING.redundant.phrases.map((phrase) => ({ text: phrase.wrong, value: phrase })))
const FRAMES = [
  { pattern: /截[至止][^，。；]{2,16}?为止/g, note: '“截至”和“为止”重复' },
  { pattern: /(?<![^，。；：])对于[^，。；]{2,24}[问课]题上(?=[，。；])/g, note: '“对于……”和“在……上”两句杂糅' },
  {
    pattern: /(?:不足|不到|将近)(?:\d{1,4}|[一二三四五六七八九十两]{1,2})[\u4e00-\u9fff]{1,2}(?:左右(?![岸侧手脑翼])|以上)/g,
    note: '“不足”“不到”“将近”和“左右”“以上”矛盾',
  },
  { pattern: /超过了?(?:\d[\d.]{0,8}|[一二三四五六七八九十百两]{1,4})[万亿]?[年倍成]以上/g, note: '“超过”和“以上”重复' },
  { pattern: /有了[^，。；]{0,8}的?(?:提[高升]|改善|改观|增强|进步|变化|突破|发展)了(?=[，。；])/g, note: '“有了……”和“……了”杂糅' },
  {
    pattern: /(?:杜绝|防止|避免|严防(?!死守))[^，。；不]{0,12}不再?(?:发生|出现)(?=[，。；\u4e00-\u9fff])/g,
    note: '“杜绝”“防止”“避免”后面又说“不”，意思反了',
  },
  { pattern: /(?:查处|打击|惩处|惩治)[^，。；、和与]{2,20}行为的?发生(?=[，。；])/g, note: '“查处、打击……行为”和“防止……发生”两句杂糅' },
  { pattern: /(?<!公)共累计(?!算)(?=[\u4e00-\u9fff])/g, note: '“共”和“累计”重复' },
  {
    pattern: /(?<![^，。；：])(?:主要|究其|其|根本|直接)?原因(?:主要)?是(?:由于|因为)?[^，。；]{2,30}(?:造成|导致|引起)的/g,
    note: '“原因是……”和“……造成的”两句杂糅',
  },
]

/** 目的是为了, 截至12月为止: one thing said twice, or two sentence frames mixed. */
export default defineRule<'sentence', 'word' | 'frame'>({
  id: 'wording/redundant',
  scope: 'sentence',
  severity: 'info',
  source: 'practice',
  summary: '语意重复、句式杂糅',
  summaryEn: 'One thing said twice, or two sentence frames mixed',
  rationale: '公文要求简明。“目的是为了”“100%全覆盖”一个意思说了两遍；“原因是……造成的”是两种句式混在一起。',
  messages: {
    word: { what: '语意重复：{note}。', advice: '删去重复，写“{less}”。', en: 'Said twice: write “{less}”. {note}' },
    frame: { what: '{note}。', advice: '只用其中一种说法。', en: 'Two frames mixed: {note}' },
  },
  examples: [
    {
      title: '语意重复',
      text: '2024年工作总结\n\n实现学校⟦100%全覆盖⟧，⟦目的是为了⟧公平。',
      reports: ['word', 'word'],
      message: '语意重复：“100%”和“全覆盖”重复。',
      fixed: '2024年工作总结\n\n实现学校全覆盖，目的是为了公平。',
    },
    { title: '句式杂糅', text: '2024年工作总结\n\n⟦截至2024年12月底为止⟧，完成12项。⟦原因是经费不足造成的⟧。', reports: ['frame', 'frame'] },
    {
      title: '几种说法混在一起',
      text: '2024年工作总结\n\n⟦对于农村集体资产管理问题上⟧，办法不多，⟦不足1成左右⟧，设备使用⟦超过8年以上⟧，满意度⟦有了大幅度的提升了⟧，面积3000亩⟦以上左右⟧。',
      reports: ['frame', 'frame', 'frame', 'frame', 'word'],
    },
    {
      title: '意思说反了',
      text: '2024年工作总结\n\n⟦杜绝安全事故不发生⟧，严肃⟦查处各类违法行为的发生⟧，⟦力争确保⟧按期完工，⟦共累计⟧发送旅客2万人次。',
      reports: ['frame', 'frame', 'word', 'frame'],
    },
    {
      title: '不重复的',
      text: '2024年工作总结\n\n杜绝不文明行为，防止违法行为的发生，查处违规行为12起，防止发生次生灾害，公共累计投入，防止因责任不落实发生问题，严防死守不放松，严防死守不出现返贫，共累计算力中心3个，确保不发生事故，对于这个问题，在管理问题上下功夫，不足1成，使用8年以上，超过8年，有了大幅度的提升，不到一个月左右岸全部治理，有了新的进步，实现全覆盖，覆盖率100%，目的是促进公平，截至12月底完成12项，到目前为止平稳，经费不足是造成进度慢的原因。',
      reports: [],
    },
  ],
  triggers: [
    ...WORDING.redundant.phrases.map(({ wrong }) => wrong),
    '截至',
    '截止',
    '对于',
    '不足',
    '不到',
    '将近',
    '超过',
    '有了',
    '原因',
    '杜绝',
    '防止',
    '避免',
    '严防',
    '行为发生',
    '行为的发生',
    '共累计',
  ],
  *check({ canonical }, { say }) {
    for (const { start, end, value } of PHRASES.match(canonical)) {
      const { note, less } = value
      yield {
        range: { start, end },
        messageId: 'word',
        args: { note, less },
        fixes: [{ title: say(`改为“${less}”`, `Change to “${less}”`), safety: 'unsafe', edits: [{ start, end, newText: less }] }],
      }
    }
    for (const { pattern, note } of FRAMES) {
      for (const match of matchesOf(pattern, canonical))
        yield { range: { start: match.index, end: match.index + match[0].length }, messageId: 'frame', args: { note } }
    }
  },
})
