import { Decimal } from '../document/decimal.js'
import { countHan } from '../text/characters.js'
import type { ReportDocument } from '../document/report-document.js'
import type { LedgerEntry } from './ledger.js'
import { ownScope, scopeKey } from './ledger-scope.js'

/** A figure of the ledger whose value is known. */
export type KnownEntry = LedgerEntry & { readonly value: Decimal }

/** What two figures must have in common to be of one metric. */
export type MatchKey = string

/** Whether a figure's value is known. */
export function isKnownEntry(entry: LedgerEntry): entry is KnownEntry {
  return entry.value !== undefined
}

/** Names that many things of a report have; they are the same metric only under the same section title. */
const GENERIC =
  /^(?:学校|教师|学生|人员|活动|会议|项目|资金|工程|经费|问题|培训|整改|合格|优秀|良好|一等奖|二等奖|三等奖|特等奖|省级|市级|区级|县级|国家级|参加|参与|参加学生|参与学生|受益学生|参训教师|参与教师|覆盖学校|培训教师|人次|家长|党员|干部|群众|学习|总投资|投资|面积|学位|班级|[班中其]|其余|其他|平均|金额|覆盖率|参与率|完成率|合格率|整改率|满意率|优秀率|达标率|通过率|获奖|办结|收回|下降|增长)$/

/** Counts of a manner of speaking: 三项, 两类, 四个. */
const RHETORICAL = /^[一二两三四五六七八九十][个项类种条点次]$/

/**
 * The key of a figure: metric, class of unit and scope, the section's title too where the metric's name is one that many
 * things have; nothing where the words do not name a metric (共, 其, a bare number), nor for
 * 三项 and the like.
 *
 * @param own the letter of the whole that the report is about, from `ownScope`
 */
export function matchKey(entry: LedgerEntry, own: string | undefined): MatchKey | undefined {
  const { metricKey, unitClass, scope, section } = entry
  if (countHan(metricKey) < 2 || RHETORICAL.test(entry.written) || /^duration/.test(unitClass)) return undefined
  const isGeneric = countHan(metricKey) <= 2 || GENERIC.test(metricKey)
  return [metricKey, unitClass, scopeKey(scope, own), isGeneric ? `@${section.replace(/(?:19|20)\d\d年度?/g, '')}` : ''].join('|')
}

/** The values that a report gives for one year, by key; a key with two different values is ambiguous. */
export class FigureIndex {
  private readonly byKey = new Map<MatchKey, KnownEntry[]>()
  private readonly own: string | undefined

  constructor(document: ReportDocument, ledger: readonly LedgerEntry[], year: number) {
    this.own = ownScope(document)
    for (const entry of ledger) {
      if (entry.year === year && (entry.role === 'done' || entry.role === 'share') && isKnownEntry(entry) && entry.approximation !== 'range') this.add(entry)
    }
  }

  private add(entry: KnownEntry): void {
    const key = matchKey(entry, this.own)
    if (key === undefined) return
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, [entry])
    else if (!known.some(({ value }) => value.equals(entry.value))) known.push(entry)
  }

  /** The key of another figure of this report's kind. */
  keyOf(entry: LedgerEntry): MatchKey | undefined {
    return matchKey(entry, this.own)
  }

  /** The one value of a key; nothing when there is none or when there are several. */
  valueOf(key: MatchKey): KnownEntry | undefined {
    const entries = this.byKey.get(key)
    return entries?.length === 1 ? entries[0] : undefined
  }

  isAmbiguous(key: MatchKey): boolean {
    return (this.byKey.get(key)?.length ?? 0) > 1
  }

  /** The keys with one value, in the order of the report. */
  values(): [MatchKey, KnownEntry][] {
    return this.all().filter(([key]) => !this.isAmbiguous(key))
  }

  /** Every key with each of its values. */
  all(): [MatchKey, KnownEntry][] {
    return Array.from(this.byKey).flatMap(([key, entries]) => entries.map((entry): [MatchKey, KnownEntry] => [key, entry]))
  }
}

/** The difference between two values and its rate in per cent with one decimal; no rate for percentages and from zero. */
export function changeOf(last: KnownEntry, current: KnownEntry): { change: Decimal; rate: Decimal | undefined } {
  const change = current.value.minus(last.value)
  if (current.kind === 'percentage' || last.value.compare(Decimal.ZERO) <= 0) return { change, rate: undefined }
  const size = change.abs().times(Decimal.of(100)).quotient(last.value, 1)
  return { change, rate: change.sign < 0 ? Decimal.ZERO.minus(size) : size }
}
