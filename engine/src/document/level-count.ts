import { ORDINAL_RANK } from './ordinal.js'
import type { Heading } from './outline.js'

/** A heading as it is counted. */
export interface LevelStep {
  readonly heading: Heading
  /** the depth of a Markdown heading, more than `MARKDOWN_LEVELS` for a plain one; 0 for a plain one without ordinal */
  readonly level: number
  /** rank of the ordinal's style, 0 without ordinal */
  readonly rank: number
  readonly value: number
}

/** One way to read a text: a heading of another style, depth or number, or one that was lost before it. */
export interface LevelReading {
  readonly kind: 'style' | 'depth' | 'repeated' | 'lost'
  readonly at: number
  readonly level: number
  readonly rank: number
  readonly value: number
}

/** What is wrong in a stretch of headings: numbers that do not follow, and what a right outline seldom has. */
export interface LevelFaults {
  readonly breaks: number
  readonly oddities: number
}

type Kind = Pick<LevelStep, 'level' | 'rank'>
type Tally = Map<number, number>

/** What was counted last on a level. */
interface Count {
  readonly value: number
  readonly rank: number
  /** level of the heading in the outline */
  readonly outline: number
}

export const MARKDOWN_LEVELS = 6
const LEVELS = MARKDOWN_LEVELS + Object.keys(ORDINAL_RANK).length + 1
const NONE: Count = { value: 0, rank: 0, outline: 0 }

/** Counts the headings of a text through, as they are or read otherwise. */
export class LevelCounter {
  private readonly before: (readonly Count[])[] = []
  private readonly breaks = new Set<number>()
  /** steps whose number is right though it does not follow: a list that begins anew */
  private readonly free = new Set<number>()
  /** the level that most often begins under each one */
  private readonly usual: ReadonlyMap<number, number>
  /** the depth at which most Markdown headings of a style stand */
  private readonly home: ReadonlyMap<number, number>
  /** the kinds of headings that the text has */
  private readonly kinds: readonly Kind[]
  /** styles and depths of Markdown headings */
  private readonly ranks: readonly number[]
  private readonly depths: readonly number[]
  private readonly outermost: number

  /** @param broken the headings whose numbers do not follow in the outline as it is */
  constructor(
    readonly steps: readonly LevelStep[],
    broken: ReadonlySet<Heading>,
  ) {
    const last = new Array<Count>(LEVELS).fill(NONE)
    const begun = new Map<number, Tally>()
    const depths = new Map<number, Tally>()
    for (const [i, step] of steps.entries()) {
      this.before.push([...last])
      if (step.rank > 0 && last[step.level] === NONE) add(begun, outerOf(last, step.level), step.level)
      if (step.rank > 0 && step.level <= MARKDOWN_LEVELS) add(depths, step.rank, step.level)
      if (step.rank > 0 && !follows(last, step)) (broken.has(step.heading) ? this.breaks : this.free).add(i)
      enter(last, step)
    }
    this.usual = mostOf(begun)
    this.home = mostOf(depths)
    this.kinds = [...new Map(steps.filter(({ rank }) => rank > 0).map(({ level, rank }) => [`${level} ${rank}`, { level, rank }])).values()]
    const markdown = this.kinds.filter(({ level }) => level <= MARKDOWN_LEVELS)
    this.ranks = [...new Set(markdown.map(({ rank }) => rank))]
    this.depths = [...new Set(markdown.map(({ level }) => level))]
    this.outermost = Math.min(...this.kinds.map(({ level }) => level))
  }

  /** Whether the number of a heading does not follow, in the outline and as it is counted here. */
  isBreak(at: number): boolean {
    return this.breaks.has(at)
  }

  /** The first heading that may have caused a break: the one that the count goes on from, or the one above. */
  reachOf(at: number): number {
    const { level } = this.steps[at] as LevelStep
    let i = at - 1
    while (i > 0 && (this.steps[i] as LevelStep).level > level) i--
    return Math.max(0, i)
  }

