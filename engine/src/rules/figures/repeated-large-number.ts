import { figuresOf, isKnown, type KnownFigure } from '../../document/figure.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import { shiftRange, type TextRange } from '../../text/range.js'

type MessageId = 'repeated' | 'long'

/** An integer with at least this many digits does not come up twice for two things by chance. */
const DIGITS_FOR_TWO = 7
/** One with this many does when three things have it. */
const DIGITS_FOR_THREE = 5
/** People, copies and the like of this many digits would be written with 万. */
const DIGITS_TOO_LONG = 8

interface Place {
  readonly figure: KnownFigure
  readonly range: TextRange
}

/** One long integer that stands for several different things: a sign of lost or replaced numbers. */
export default defineRule<'document', MessageId>({
  id: 'figures/repeated-large-number',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '同一个很长的数用在几样不同的事上',
  summaryEn: 'One long number stands for several different things',
  rationale:
    '一个七位以上、没有取整的数，不会碰巧既是观看人次又是宣传单份数。同一个数到处出现，多半是脱敏、转码或替换时把数弄坏了，或者是把别处的数整段套了过来。每一处都要查原始数据。',
  messages: {
    repeated: {
      what: '{number}这个数在文中用了{count}处，说的是不同的事（{subjects}），疑似数字损坏或套用。',
      advice: '逐处查对原始数据，改为各自真实的数。',
      en: '{number} is used {count} times for different things ({subjects}).',
    },
    long: {
      what: '“{number}”有{digits}位，作为{unit}数过大。',
      advice: '核对是否多了几位；确为大数的，以“万”“亿”为单位书写。',
      en: '“{number}” with {digits} digits is very large for a count in {unit}.',
      severity: 'info',
    },
  },
  examples: [
    {
      title: '观看人次、份数是同一个数',
      text: '2024年工作总结\n\n组织学生⟦73520846余人次⟧收看安全教育片。\n\n发放告家长书⟦73520846份⟧、宣传单⟦73520846余份⟧。',
      reports: ['repeated', 'repeated', 'repeated'],
      message: '73520846这个数在文中用了3处，说的是不同的事（人次、份），疑似数字损坏或套用。',
    },
    { title: '孤零零一个过大的数', text: '2024年工作总结\n\n组织学生⟦73520846余人次⟧收看安全教育片。', reports: ['long'] },
    { title: '同一件事说了两遍', text: '2024年工作总结\n\n资助资金1234567元。\n\n全年资助资金1234567元全部发放到位。', reports: [] },
    { title: '人手一份、取整的数', text: '2024年工作总结\n\n为45474名学生发放手册45474份。参观10000人次，发放资料10000份，制作书签10000个。', reports: [] },
    { title: '以万为单位、电话和编号', text: '2024年工作总结\n\n阅读量1234.5万人次，转发1234.5万次。举报电话05121234567，受理编号20241234567。', reports: [] },
  ],
  reads: () => [LONG_NUMBERS.reading],
  *check(document) {
    for (const places of longNumbers(document).values()) {
      const [first] = places as [Place]
      const number = first.figure.value.toString()
      const subjects = new Set(places.map(({ figure }) => figure.unit))
      const things = new Set(places.map(({ figure }) => thingOf(figure)))
      const isRepeated =
        number.length >= DIGITS_FOR_TWO ? places.length > 1 && things.size > 1 && first.figure.kind === 'count' : things.size > 2 && subjects.size > 2
      if (isRepeated) {
        for (const place of places) {
          const related = places
            .filter((other) => other !== place)
            .map(({ range, figure }) => ({ ...range, message: figure.label.slice(-10) + number + figure.unit }))
          yield { range: place.range, messageId: 'repeated', args: { number, count: places.length, subjects: [...subjects].join('、') }, related }
        }
      } else if (number.length >= DIGITS_TOO_LONG && /^(?:[人名份册个家所场次]|人次)$/.test(first.figure.unit)) {
        yield { range: first.range, messageId: 'long', args: { number, digits: number.length, unit: first.figure.unit } }
      }
    }
  },
})

/** Exact integers of five and more digits that are no round numbers, by value. */
function longNumbers(document: ReportDocument): Map<string, Place[]> {
  const byValue = new Map<string, Place[]>()
  for (const { at, sentence, found } of sentencesThat(document, LONG_NUMBERS)) {
    for (const { figure, value } of found) {
      const place = { figure, range: document.toDocument(at, shiftRange(figure, sentence.start)) }
      const places = byValue.get(value)
      if (places === undefined) byValue.set(value, [place])
      else places.push(place)
    }
  }
  return byValue
}

/** The long numbers of one sentence; kept with it. */
const LONG_NUMBERS = sentenceQuestion((sentence): readonly { readonly figure: KnownFigure; readonly value: string }[] => {
  if (!/\d[\d,]{4}/.test(sentence.canonical)) return []
  const found: { figure: KnownFigure; value: string }[] = []
  for (const figure of figuresOf(sentence)) {
    if (
      !isKnown(figure) ||
      figure.multiplier !== '' ||
      figure.decimals > 0 ||
      figure.style !== 'arabic' ||
      (figure.kind !== 'count' && figure.kind !== 'money')
    )
      continue
    const value = figure.value.toString()
    if (value.length >= DIGITS_FOR_THREE && !value.endsWith('00')) found.push({ figure, value })
  }
  return found
})

/** What a figure counts, as far as two of them can be told apart by it: its unit and the last words before it. */
function thingOf({ unit, label, noun }: KnownFigure): string {
  return `${label.slice(-2)} ${unit} ${noun.slice(0, 2)}`
}
