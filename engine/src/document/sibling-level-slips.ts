import { ORDINAL_RANK, type Ordinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, Outline, Section } from './outline.js'
import { sequencesOf } from './siblings.js'

/** Headings that are numbered on the wrong level, and what that explains. */
export interface LevelSlips {
  /** each heading on the wrong level, with the style that its number belongs to */
  readonly slips: ReadonlyMap<Heading, OrdinalStyle>
  /** headings whose numbers are right as soon as those are mended */
  readonly explained: ReadonlySet<Heading>
  readonly reversals: readonly Reversal[]
}

/** 1. with （一）（二） under it, 2. with （一）（二） under it: two styles that have changed places. */
export interface Reversal {
  readonly outer: readonly Heading[]
  readonly inner: readonly Heading[]
}

type Numbered = Section & { readonly heading: Heading & { readonly ordinal: Ordinal } }

/** Outlines beyond this are no report: nothing is told of them. */
const MAX_HEADINGS = 5000
const slipsOfOutline = new WeakMap<Outline, LevelSlips>()

/**
 * Finds 一、二、（三）四、 and （一）二、（三）: numbers that go on from another level than they are written on. Only where the
 * count of one level breaks here and that of the other one is whole with it; a text that reads as well with a lost or
 * repeated heading is none. Computed once for an outline.
 */
export function levelSlipsOf(outline: Outline): LevelSlips {
  let found = slipsOfOutline.get(outline)
  if (found === undefined) slipsOfOutline.set(outline, (found = find(outline)))
  return found
}

function find(outline: Outline): LevelSlips {
  const slips = new Map<Heading, OrdinalStyle>()
  const explained = new Set<Heading>()
  const note = (section: Numbered, style: OrdinalStyle, ...right: readonly (Numbered | undefined)[]): void => {
    slips.set(section.heading, style)
    for (const other of right) if (other !== undefined) explained.add(other.heading)
  }
  const reversals: Reversal[] = []
  if (outline.headings.length > MAX_HEADINGS) return { slips, explained, reversals }
  const places = new Map(outline.headings.map((heading, i) => [heading, i]))
  const styles = stylesOfDepths(outline)
  for (const section of [outline.root, ...outline.sections]) beside(section, styles, note)
  for (const group of sequencesOf(outline) as Numbered[][]) {
    if ((group[0] as Numbered).heading.depth > 0) continue
    const reversal = reversed(
      group.map(({ heading }) => heading),
      outline.headings,
      places,
    )
    if (reversal !== undefined) {
      reversals.push(reversal)
      for (const heading of [...reversal.outer, ...reversal.inner]) explained.add(heading)
      continue
    }
    loweredFirst(group[0] as Numbered, note)
    for (let i = 0; i < group.length; i++) {
      const own = group[i] as Numbered
      if (i > 0 && !slips.has(own.heading)) raised(group, i, note)
      if (!slips.has(own.heading)) lowered(own, group[i + 1], note)
    }
  }
  return { slips, explained, reversals }
}

/** A group that starts anew behind every number of one inner style, which counts on: those are above it, and not below. */
function reversed(
  inner: readonly (Heading & { readonly ordinal: Ordinal })[],
  headings: readonly Heading[],
  places: ReadonlyMap<Heading, number>,
): Reversal | undefined {
  const starts = inner.filter(({ ordinal }) => ordinal.value === 1)
  if (starts.length < 2 || inner[0] !== starts[0]) return undefined
  const outer = starts.map((start) => headings[(places.get(start) ?? 0) - 1])
  const style = outer[0]?.ordinal?.style
  if (style === undefined || ORDINAL_RANK[style] <= ORDINAL_RANK[(inner[0] as { readonly ordinal: Ordinal }).ordinal.style]) return undefined
  if (outer.some((heading, i) => heading?.ordinal?.style !== style || heading.ordinal.value !== i + 1)) return undefined
  return { outer: outer as Heading[], inner }
}

type Note = (section: Numbered, style: OrdinalStyle, ...right: readonly (Numbered | undefined)[]) => void

/** （三） under 二、, where 四、 comes next: meant 三、. */
function lowered(above: Numbered, next: Numbered | undefined, note: Note): void {
  const { value } = above.heading.ordinal
  if (next !== undefined && next.heading.ordinal.value !== value + 2) return
  const isLone = value === 1 && next === undefined
  for (const group of childGroups(above).values()) {
    for (const [at, own] of group.entries()) {
      if (own.heading.ordinal.value !== value + 1) continue
      const before = group[at - 1]?.heading.ordinal.value ?? 0
      const behind = group[at + 1]
      const isOut = value !== before
      const isRestart = behind?.heading.ordinal.value === 1
      const isPlain = isOut && behind === undefined
      // at the end of a level there is no number behind to confirm it: 一、（一）（三） may have lost its （二）
      if (isRestart || (isPlain && (next !== undefined || before === 0 || (isLone && before > value + 1)))) {
        note(own, above.heading.ordinal.style, next, behind)
        return
      }
    }
  }
}

