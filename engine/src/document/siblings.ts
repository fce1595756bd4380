import type { Block } from '../markdown/block.js'
import { DIVISIONS, type OrdinalStyle } from './ordinal.js'
import { keptWith } from '../text/kept.js'
import type { Heading, Outline, Section } from './outline.js'

/** Styles of lists inside a section, which may start anew behind a line that introduces a list of its own. */
const LIST_STYLES: ReadonlySet<OrdinalStyle> = new Set(['bracketed-chinese', 'digit', 'bracketed-digit', 'circled'])
const INTRODUCTION = /：$|(?:以下|如下)[^。]{0,14}。$/

/**
 * The numbered sections that belong to one sequence: those of one style under one parent, in reading order. Headings
 * without ordinal do not break a sequence; a list that starts at 1 behind a line that introduces it (it ends in a colon) is
 * a sequence of its own. A sequence of a single section is given too. Under 第一部分 and 第二部分 a count may run on: 三、 under
 * the second goes on from 二、 under the first. So it may under 一、二、三、, as the tasks of a 工作要点 are numbered throughout.
 */
export const sequencesOf: (outline: Outline) => readonly (readonly Section[])[] = keptWith((outline: Outline): Section[][] => {
  const groups: Section[][] = []
  const visit = (parent: Section): void => {
    const byStyle = new Map<string, Section[]>()
    let previous: Section = parent
    for (const section of parent.children) {
      const ordinal = section.heading?.ordinal
      if (ordinal !== undefined) {
        const group = byStyle.get(ordinal.style)
        if (group === undefined || (ordinal.value === 1 && LIST_STYLES.has(ordinal.style) && isIntroduced(section, previous))) {
          const fresh = [section]
          byStyle.set(ordinal.style, fresh)
          groups.push(fresh)
        } else group.push(section)
      }
      previous = section
    }
  }
  visit(outline.root)
  for (const section of outline.sections) visit(section)
  return withRunningCounts(groups)
})

/**
 * The same groups, those joined that run on from 第一部分 into 第二部分. That is how a report counts when more of them run on
 * than begin anew; a single number is rather a heading on the wrong level.
 */
function withRunningCounts(groups: readonly Section[][]): Section[][] {
  const joined = new Set<Section[]>()
  for (const { kind, isDivided } of groupsThatMayRunOn(groups)) {
    const running = kind.filter((group, i) => i > 0 && valueOf(group[0]) === valueOf(kind[i - 1]?.at(-1)) + 1)
    const anew = kind.filter((group, i) => i > 0 && valueOf(group[0]) === 1)
    if (running.length <= anew.length || !running.some((group) => valueOf(group[1]) === valueOf(group[0]) + 1)) continue
    // under 一、 and 二、 a count begins anew as a rule: one that runs on once is a slip, one that always does is meant
    if (!isDivided && (anew.length > 0 || running.length < LEAST_RUNNING)) continue
    let whole = kind[0] as Section[]
    for (const [i, group] of kind.slice(1).entries()) {
      // where no count begins anew, one that goes on with a later number has a gap and is none of its own
      const hasGap = anew.length === 0 && valueOf(group[0]) > valueOf(kind[i]?.at(-1))
      if (running.includes(group) || hasGap) {
        whole.push(...group)
        joined.add(group)
      } else whole = group
    }
  }
  return groups.filter((group) => !joined.has(group))
}

/** So many sections behind the first one go on with its count, before it is taken for one count of the whole report. */
const LEAST_RUNNING = 2

/** The groups of each style that stand under headings of one style; `isDivided` where those are 第一部分 and the like. */
function groupsThatMayRunOn(groups: readonly Section[][]): Iterable<{ readonly kind: Section[][]; readonly isDivided: boolean }> {
  const kinds = new Map<string, { kind: Section[][]; isDivided: boolean }>()
  for (const group of groups) {
    const above = group[0]?.parent?.heading?.ordinal
    if (above === undefined) continue
    const key = `${above.style} ${group[0]?.heading?.ordinal?.style}`
    const found = kinds.get(key)
    if (found === undefined) kinds.set(key, { kind: [group], isDivided: DIVISIONS.has(above.style) })
    else found.kind.push(group)
  }
  return kinds.values()
}

function valueOf(section: Section | undefined): number {
  return section?.heading?.ordinal?.value ?? 0
}

/** The headings of each sequence: see `sequencesOf`. */
export function siblingsByStyle(outline: Outline): Heading[][] {
  return sequencesOf(outline).map((group) => group.map(({ heading }) => heading as Heading))
}

/** Whether the paragraph before a section announces a list: it ends in a colon, or is a short label of its own. */
function isIntroduced(section: Section, previous: Section): boolean {
  const blocks = previous.ownBlocks
  const last = blocks[blocks.length - 1]
  if (last === undefined || last === section.heading?.at || last === previous.heading?.at) return false
  const { canonical } = last.block
  return INTRODUCTION.test(canonical) || (canonical.length <= 15 && !/[。；，]$/.test(canonical))
}

/**
 * Whether something stands under a heading: sub-headings, or text, tables and the like; for a heading that runs on into
 * its paragraph, that paragraph. Signature and date at the end of a report do not count.
 */
export function hasContent(section: Section): boolean {
  const { heading } = section
  if (section.children.length > 0 || heading === undefined) return true
  if (heading.form === 'run-in' || heading.form === 'item' || heading.form === 'glued') return true
  return section.ownBlocks.some(
    (at) => at !== heading.at && !at.isResidue && at.block.kind !== 'html' && at.block.kind !== 'separator' && !isSignature(at.block.canonical),
  )
}

const SIGNATURE = /^(?:[（(]?20\d\d年\d{1,2}月\d{1,2}日[）)]?|[^。，；：！？]{2,24}(?:[局委校办园院府会部镇乡]|中心|小学|中学|大学|街道)|[^。，；：！？]{2,4})$/

/** What the sequences of an outline take from a long paragraph: whether it introduces a list. */
export function introductionIn({ canonical }: Block): string {
  return `${INTRODUCTION.test(canonical)}`
}

/** No date or name of a unit that the pattern takes is longer. */
const MAX_SIGNATURE = 30

/** Whether a line is the unit or the person that signs, or a date. */
export function isSignature(canonical: string): boolean {
  const line = canonical.trim()
  return line.length <= MAX_SIGNATURE && SIGNATURE.test(line)
}
