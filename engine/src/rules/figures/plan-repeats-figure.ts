import { Join } from '../../document/joining.js'
import { entriesAt, sourceOfEntries, type LedgerEntry } from '../../figures/ledger.js'
import { joined } from '../../linting/joined.js'
import { defineRule } from '../../linting/rule.js'

/** Words that make two metrics the same by chance: they say how and not what. */
const SHORTEST_METRIC = 4

/** A planned figure and the same figure of the year before, the last one given. */
interface Repeated {
  readonly planned: LedgerEntry
  readonly earlier: LedgerEntry
}

const REPEATED = new Join<LedgerEntry, Repeated>({
  itemsAt: (at, document) => entriesAt(at, document).filter((entry) => (entry.role === 'planned' || entry.role === 'done') && isTelling(entry)),
  sourceOf: sourceOfEntries,
  keyOf: (entry) => keyOf(entry, (entry.year ?? 0) - (entry.role === 'planned' ? 1 : 0)),
  leads: ({ role }) => role === 'planned',
  answers: (entries) => {
    const earlier = entries.filter(({ role }) => role === 'done').at(-1)
    return earlier === undefined ? [] : entries.flatMap((planned) => (planned.role === 'planned' ? [{ planned, earlier }] : []))
  },
})

/** A plan that gives last year's number for the same thing may have been copied. */
export default defineRule<'document', 'same'>({
  id: 'figures/plan-repeats-figure',
  scope: 'document',
  severity: 'hint',
  source: 'practice',
  summary: '计划数与当年完成数一模一样',
  summaryEn: 'A planned figure equals what was done this year',
  rationale: '下一年计划里同一件事的数与当年完成数完全相同，可能是照抄时忘了改。确实持平的，不用改。取整的数（100人、50所）不提示。',
  messages: {
    same: {
      what: '计划的“{metric}”{planned}，与第{line}行当年的数相同。',
      advice: '确认不是照抄；确实持平的，不用改。',
      en: 'The planned {metric} ({planned}) equals this year’s on line {line}.',
    },
  },
  examples: [
    {
      title: '计划数与完成数相同',
      text: '宁源县教育局2024年工作总结和2025年工作打算\n\n一、2024年工作总结\n\n新建改建食堂17所。\n\n二、2025年工作打算\n\n新建改建食堂⟦17所⟧。',
      reports: ['same'],
    },
    {
      title: '数不同，或者是取整的数',
      text: '宁源县教育局2024年工作总结和2025年工作打算\n\n一、2024年工作总结\n\n新建改建食堂17所，更新课桌凳5000套。\n\n二、2025年工作打算\n\n新建改建食堂12所，更新课桌凳5000套。',
      reports: [],
    },
  ],
  ...joined([REPEATED], ({ planned, earlier }, { say }) => ({
    range: { start: planned.start, end: planned.end },
    messageId: 'same',
    args: { metric: planned.metric, planned: planned.written, line: earlier.line },
    related: [{ start: earlier.start, end: earlier.end, message: say(`当年${earlier.written}`, `this year ${earlier.written}`) }],
  })),
})

function isTelling({ value, metricKey, approximation, kind }: LedgerEntry): boolean {
  if (value === undefined || approximation !== 'exact' || (kind !== 'count' && kind !== 'money') || metricKey.length < SHORTEST_METRIC) return false
  const digits = value.trimmed.toString()
  return digits.length >= 2 && !/[05]$/.test(digits)
}

function keyOf({ metricKey, unitClass, scope, value }: LedgerEntry, year: number): string {
  return [metricKey, unitClass, scope, year, value?.toString()].join('|')
}
