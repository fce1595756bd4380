import { defineRule } from '../../linting/rule.js'

const QUOTED = /“([\u4e00-\u9fff]{2,6}(?:[，、][\u4e00-\u9fff]{2,6}){2,7})”/g
const COMMA_OR_DOT = /[，、]/g

/** “政治过硬，业务精通、作风优良”: one list in quotes, two kinds of marks. */
export default defineRule<'block', 'mixed' | 'three'>({
  id: 'punctuation/mixed-list-marks',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '引号里并列的各项，标点不一致',
  summaryEn: 'Items of one list in quotes set off by different marks',
  rationale:
    '引号里字数相等、前后并列的几项，要么都用顿号，要么都用逗号。“政治过硬，业务精通、作风优良”三项并列，前一处用逗号、后一处用顿号，读者会以为后两项是一组。两项一组的（“学党史、悟思想，办实事、开新局”）不报；只有三项的，后一项可能另起一层，只作提示。',
  messages: {
    mixed: { what: '“{words}”几项并列，标点却不一致。', advice: '统一用“{mark}”。', en: 'The items of “{words}” are set off by different marks.' },
    three: {
      what: '“{words}”三项并列，标点却不一致。',
      advice: '三项并重的，统一用“{mark}”；后一项另起一层意思的，不必改。',
      en: 'The three items of “{words}” are set off by different marks.',
      severity: 'info',
    },
  },
  examples: [
    {
      title: '几项并列，两种标点',
      text: '2024年工作总结\n\n打造一支“政治过硬⟦，⟧业务精通、作风优良”的队伍，倡导“爱国⟦，⟧敬业、诚信、友善”。',
      reports: ['three', 'mixed'],
      fixed: '2024年工作总结\n\n打造一支“政治过硬、业务精通、作风优良”的队伍，倡导“爱国，敬业、诚信、友善”。',
    },
    {
      title: '两项一组的、字数不等的',
      text: '2024年工作总结\n\n开展“学党史、悟思想，办实事、开新局”活动，落实“不忘初心、牢记使命”要求，坚持“稳中求进，以进促稳、先立后破的方针”，做到“早发现、早报告、早处置”，“减负，不减责任、担当”，倡导“清廉、清正、清明，务实、高效”。',
      reports: [],
    },
  ],
  triggers: ['，', '、'],
  *check({ canonical }, { say }) {
    if (!canonical.includes('“')) return
    for (const { index, 1: words = '' } of canonical.matchAll(QUOTED)) {
      const odd = oddMark(words)
      if (odd === undefined) continue
      const mark = words[odd] === '，' ? '、' : '，'
      const range = { start: index + 1 + odd, end: index + 2 + odd }
      const fix = { title: say(`改为“${mark}”`, `Change to “${mark}”`), safety: 'unsafe' as const, edits: [{ ...range, newText: mark }] }
      // of three the last may stand apart: 稳字当头、稳中求进，先立后破
      yield { range, messageId: words.split(COMMA_OR_DOT).length > 3 ? 'mixed' : 'three', args: { words, mark }, fixes: [fix] }
    }
  },
})

/** The one mark of a list of items of equal length that is not like the others, when the commas make no groups: equal ones, or all of two and more. */
function oddMark(words: string): number | undefined {
  const items = words.split(COMMA_OR_DOT)
  if (items.some(({ length }) => length !== items[0]?.length)) return undefined
  const groups = words.split('，').map((group) => group.split('、').length)
  if (groups.length === 1 || groups.every((size) => size === groups[0]) || groups.every((size) => size > 1)) return undefined
  const marks = [...words.matchAll(COMMA_OR_DOT)]
  const commas = marks.filter(([mark]) => mark === '，')
  const others = marks.filter(([mark]) => mark === '、')
  const fewer = commas.length <= others.length ? commas : others
  return fewer.length === 1 ? fewer[0]?.index : undefined
}
