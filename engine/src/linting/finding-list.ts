import type { LineIndex } from '../text/line-index.js'
import { compareRanges } from '../text/range.js'
import type { Finding } from './finding.js'

/**
 * A finding whose places are held to their lines. An edit inside another line leaves it as it is: where it stands is told
 * when somebody reads it, by the lines of the text that it is read for.
 */
export interface HeldFinding {
  /** with the offsets of the text that it was last read for */
  finding: Finding
  /** the lines of its places: of its start and end, of those of its related places, of those of its fixes' edits */
  readonly lines: readonly number[]
  readonly columns: readonly number[]
  /** the first and the last of its lines */
  readonly first: number
  readonly last: number
}

/** Findings in reading order. Plain data for whoever reads one; one that nobody reads costs an edit elsewhere nothing. */
export class FindingList {
  private all: readonly Finding[] | undefined

  private constructor(
    private held: readonly HeldFinding[] | undefined,
    private readonly lines: LineIndex,
  ) {}

  /** A list of findings in reading order, with the lines of the text that they are of. */
  static of(findings: readonly Finding[], lines: LineIndex): FindingList {
    const list = new FindingList(undefined, lines)
    list.all = findings
    return list
  }

  /** A list of findings in reading order that were held to lines of this or an earlier text, which has as many. */
  static ofHeld(held: readonly HeldFinding[], lines: LineIndex): FindingList {
    return new FindingList(held, lines)
  }

  /** How many there are. */
  get length(): number {
    return (this.all ?? this.held ?? []).length
  }

  /** All findings, in an array of their own. */
  toArray(): readonly Finding[] {
    return (this.all ??= this.entries.map((held) => findingNow(held, this.lines)))
  }

  /** The findings that begin in a range of the text. Costs as much as there are such. */
  within(start: number, end: number): Finding[] {
    const { entries, lines } = this
    const found: Finding[] = []
    for (let i = firstFrom(entries, lines, start); i < entries.length; i++) {
      const held = entries[i] as HeldFinding
      if (startOf(held, lines) >= end) break
      found.push(findingNow(held, lines))
    }
    return found
  }

  /** The findings held to their lines. */
  get entries(): readonly HeldFinding[] {
    return (this.held ??= (this.all ?? []).map((finding) => holdFinding(finding, this.lines)))
  }
}

/** Holds a finding to the lines of the text that it is of. */
export function holdFinding(finding: Finding, index: LineIndex): HeldFinding {
  const lines: number[] = []
  const columns: number[] = []
  let first = Infinity
  let last = 0
  forEachPlace(finding, (offset) => {
    const line = index.lineAt(offset)
    lines.push(line)
    columns.push(offset - index.startOf(line))
    if (line < first) first = line
    if (line > last) last = line
  })
  return { finding, lines, columns, first, last }
}

function forEachPlace({ start, end, related, fixes }: Finding, take: (offset: number) => void): void {
  take(start)
  take(end)
  for (const place of related) {
    take(place.start)
    take(place.end)
  }
  for (const { edits } of fixes) {
    for (const edit of edits) {
      take(edit.start)
      take(edit.end)
    }
  }
}

/** Whether a place of a finding is held to a line. */
export function standsOn({ first, last, lines }: HeldFinding, line: number): boolean {
  return first <= line && line <= last && lines.includes(line)
}

/** Where a finding begins in the text of these lines. */
export function startOf({ lines, columns }: HeldFinding, index: LineIndex): number {
  return index.startOf(lines[0] as number) + (columns[0] as number)
}

/** Where a finding ends in the text of these lines. */
export function endOf({ lines, columns }: HeldFinding, index: LineIndex): number {
  return index.startOf(lines[1] as number) + (columns[1] as number)
}

/** A finding with the offsets of the text of these lines. */
export function findingNow(held: HeldFinding, index: LineIndex): Finding {
  const { finding, lines, columns } = held
  let place = 0
  const now = (): number => index.startOf(lines[place] as number) + (columns[place++] as number)
  let isMoved = false
  forEachPlace(finding, (offset) => {
    if (now() !== offset) isMoved = true
  })
  if (!isMoved) return finding
  place = 0
  return (held.finding = moveFinding(finding, now))
}

/**
 * A finding with its places elsewhere, which are asked for in the order of `forEachPlace`. Written out, as where it was made: a
 * spread takes many times as long.
 */
export function moveFinding(finding: Finding, move: (offset: number) => number): Finding {
  const { ruleId, messageId, severity, message, advice, start, end, related, fixes } = finding
  return {
    ruleId,
    messageId,
    severity,
    message,
    advice,
    start: move(start),
    end: move(end),
    related: related.length === 0 ? related : related.map(({ message: words, start: from, end: to }) => ({ start: move(from), end: move(to), message: words })),
    fixes:
      fixes.length === 0
        ? fixes
        : fixes.map((fix) => ({ ...fix, edits: fix.edits.map(({ newText, start: from, end: to }) => ({ start: move(from), end: move(to), newText })) })),
  }
}

/** The order of findings: by place, and at one place by rule; what a rule says at one place stays in its order. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareRanges(a, b) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
}

/** Two lists in order as one; of equals those of the first stand first. The second is the shorter one, after an edit. */
export function mergeHeld(a: readonly HeldFinding[], b: readonly Finding[], index: LineIndex): HeldFinding[] {
  const merged: HeldFinding[] = []
  let i = 0
  for (const finding of b) {
    const next = placeFor(a, finding, i, index)
    for (; i < next; i++) merged.push(a[i] as HeldFinding)
    merged.push(holdFinding(finding, index))
  }
  for (; i < a.length; i++) merged.push(a[i] as HeldFinding)
  return merged
}

/** The first place from `low` on behind which no finding comes before or with the given one. */
function placeFor(held: readonly HeldFinding[], finding: Finding, from: number, index: LineIndex): number {
  let low = from
  let high = held.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareHeld(held[middle] as HeldFinding, finding, index) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function compareHeld(held: HeldFinding, finding: Finding, index: LineIndex): number {
  const { ruleId } = held.finding
  return startOf(held, index) - finding.start || endOf(held, index) - finding.end || (ruleId < finding.ruleId ? -1 : ruleId > finding.ruleId ? 1 : 0)
}

/** The first finding that begins at an offset or behind it. */
function firstFrom(held: readonly HeldFinding[], index: LineIndex, offset: number): number {
  let low = 0
  let high = held.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(held[middle] as HeldFinding, index) < offset) low = middle + 1
    else high = middle
  }
  return low
}
