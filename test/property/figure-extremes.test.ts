/** Relations of figures with none, hardly any or far too much where a number was: whatever is found of them, nothing breaks. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  checkedFigures,
  compareReports,
  comparisonAsMarkdown,
  ledgerOf,
  Linter,
  ReportDocument,
  resolveConfiguration,
  rewriteFigure,
  RULES,
  sayIn,
} from '@gongwen/engine'
import { assertProperty, TIMEOUT } from '../support/properties.js'
import { randomOf } from './figure-sentences.js'
import { WORDINGS } from './figure-wordings.js'

const EXTREMES = [
  '0',
  '零',
  '〇',
  '0.0',
  '0.00',
  '00',
  '0,000',
  '余0',
  '近0',
  '约0',
  '0余',
  '0多',
  '不足0',
  '不到1',
  '近1',
  '近10',
  '近100',
  '近1万',
  '约0.1',
  '1',
  '0.01',
  '0.0000000001',
  '0万',
  '0亿',
  '100',
  '100.0',
  '-5',
  '－12.5',
  '负3',
  'X',
  '××',
  '几十',
  '数百',
  '三分之零',
  '百分之零',
  '零点零',
  '半',
  '两',
  '十多',
  '0至0',
  '0—10',
  '10至0',
  '999999999999999999999999',
  `1${'0'.repeat(40)}`,
  '9'.repeat(300),
  `0.${'0'.repeat(60)}1`,
  '一万亿亿亿',
  '99999999亿',
  '1,0,0',
  '1.2.3',
  '１２',
  '０',
]
/** Some of the numbers of a right text, each by another; `shares` says which, one after the other. */
const extreme = fc
  .record({
    wordings: fc.array(fc.constantFrom(...WORDINGS), { minLength: 1, maxLength: 3 }),
    seed: fc.nat(),
    places: fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...EXTREMES)), { minLength: 1, maxLength: 12 }),
  })
  .map(({ wordings, seed, places }) => {
    let n = 0
    const replaced = (number: string): string => {
      const [isReplaced, by] = places[n++ % places.length] as [boolean, string]
      return isReplaced ? by : number
    }
    return wordings.map((wording, i) => wording.make(randomOf(seed + i)).right.replace(/\d+(?:\.\d+)?/g, replaced)).join('\n\n')
  })

const linter = new Linter({ rules: RULES.filter(({ id }) => id.startsWith('figures/')), configuration: resolveConfiguration({ enable: 'always' }) })

describe('figures that nobody expects', function () {
  this.timeout(TIMEOUT)

  it('break no rule, and nothing that reads figures', () => {
    assertProperty(
      'figures: extremes',
      fc.property(extreme, fc.constantFrom('markdown' as const, 'plain' as const), fc.constantFrom(...EXTREMES), (figures, format, typed) => {
        const document = new ReportDocument(`宁源县教育局2024年工作总结\n\n${figures}`, format)
        for (const { messageId, message } of linter.lint(document)) assert.notEqual(messageId, 'internal-error', message)
        checkedFigures(document)
        for (const entry of ledgerOf(document).slice(0, 5)) rewriteFigure(document, entry, typed)
      }),
    )
  })

  it('break no comparison of two years', () => {
    assertProperty(
      'figures: extremes compared',
      fc.property(extreme, extreme, (last, current) => {
        const read = (year: number, text: string): ReportDocument => new ReportDocument(`宁源县教育局${year}年工作总结\n\n${text}`, 'plain')
        // this year's figures with last year's words: else hardly a metric has a match
        const [then, now] = [read(2023, `${last}\n\n${current}`), read(2024, `${last.replace(/\d/g, '0')}\n\n${current}`)]
        const comparison = compareReports(then, now)
        if (typeof comparison !== 'string') comparisonAsMarkdown({ comparison, lastPath: '2023.txt', currentPath: '2024.txt' }, sayIn('zh-CN'))
      }),
    )
  })
})
