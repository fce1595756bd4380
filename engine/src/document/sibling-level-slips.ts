import { ORDINAL_RANK, type Ordinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, Outline, Section } from './outline.js'
import { sequencesOf } from './siblings.js'

/** Headings that are numbered on the wrong level, and what that explains. */
export interface LevelSlips {
  /** each heading on the wrong level, with the style that its number belongs to */
  readonly slips: ReadonlyMap<Heading, OrdinalStyle>
  /** headings whose numbers are right as soon as those are mended */
  readonly explained: ReadonlySet<Heading>
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
  if (outline.headings.length > MAX_HEADINGS) return { slips, explained }
  for (const group of sequencesOf(outline) as Numbered[][]) {
    const first = group[0] as Numbered
    loweredFirst(first, note)
    for (let i = 0; i < group.length; i++) {
      if (slips.has((group[i] as Numbered).heading)) continue
      lowered(group[i] as Numbered, group[i + 1], note)
      if (i > 0) raised(group, i, note)
    }
  }
  return { slips, explained }
}

type Note = (section: Numbered, style: OrdinalStyle, ...right: readonly (Numbered | undefined)[]) => void

/** （三） under 二、, where 四、 comes next: meant 三、. In Markdown it stands beside 二、. */
function lowered(above: Numbered, next: Numbered | undefined, note: Note): void {
  const { style, value } = above.heading.ordinal
  if (next !== undefined && next.heading.ordinal.value !== value + 2) return
  const beside = besideIn(above, next)
  if (beside !== undefined) {
    if (beside.heading.ordinal.value === value + 1) note(beside, style, next)
    return
  }
  for (const group of childGroups(above).values()) {
    const at = group.findIndex(({ heading }) => heading.ordinal.value === value + 1)
    if (at < 0 || value === 0) continue
    const own = group[at] as Numbered
    const before = group[at - 1]?.heading.ordinal.value ?? 0
    const behind = group[at + 1]
    const isOut = own.heading.ordinal.value !== before + 1
    const isRestart = behind?.heading.ordinal.value === 1
    if (next === undefined ? isRestart || (isOut && before === 0 && behind === undefined) : (isOut && behind === undefined) || isRestart) {
      note(own, style, next, behind)
      return
    }
  }
}

/** （一） before 二、, alone or with its own （一） behind it: meant 一、. */
function loweredFirst(first: Numbered, note: Note): void {
  const { style, value } = first.heading.ordinal
  const siblings = first.parent?.children ?? []
  const own = siblings[0]
  if (value !== 2 || own === first || own === undefined || !isNumbered(own) || own.heading.ordinal.value !== 1 || ORDINAL_RANK[own.heading.ordinal.style] <= ORDINAL_RANK[style]) return
  const alike = siblings.slice(0, siblings.indexOf(first)).filter(isNumbered).filter(({ heading }) => heading.ordinal.style === own.heading.ordinal.style)
  if (alike[1] === undefined || alike[1].heading.ordinal.value === 1) note(own, style, first, alike[1])
}

/** 二、 between （一） and （三）, where the true 二、 comes next: meant （二）. */
function raised(group: readonly Numbered[], i: number, note: Note): void {
  const own = group[i] as Numbered
  const before = group[i - 1] as Numbered
  const next = group[i + 1]
  const { value, style } = own.heading.ordinal
  const expected = before.heading.ordinal.value + 1
  const behind = own.children.filter(isNumbered).find(({ heading }) => heading.ordinal.value === value + 1)
  const inner = own.children.filter(isNumbered)[0]
  const last = before.children.filter(isNumbered).at(-1)
  const innerStyle = (inner === behind ? behind : undefined)?.heading.ordinal.style ?? last?.heading.ordinal.style
  if (innerStyle === undefined || ORDINAL_RANK[innerStyle] <= ORDINAL_RANK[style]) return
  const sameStyle = before.children.filter(isNumbered).filter(({ heading }) => heading.ordinal.style === innerStyle)
  if (value !== (sameStyle.at(-1)?.heading.ordinal.value ?? 0) + 1) return
  if (inner !== undefined && inner === behind && innerStyle === inner.heading.ordinal.style) {
    if (next === undefined || next.heading.ordinal.value === expected) note(own, innerStyle, next, inner)
    return
  }
  if (own.children.some((child) => isNumbered(child) && child.heading.ordinal.style === innerStyle)) return
  const goesOn = next?.heading.ordinal.value === expected && [undefined, expected + 1].includes(group[i + 2]?.heading.ordinal.value)
  if (goesOn && (value !== expected || sameStyle.length === 1)) note(own, innerStyle, next)
}

/** A heading of another style beside a Markdown heading, the only one of its style there, before the next of the first style. */
function besideIn(above: Numbered, next: Numbered | undefined): Numbered | undefined {
  const siblings = above.parent?.children ?? []
  const own = siblings[siblings.indexOf(above) + 1]
  if (own === undefined || !isNumbered(own) || own.heading.depth === 0 || own.heading.ordinal.style === above.heading.ordinal.style) return undefined
  if (next === undefined ? own !== siblings.at(-1) : siblings[siblings.indexOf(own) + 1] !== next) return undefined
  return siblings.filter((other) => isNumbered(other) && other.heading.ordinal.style === own.heading.ordinal.style).length === 1 ? own : undefined
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
