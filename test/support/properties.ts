/**
 * How many cases each property runs, and how many it ran: `GONGWEN_CASES` is the number for a weight of 1,
 * `GONGWEN_TOTAL_CASES` the number of all properties together (`npm run properties -- --cases 1000000`), and
 * `GONGWEN_SEED` the seed, which is printed, so that a failure can be run again.
 */
import fc from 'fast-check'

/** Cheap properties run more cases than dear ones: the weights are as the cases a second that each does. */
const WEIGHTS = {
  'engine: any text': 1,
  'engine: report text': 1,
  'engine: safe fixes': 1,
  'engine: session': 1,
  'engine: line ends': 1,
  'engine: plain and Markdown': 1,
  'engine: silenced': 1,
  'engine: canonical': 1,
  'markdown: as remark': 1,
  'markdown: lines and blocks': 1,
  'markdown: edits': 1,
  'outline: right': 1,
  'outline: repeated number': 1,
  'outline: brackets': 1,
  'outline: other brackets': 1,
  'outline: marks': 1,
  'outline: dropped': 1,
  'outline: wrong level': 1,
  'outline: converted': 1,
  'restructure: renumber': 1,
  'restructure: renumbered': 1,
  'restructure: document': 1,
  'restructure: section': 1,
  'restructure: there and back': 1,
  'restructure: up and down': 1,
  'cleaning: sentences': 0.2,
  'cleaning: twice': 0.2,
  'cleaning: digits': 1,
  'figures: right': 1,
  'figures: altered': 1,
  'figures: extremes': 1,
  'figures: extremes compared': 1,
  keystroke: 0.03,
} as const
export type PropertyName = keyof typeof WEIGHTS

const total = process.env['GONGWEN_TOTAL_CASES']
const sum = Object.values(WEIGHTS).reduce((all, weight) => all + weight, 0)
const base = total === undefined ? Number(process.env['GONGWEN_CASES'] ?? 300) : Number(total) / sum
/** The seed of every property of this run. */
export const SEED = Number(process.env['GONGWEN_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.log(`    properties: seed ${SEED}`)

const ran = new Map<PropertyName, { cases: number; milliseconds: number }>()

/** How many cases a property is to run. */
export function casesOf(name: PropertyName): number {
  return Math.max(20, Math.ceil(base * WEIGHTS[name]))
}

/** Says that a property ran so many cases, for the summary. */
export function ranCases(name: PropertyName, cases: number, milliseconds: number): void {
  const before = ran.get(name)
  ran.set(name, { cases: cases + (before?.cases ?? 0), milliseconds: milliseconds + (before?.milliseconds ?? 0) })
}

/** Checks a property on its number of cases, and counts those that ran. Throws what fast-check reports of a failure. */
export function assertProperty<Values>(name: PropertyName, property: fc.IProperty<Values>): void {
  const start = performance.now()
  const reporter = (details: fc.RunDetails<Values>): void => {
    ranCases(name, details.numRuns, performance.now() - start)
    // the message as fast-check's own reporter gives it, and the error that broke the property behind it
    if (details.failed) throw new Error(`${name}: ${fc.defaultReportMessage(details)}`, { cause: details.errorInstance })
  }
  fc.assert(property, { numRuns: casesOf(name), seed: SEED, reporter })
}

after(() => {
  if (process.env['GONGWEN_TOTAL_CASES'] !== undefined)
    for (const [name, { cases, milliseconds }] of ran) console.log(`    ${name}: ${cases} cases, ${Math.round((cases * 1000) / milliseconds)} a second`)
  const cases = Array.from(ran.values()).reduce((all, one) => all + one.cases, 0)
  console.log(`    properties: ${ran.size}, cases: ${cases}, seed: ${SEED}`)
})