/** （一） before 二、, alone or with its own （一） behind it: meant 一、. */
function loweredFirst(first: Numbered, note: Note): void {
  const { style, value } = first.heading.ordinal
  const siblings = first.parent?.children ?? []
  const own = siblings[0]
  if (
    value !== 2 ||
    own === first ||
    own === undefined ||
    !isNumbered(own) ||
    own.heading.ordinal.value !== 1 ||
    ORDINAL_RANK[own.heading.ordinal.style] <= ORDINAL_RANK[style]
  )
    return
  const alike = siblings
    .slice(0, siblings.indexOf(first))
    .filter(isNumbered)
    .filter(({ heading }) => heading.ordinal.style === own.heading.ordinal.style)
  if (alike[1] === undefined || alike[1].heading.ordinal.value === 1) note(own, style, first, alike[1])
}

/** 二、 between （一） and （三）, where the true 二、 comes next: meant （二）. */
function raised(group: readonly Numbered[], i: number, note: Note): void {
  const own = group[i] as Numbered
  const before = childGroups(group[i - 1] as Numbered)
  const next = group[i + 1]
  const { value } = own.heading.ordinal
  const expected = (group[i - 1] as Numbered).heading.ordinal.value + 1
  const behind = outermostOf(childGroups(own))?.[0]
  // the level that its number goes on from: the one that goes on behind it, or the last one before it
  const isContinued = behind?.heading.ordinal.value === value + 1
  const lasting = isContinued ? (before.get(behind.heading.ordinal.style) ?? []) : (outermostOf(before) ?? [])
  const style = (isContinued ? behind : lasting[0])?.heading.ordinal.style
  if (style === undefined || ORDINAL_RANK[style] <= ORDINAL_RANK[own.heading.ordinal.style] || value !== (lasting.at(-1)?.heading.ordinal.value ?? 0) + 1)
    return
  if (isContinued) {
    if (next === undefined || next.heading.ordinal.value === expected) note(own, style, next, behind)
    return
  }
  const goesOn = next?.heading.ordinal.value === expected && [undefined, expected + 1].includes(group[i + 2]?.heading.ordinal.value)
  if (goesOn && (value !== expected || lasting.length === 1) && !childGroups(own).has(style)) note(own, style, next)
}

/** In Markdown the depth tells the level: the one heading of its depth under a parent that has another style than all others. */
function beside(parent: Section, styles: ReadonlyMap<number, OrdinalStyle>, note: Note): void {
  const children = parent.children.filter(isNumbered)
  const [first] = children
  if (first === undefined || children.length < 2 || children.length !== parent.children.length || first.heading.depth === 0) return
  if (children.some(({ heading }, i) => heading.depth !== first.heading.depth || heading.ordinal.value !== i + 1)) return
  const groups = [...childGroups(parent).values()].sort((a, b) => a.length - b.length)
  const [odd, usual] = groups as [Numbered[], Numbered[]]
  if (groups.length !== 2 || odd.length !== 1) return
  const known = styles.get(first.heading.depth)
  const [own, others] = usual.length === 1 && known === odd[0]?.heading.ordinal.style ? [usual, odd] : [odd, usual]
  const style = (others[0] as Numbered).heading.ordinal.style
  if (isDeeperByMistake(own[0] as Numbered, children.at(-1))) return
  if (others.length > 1 || known === style) note(own[0] as Numbered, style, ...others)
}

/** ### 二、 as the last under ## 一、, with no other 二、 behind: its depth is wrong, and not its ordinal. */
function isDeeperByMistake(own: Numbered, last: Numbered | undefined): boolean {
  const {
    parent,
    heading: { ordinal },
  } = own
  const above = parent?.heading?.ordinal
  if (own !== last || parent?.parent === undefined || above?.style !== ordinal.style || ordinal.value !== above.value + 1) return false
  const next = parent.parent.children[parent.parent.children.indexOf(parent) + 1]
  return next?.heading?.ordinal?.value !== ordinal.value
}

/** The style that most numbered Markdown headings of a depth have, where it is more than half of them. */
function stylesOfDepths({ headings }: Outline): ReadonlyMap<number, OrdinalStyle> {
  const counts = new Map<number, Map<OrdinalStyle, number>>()
  for (const { depth, ordinal } of headings) {
    if (depth === 0 || ordinal === undefined) continue
    const own = counts.get(depth) ?? new Map<OrdinalStyle, number>()
    counts.set(depth, own.set(ordinal.style, (own.get(ordinal.style) ?? 0) + 1))
  }
  return new Map(
    [...counts].flatMap(([depth, own]) => {
      const total = [...own.values()].reduce((sum, count) => sum + count, 0)
      const usual = [...own].find(([, count]) => count * 2 > total)
      return usual === undefined ? [] : [[depth, usual[0]] as const]
    }),
  )
}

/** The group of the outermost style. */
function outermostOf(groups: ReadonlyMap<OrdinalStyle, readonly Numbered[]>): readonly Numbered[] | undefined {
  return [...groups].sort(([a], [b]) => ORDINAL_RANK[a] - ORDINAL_RANK[b])[0]?.[1]
}

function childGroups({ children }: Section): Map<OrdinalStyle, Numbered[]> {
  const groups = new Map<OrdinalStyle, Numbered[]>()
  for (const child of children) {
    if (!isNumbered(child)) continue
    const group = groups.get(child.heading.ordinal.style)
    if (group === undefined) groups.set(child.heading.ordinal.style, [child])
    else group.push(child)
  }
  return groups
}

function isNumbered(section: Section): section is Numbered {
  return section.heading?.ordinal !== undefined
}
