import { readUnit } from '../../document/unit.js'
import type { Block } from '../../markdown/block.js'
import { defineRule, type Report } from '../../linting/rule.js'
import { pairsOf } from '../../text/triggers.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'grouping' | 'point' | 'letter'

interface Broken extends Pick<Report<MessageId>, 'messageId'> {
  readonly start: number
  readonly text: string
  /** what is most likely meant, where the form alone tells */
  readonly meant: string | undefined
}

/** 1,26.5万元, 3.5.2%, 13。7亿元, .5%, 1O5人: numerals that are none. */
export default defineRule<'block', MessageId>({
  id: 'figures/numeral-form',
  scope: 'block',
  severity: 'error',
  source: 'GB/T 15835',
  summary: '数字写坏了：千分撇、小数点位置不对，混进了字母',
  summaryEn: 'A broken numeral: separators, decimal points or letters where they cannot be',
  rationale:
    'GB/T 15835—2011规定，千分撇从小数点起每三位一节；小数点用“.”，纯小数前的“0”不省略。“1,26.5万元”“3.5.2%”“13。7亿元”读不出是多少，多半是录入、转换时丢了或多了字符，要查对原数。',
  messages: {
    grouping: {
      what: '“{text}”的千分撇不是三位一节，读不出是多少。',
      advice: '查对原数；位数不多的，可以不用千分撇。',
      en: '“{text}”: separators do not part groups of three digits.',
    },
    point: { what: '“{text}”的小数点写得不对。', advice: '查对原数{meant}。', en: '“{text}”: the decimal point is wrong.' },
    letter: { what: '“{text}”里混进了字母，不是数字。', advice: '查对原数{meant}。', en: '“{text}”: a letter stands for a digit.' },
  },
  examples: [
    {
      title: '千分撇错位',
      text: '2024年工作总结\n\n投入资金⟦1,26.5万元⟧，发放补助⟦1,2345元⟧。',
      reports: ['grouping', 'grouping'],
      message: '“1,26.5万元”的千分撇不是三位一节，读不出是多少。',
    },
    { title: '两个小数点', text: '2024年工作总结\n\n税收增长⟦3.5.2%⟧，覆盖率⟦98..6%⟧。', reports: ['point', 'point'] },
    {
      title: '句号当小数点',
      text: '2024年工作总结\n\n完成投资⟦13。7亿元⟧，进度较快。',
      reports: ['point'],
      fixed: '2024年工作总结\n\n完成投资13.7亿元，进度较快。',
    },
    { title: '漏了0', text: '2024年工作总结\n\n辍学率控制在⟦.5%⟧以内。', reports: ['point'], fixed: '2024年工作总结\n\n辍学率控制在0.5%以内。' },
    { title: '字母O', text: '2024年工作总结\n\n培训教师⟦1O5人⟧。', reports: ['letter'], fixed: '2024年工作总结\n\n培训教师105人。' },
    {
      title: '写得对的，列举、版本、日期、编号',
      text: '2024年工作总结\n\n投入1,234,567.5元、12,345万元，增长3.52%。检查3,5,8三个片区，更新至2.1.3版，2024.5.20召开会议，第1,2组12人，5G基站36个，O型血26人，占12.5%。共检查96所。5万元以下的96件。',
      reports: [],
    },
  ],
  triggers: [...pairsOf('0123456789', ',.。OolI'), ...pairsOf('.', '0123456789')],
  *check(block, { say }) {
    for (const { start, text, messageId, meant } of brokenNumerals(block)) {
      const range = { start, end: start + text.length }
      yield {
        range,
        messageId,
        args: { text, meant: meant === undefined ? '' : `，可能是“${meant}”` },
        fixes: meant === undefined ? [] : [{ title: say(`改为“${meant}”`, `Write ${meant}`), safety: 'unsafe', edits: [{ ...range, newText: meant }] }],
      }
    }
  },
})

const GROUPED = /(?<![\d.,，、第A-Za-z])\d{1,3}(?:,\d{1,8}){1,5}(?:\.\d{1,8})?/g
const RIGHTLY_GROUPED = /^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,8})?$/
const AMOUNT = '[万亿]?元|[万亿%]|个百分点'
const TWO_POINTS = new RegExp(`(?<![\\d.A-Za-z])(?:\\d{1,9}(?:\\.\\d{1,8}){2,3}|\\d{1,9}\\.\\.\\d{1,8})(?:${AMOUNT})`, 'g')
const ROUND_POINT = new RegExp(`(?<![\\d.第年月A-Za-z])(?!(?:19|20)\\d\\d。)(\\d{1,9})。(\\d{1,4}(?:${AMOUNT}))`, 'g')
const NO_ZERO = new RegExp(`(?<![\\d.．A-Za-z%])\\.\\d{1,4}(?:${AMOUNT})`, 'g')
const LETTER = /(?<![A-Za-z\d.])(?:\d{1,6}[Oo]\d{0,6}|\d{1,6}[lI]\d{1,6})(?:万|亿)?(?:人次|[人名元所家项件次户个%])/g

function brokenNumerals({ canonical }: Block): Broken[] {
  return [
    ...(canonical.includes(',') ? matchesOf(GROUPED, canonical).flatMap((match) => wronglyGrouped(canonical, match)) : []),
    ...pointsIn(canonical),
    ...(/\d[OolI]/.test(canonical) ? lettersIn(canonical) : []),
  ]
}

function lettersIn(text: string): Broken[] {
  return matchesOf(LETTER, text).map((match) => ({
    start: match.index,
    text: match[0],
    messageId: 'letter' as const,
    meant: match[0].replace(/[Oo]/g, '0').replace(/[lI]/g, '1'),
  }))
}

/** Right decimals are by far the most common: each slip is searched for where its points are. */
function pointsIn(text: string): Broken[] {
  const found: Broken[] = []
  const add = (match: RegExpExecArray, meant: string | undefined): void => {
    found.push({ start: match.index, text: match[0], messageId: 'point', meant })
  }
  if (/\d\.\d{0,8}\./.test(text)) for (const match of matchesOf(TWO_POINTS, text)) add(match, match[0].includes('..') ? match[0].replace('..', '.') : undefined)
  if (/\d。\d/.test(text)) for (const match of matchesOf(ROUND_POINT, text)) add(match, match[0].replace('。', '.'))
  if (/(?<!\d)\.\d/.test(text)) for (const match of matchesOf(NO_ZERO, text)) add(match, `0${match[0]}`)
  return found
}

/** 3,5,8 may be a list; what has decimals, is an amount of money or has a group of four digits and more is none. */
function wronglyGrouped(text: string, match: RegExpExecArray): Broken[] {
  const [digits] = match
  if (RIGHTLY_GROUPED.test(digits)) return []
  const end = match.index + digits.length
  const multiplier = /^[万亿]/.exec(text.slice(end, end + 1))?.[0] ?? ''
  const unit = readUnit(text, end + multiplier.length)
  if (unit === undefined || !(digits.includes('.') || unit.unitClass === 'money' || /,\d{4}/.test(digits))) return []
  return [{ start: match.index, text: digits + multiplier + unit.text, messageId: 'grouping', meant: undefined }]
}
