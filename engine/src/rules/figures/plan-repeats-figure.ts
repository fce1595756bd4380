import type { ReportDocument } from '../../document/report-document.js'
import { ledgerOf, type LedgerEntry } from '../../figures/ledger.js'
import { figuresIn } from '../../figures/ledger-reading.js'
import { defineRule } from '../../linting/rule.js'

/** Words that make two metrics the same by chance: they say how and not what. */
const SHORTEST_METRIC = 4

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
  reads: () => [figuresIn],
  *check(document, { say }) {
    const done = doneFigures(document)
    for (const entry of ledgerOf(document)) {
      const earlier = entry.role === 'planned' && isTelling(entry) ? done.get(keyOf(entry, (entry.year ?? 0) - 1)) : undefined
      if (earlier === undefined) continue
      yield {
        range: { start: entry.start, end: entry.end },
        messageId: 'same',
        args: { metric: entry.metric, planned: entry.written, line: earlier.line },
        related: [{ start: earlier.start, end: earlier.end, message: say(`当年${earlier.written}`, `this year ${earlier.written}`) }],
      }
    }
  },
})

function doneFigures(document: ReportDocument): Map<string, LedgerEntry> {
  const done = new Map<string, LedgerEntry>()
  for (const entry of ledgerOf(document)) if (entry.role === 'done' && isTelling(entry)) done.set(keyOf(entry, entry.year ?? 0), entry)
  return done
}

function isTelling({ value, metricKey, approximation, kind }: LedgerEntry): boolean {
  if (value === undefined || approximation !== 'exact' || (kind !== 'count' && kind !== 'money') || metricKey.length < SHORTEST_METRIC) return false
  const digits = value.trimmed.toString()
  return digits.length >= 2 && !/[05]$/.test(digits)
}

function keyOf({ metricKey, unitClass, scope, value }: LedgerEntry, year: number): string {
  return [metricKey, unitClass, scope, year, value?.toString()].join('|')
}
