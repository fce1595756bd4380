/**
 * How many cases each property runs, and how many it ran: `GONGWEN_CASES` is the number for a weight of 1,
 * `GONGWEN_TOTAL_CASES` the number of all properties together (`npm run properties -- --cases 1000000`), and
 * `GONGWEN_SEED` the seed, which is printed, so that a failure can be run again.
 */
import fc from 'fast-check'

/**
 * Cheap properties run more cases than dear ones: one that reads a short text a thousand times a second, one that checks a
 * long report twice for each case four times. Together a million cases take about 35 minutes of one core.
 */
const WEIGHTS = {
  'engine: any text': 3,
  'engine: report text': 2,
  'engine: safe fixes': 1,
  'engine: session': 1,
  'engine: line ends': 1,
  'engine: plain and Markdown': 1,
  'engine: silenced': 2,
  'engine: canonical': 10,
  'decimal: sums': 10,
  'decimal: order': 10,
  'decimal: quotients': 10,
  'decimal: digits': 10,
  'markdown: as remark': 5,
  'markdown: lines and blocks': 15,
  'markdown: edits': 8,
  'markdown: around an edit': 5,
  'outline: right': 1.5,
  'outline: repeated number': 1,
  'outline: brackets': 1,
  'outline: other brackets': 1,
  'outline: marks': 1,
  'outline: dropped': 1,
  'outline: wrong level': 1,
  'outline: converted': 1,
  'restructure: renumber': 6,
  'restructure: renumbered': 2,
  'restructure: document': 6,
  'restructure: section': 6,
  'restructure: there and back': 4,
  'restructure: up and down': 6,
  'cleaning: sentences': 0.3,
  'cleaning: twice': 0.3,
  'cleaning: digits': 1,
  'figures: right': 2,
  'figures: altered': 2,
  'figures: extremes': 2,
  'figures: extremes compared': 2,
  keystroke: 0.04,
} as const
export type PropertyName = keyof typeof WEIGHTS

const total = process.env['GONGWEN_TOTAL_CASES']
const sum = Object.values(WEIGHTS).reduce((all, weight) => all + weight, 0)
const base = total === undefined ? Number(process.env['GONGWEN_CASES'] ?? 300) : Number(total) / sum
/** Milliseconds that a test of properties may take: a run for a total takes what it takes. */
export const TIMEOUT = total === undefined ? 600_000 : 0
/** The seed of every property of this run. */
export const SEED = Number(process.env['GONGWEN_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.log(`    properties: seed ${SEED}`)

const ran = new Map<PropertyName, { cases: number; seconds: number }>()

/** How many cases a property is to run. */
export function casesOf(name: PropertyName): number {
  return Math.max(20, Math.ceil(base * WEIGHTS[name]))
}

/**
 * Says that a property ran so many cases, for the summary.
 *
 * @param start the processor's time before the first of them
 */
export function ranCases(name: PropertyName, cases: number, start: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(start)
  const before = ran.get(name)
  ran.set(name, { cases: cases + (before?.cases ?? 0), seconds: (user + system) / 1e6 + (before?.seconds ?? 0) })
}

/** Checks a property on its number of cases, and counts those that ran. Throws what fast-check reports of a failure. */
export function assertProperty<Values>(name: PropertyName, property: fc.IProperty<Values>): void {
  const start = process.cpuUsage()
  const reporter = (details: fc.RunDetails<Values>): void => {
    ranCases(name, details.numRuns, start)
    // the message as fast-check's own reporter gives it, and the error that broke the property behind it
    if (details.failed) throw new Error(`${name}: ${fc.defaultReportMessage(details)}`, { cause: details.errorInstance })
  }
  fc.assert(property, { numRuns: casesOf(name), seed: SEED, reporter })
}

after(() => {
  // a total asked for is a long run: then it is of interest which property took how long
  if (total !== undefined)
    for (const [name, { cases, seconds }] of ran) console.log(`    ${name}: ${cases} cases, ${seconds.toFixed(1)} s, ${Math.round(cases / seconds)} a second`)
  const cases = Array.from(ran.values()).reduce((all, one) => all + one.cases, 0)
  console.log(`    properties: ${ran.size}, cases: ${cases}, seed: ${SEED}`)
})