  /**
   * The ways to read a text otherwise at a heading: its ordinal of another style, which is another level in plain text and
   * the same one in Markdown; its Markdown depth mistaken; its number that of the one before; a heading lost before it.
   */
  readings(at: number): LevelReading[] {
    const { level, rank, value } = this.steps[at] as LevelStep
    const last = this.before[at] as readonly Count[]
    const lost = this.kinds.map((own): LevelReading => ({ ...own, kind: 'lost', at, value: (last[own.level] as Count).value + 1 }))
    if (rank === 0) return lost
    const repeated: LevelReading[] = value === last[level]?.value ? [{ kind: 'repeated', at, level, rank, value: value + 1 }] : []
    if (level > MARKDOWN_LEVELS) {
      const others = this.kinds.filter((own) => own.level > MARKDOWN_LEVELS && own.rank !== rank)
      return [...others.map((own): LevelReading => ({ ...own, kind: 'style', at, value })), ...repeated, ...lost]
    }
    const styles = this.ranks.filter((other) => other !== rank).map((other): LevelReading => ({ kind: 'style', at, level, rank: other, value }))
    const depths = this.depths.filter((other) => other !== level).map((other): LevelReading => ({ kind: 'depth', at, level: other, rank, value }))
    return [...styles, ...depths, ...repeated, ...lost]
  }

  /** The faults of the headings `from` (included) to `to` (excluded), read in one way; no further than `most` breaks. */
  faults(from: number, to: number, reading?: LevelReading, most = Number.POSITIVE_INFINITY): LevelFaults {
    let breaks = 0
    let oddities = 0
    this.walk(from, to, reading, (broken, odd) => {
      if (broken !== undefined) breaks++
      oddities += odd
      return breaks <= most
    })
    return { breaks, oddities }
  }

  /** The headings that break the count as it is, and do not as it is read. */
  mended(from: number, to: number, reading: LevelReading): Heading[] {
    const left = new Set<number>()
    this.walk(from, to, reading, (broken) => {
      if (broken !== undefined) left.add(broken)
      return true
    })
    return this.steps.flatMap(({ heading }, i) => (i >= from && i < to && this.breaks.has(i) && !left.has(i) ? [heading] : []))
  }

  /** Tells each heading's faults until `tell` has enough. */
  private walk(from: number, to: number, reading: LevelReading | undefined, tell: (broken: number | undefined, oddities: number) => boolean): void {
    const last = [...(this.before[from] as readonly Count[])]
    for (let i = from; i < to; i++) {
      const step = this.steps[i] as LevelStep
      let read = step
      if (reading?.at === i && reading.kind === 'lost') {
        // a heading is lost together with what stands under it
        tell(undefined, this.oddities(last, reading) + (step.level > reading.level ? 1 : 0))
        enter(last, { ...step, ...reading })
      } else if (reading?.at === i) read = { ...step, ...reading }
      const isRight = read.rank === 0 || this.free.has(i) || follows(last, read)
      if (!tell(isRight ? undefined : i, this.oddities(last, read))) return
      enter(last, read)
    }
    if (to === this.steps.length) tell(undefined, this.oddities(last, { level: 0, rank: 0 }))
  }

  /** The only headings of levels that end here, a level that begins otherwise than elsewhere, a style at another depth. */
  private oddities(last: readonly Count[], { level, rank }: Kind): number {
    let found = 0
    for (let inner = level + 1; inner < LEVELS; inner++) if (last[inner]?.value === 1 && inner !== this.outermost) found++
    if (rank === 0) return found
    if (last[level] === NONE && (this.usual.get(outerOf(last, level)) ?? level) !== level) found++
    return level <= MARKDOWN_LEVELS && this.home.get(rank) !== level ? found + 1 : found
  }
}

/** A number that goes on from the one before on its level; in Markdown ordinals of one level are of one style. */
function follows(last: readonly Count[], { level, rank, value }: LevelStep): boolean {
  const { value: before, rank: style } = last[level] as Count
  return value === before + 1 && (before === 0 || style === rank)
}

function enter(last: Count[], { level, rank, value, heading }: LevelStep): void {
  // a heading without ordinal ends what is deeper in the outline, and the count beside it goes on
  if (rank === 0) last.forEach((count, i) => count.outline > heading.level && (last[i] = NONE))
  else {
    last[level] = { value, rank, outline: heading.level }
    last.fill(NONE, level + 1)
  }
}

/** The level that is open above another one; 0 for none. */
function outerOf(last: readonly Count[], level: number): number {
  let outer = level - 1
  while (outer > 0 && last[outer] === NONE) outer--
  return Math.max(0, outer)
}

function add(tallies: Map<number, Tally>, key: number, value: number): void {
  const tally: Tally = tallies.get(key) ?? new Map<number, number>()
  tallies.set(key, tally.set(value, (tally.get(value) ?? 0) + 1))
}

/** The value that each tally has most often, the smallest of equals. */
function mostOf(tallies: ReadonlyMap<number, Tally>): ReadonlyMap<number, number> {
  return new Map([...tallies].map(([key, tally]) => [key, [...tally].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0]))
}
