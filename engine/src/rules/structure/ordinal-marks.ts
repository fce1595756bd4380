import { PLACES_SHOWN } from '../../document/repeated-damage.js'
import { DIVISIONS, formatOrdinal, type Ordinal, type OrdinalStyle } from '../../document/ordinal.js'
import type { Heading } from '../../document/outline.js'
import { defineRule, type Report } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'
import type { TextRange } from '../../text/range.js'

type MessageId = 'ocr' | 'brackets' | 'mark' | 'no-mark' | 'all' | 'all-wrong' | 'points'

/** Ways to write an ordinal that a document may hold to throughout without being told of each place. */
type Habit = 'right' | 'half-width' | 'comma' | 'wide-point' | 'ocr' | 'wrong'

/** （一）、 (一) 一. 1、 and the like: brackets and marks of ordinals as GB/T 9704 writes them. */
export default defineRule<'document', MessageId>({
  id: 'structure/ordinal-marks',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '序号的标点或括号不规范',
  summaryEn: 'Wrong mark or brackets with an ordinal',
  rationale:
    'GB/T 9704—2012 第7.3.3条的层次序数写作“一、”“（一）”“1.”“（1）”：“一”后用顿号，“1”后用下圆点，带括号的序号用全角圆括号、后面不再加标点。〔〕是发文字号专用的括号，出现在序号里多半是识别错误。全文都用同一种变体的，只提示一处；识别错误的括号只提示最先的三处和各组的第一处，一次改全文。',
  messages: {
    ocr: {
      what: '序号“{actual}”用了六角括号或方括号（全文{count}处），应为“{expected}”。',
      advice: '六角括号只用于发文字号；这里多半是扫描识别错误，改为圆括号。',
      en: 'Ordinal “{actual}” should read “{expected}” ({count} such brackets in the text).',
    },
    brackets: {
      what: '序号“{actual}”的括号应为全角，写作“{expected}”。',
      advice: '改为全角圆括号，与其他序号一致。',
      en: 'Brackets of “{actual}” should be full-width: “{expected}”.',
    },
    mark: {
      what: '序号“{actual}”的标点不对，应为“{expected}”。',
      advice: '“一”后用顿号，“1”后用下圆点；带括号或带圈的序号后面不加标点。',
      en: 'Ordinal “{actual}” should read “{expected}”.',
    },
    'no-mark': { what: '序号“{actual}”后面缺少标点，应为“{expected}”。', advice: '补上标点。', en: 'A mark is missing after “{actual}”: “{expected}”.' },
    all: {
      what: '全文这一层的序号都写作“{actual}”（共{count}处），规范写法是“{expected}”。',
      advice: '如需报送，可一次全部改正。',
      en: 'All {count} ordinals of this level are written like “{actual}”; the standard form is “{expected}”.',
      severity: 'info',
    },
    points: {
      what: '序号后的圆点，有的用全角“{actual}”（共{count}处），有的用半角“{expected}”。',
      advice: '全文统一为“{expected}”的写法；可一次全部改正。',
      en: 'Some ordinals have the wide point (“{actual}”, {count} of them), others the narrow one (“{expected}”).',
      severity: 'info',
    },
    'all-wrong': {
      what: '全文这一层的序号都写作“{actual}”（共{count}处），应为“{expected}”。',
      advice: '“一”后用顿号，“1”后用下圆点，带括号的序号后面不加标点；可一次全部改正。',
      en: 'All {count} ordinals of this level are written like “{actual}” instead of “{expected}”.',
    },
  },
  examples: [
    {
      title: '“（一）”后面多了顿号',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n正文。\n\n⟦（二）、⟧抓教学\n正文。',
      reports: ['mark'],
      message: '序号“（二）、”的标点不对，应为“（二）”。',
      fixed: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n正文。\n\n（二）抓教学\n正文。',
    },
    {
      title: '“二”后误用句点',
      text: '2024年工作总结\n\n一、党建工作\n正文。\n\n⟦二.⟧教学工作\n正文。\n\n三、安全工作\n正文。',
      reports: ['mark'],
      fixed: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n三、安全工作\n正文。',
    },
    {
      title: '“二”后漏了顿号',
      text: '2024年工作总结\n\n一、党建工作\n正文。\n\n⟦二⟧ 教学工作\n正文。',
      reports: ['no-mark'],
      fixed: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。',
    },
    {
      title: '识别错误的括号，一次改全文',
      text: '2024年工作总结\n\n一、主要工作\n\n⟦〔一〕⟧抓党建。全年发展党员3名。\n\n⟦〔二〕⟧抓教学。全年听课40节。',
      reports: ['ocr', 'ocr'],
      fixed: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建。全年发展党员3名。\n\n（二）抓教学。全年听课40节。',
    },
    {
      title: '一处用了半角括号',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n正文。\n\n⟦(二)⟧抓教学\n正文。\n\n（三）抓安全\n正文。',
      reports: ['brackets'],
    },
    {
      title: '全文都用半角括号，只提示一处',
      text: '2024年工作总结\n\n一、主要工作\n\n⟦(一)⟧抓党建\n正文。\n\n(二)抓教学\n正文。',
      reports: ['all'],
      message: '全文这一层的序号都写作“(一)”（共2处），规范写法是“（一）”。',
      fixed: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n正文。\n\n（二）抓教学\n正文。',
    },
    {
      title: '全文“（一）”后都多了顿号，只提示一处',
      text: '2024年工作总结\n\n一、主要工作\n\n⟦（一）、⟧抓党建\n正文。\n\n（二）、抓教学\n正文。',
      reports: ['all-wrong'],
      fixed: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n正文。\n\n（二）抓教学\n正文。',
    },
    {
      title: '一个字的带括号序号',
      text: '2024年工作总结\n\n一、主要工作\n\n⟦㈠⟧抓党建\n正文。\n\n（二）抓教学\n正文。',
      reports: ['brackets'],
      fixed: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n正文。\n\n（二）抓教学\n正文。',
    },
    {
      title: '全角和半角圆点都有，只提示一处',
      text: '2024年工作总结\n\n一、主要工作\n\n⟦1．⟧抓党建。发展党员3名。\n\n2．抓教学。听课40节。\n\n二、存在问题\n\n1.师资不足。缺编12人。\n\n2.学位偏紧。大班额2个。',
      reports: ['points'],
      fixed:
        '2024年工作总结\n\n一、主要工作\n\n1.抓党建。发展党员3名。\n\n2.抓教学。听课40节。\n\n二、存在问题\n\n1.师资不足。缺编12人。\n\n2.学位偏紧。大班额2个。',
    },
    { title: '全文都用全角圆点', text: '2024年工作总结\n\n一、主要工作\n\n1．抓党建。发展党员3名。\n\n2．抓教学。听课40节。', reports: [] },
    { title: '规范的四层序号', text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n\n1.强学习。组织学习12次。\n\n（1）集中学习\n正文。', reports: [] },
    {
      title: 'Markdown 标题中序号后的空格',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、主要工作\n\n1. 抓党建。全年发展党员3名。\n2. 抓教学。全年听课40节。',
      reports: [],
    },
    { title: '“一、二年级”不是序号', text: '2024年工作总结\n\n一、二年级不布置书面家庭作业，三、四年级作业不超过一小时。', reports: [] },
  ],
  reads: () => [],
  readsAnyLine: true,
  *check(document, { say }) {
    const byStyle = new Map<OrdinalStyle, Heading[]>()
    for (const heading of document.outline.headings) {
      const style = heading.ordinal?.style
      if (style === undefined || DIVISIONS.has(style)) continue
      const group = byStyle.get(style)
      if (group === undefined) byStyle.set(style, [heading])
      else group.push(heading)
    }
    const damaged: Heading[] = []
    for (const headings of byStyle.values()) {
      const habit = habitOf(headings)
      const wide = habit === 'wide-point' ? [] : headings.filter(({ ordinal }) => slipOf(ordinal as Ordinal) === 'wide-point')
      if (wide[0] !== undefined) yield report(wide[0], wide, 'points', say)
      const odd = headings.filter(({ ordinal }) => {
        const slip = slipOf(ordinal as Ordinal)
        return slip !== 'right' && slip !== 'wide-point' && (slip !== habit || habit === 'ocr')
      })
      damaged.push(...odd.filter(({ ordinal }) => slipOf(ordinal as Ordinal) === 'ocr'))
      for (const heading of odd) if (!damaged.includes(heading)) yield report(heading, [heading], undefined, say)
      const all = headings.filter((heading) => !odd.includes(heading) && !['right', 'wide-point'].includes(slipOf(heading.ordinal as Ordinal)))
      if (all[0] !== undefined) yield report(all[0], all, habit === 'wrong' ? 'all-wrong' : 'all', say)
    }
    damaged.sort((a, b) => a.start - b.start)
    // the first few, and where a sequence begins anew: a writer who reads further down is told there, too
    const shown = damaged.filter(({ ordinal }, i) => i < PLACES_SHOWN || ordinal?.value === 1).slice(0, 2 * PLACES_SHOWN)
    for (const heading of shown) yield report(heading, damaged, undefined, say)
  },
})

function report(
  heading: Heading,
  mended: readonly Heading[],
  messageId: 'all' | 'all-wrong' | 'points' | undefined,
  say: (zh: string, en: string) => string,
): Report<MessageId> {
  const ordinal = heading.ordinal as Ordinal
  const expected = formatOrdinal(ordinal.style, ordinal.value)
  const edits = mended.flatMap(({ ordinal: other, ordinalRange }) => (other === undefined || ordinalRange === undefined ? [] : [rewrite(other, ordinalRange)]))
  return {
    range: heading.ordinalRange ?? heading,
    messageId: messageId ?? messageOf(ordinal),
    args: { actual: ordinal.text, expected, count: mended.length },
    fixes: [
      {
        title: mended.length > 1 ? say(`全部改为“${expected}”的写法`, `Write all like “${expected}”`) : say(`改为“${expected}”`, `Change to “${expected}”`),
        safety: 'safe',
        edits,
      },
    ],
  }
}

/** Writes the ordinal anew; where the mark is missing, the space in its place goes. */
function rewrite(ordinal: Ordinal, range: TextRange): TextEdit {
  const isBare = ordinal.mark === '' && ordinal.brackets === '' && ordinal.style !== 'circled'
  return { start: range.start, end: isBare ? range.start + ordinal.end - ordinal.start : range.end, newText: formatOrdinal(ordinal.style, ordinal.value) }
}

function messageOf(ordinal: Ordinal): MessageId {
  const slip = slipOf(ordinal)
  if (slip === 'ocr') return 'ocr'
  if (slip === 'half-width') return 'brackets'
  return ordinal.mark === '' && ordinal.brackets === '' ? 'no-mark' : 'mark'
}

/** How an ordinal departs from the standard. */
function slipOf({ style, text, value, brackets, mark }: Ordinal): Habit {
  if (text === formatOrdinal(style, value)) return 'right'
  if (/[〔〕【】[\]]/.test(brackets)) return 'ocr'
  if (brackets !== '' && mark === '') return 'half-width'
  if (style === 'digit' && mark === '．') return 'wide-point'
  return style === 'digit' && mark === '、' ? 'comma' : 'wrong'
}

/** The variant that all ordinals of one style share; a document without such a habit goes by the standard. */
function habitOf(headings: readonly Heading[]): Habit {
  const slips = new Set(headings.map(({ ordinal }) => slipOf(ordinal as Ordinal)))
  const [only] = slips
  return slips.size === 1 && only !== undefined && headings.length > 1 ? only : 'right'
}
