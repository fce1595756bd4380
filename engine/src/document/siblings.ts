import type { OrdinalStyle } from './ordinal.js'
import type { Heading, Outline, Section } from './outline.js'

/** Styles of lists inside a section, which may start anew behind a line that introduces a list of its own. */
const LIST_STYLES: ReadonlySet<OrdinalStyle> = new Set(['bracketed-chinese', 'digit', 'bracketed-digit', 'circled'])
const INTRODUCTION = /：$|(?:以下|如下)[^。]{0,14}。$/

/**
 * The numbered sections that belong to one sequence: those of one style under one parent, in reading order. Headings
 * without ordinal do not break a sequence; a list that starts at 1 behind a line that introduces it (it ends in a colon) is
 * a sequence of its own. A sequence of a single section is given too.
 */
export function sequencesOf(outline: Outline): Section[][] {
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
  return groups
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

/** No date or name of a unit that the pattern takes is longer. */
const MAX_SIGNATURE = 30

/** Whether a line is the unit or the person that signs, or a date. */
export function isSignature(canonical: string): boolean {
  const line = canonical.trim()
  return line.length <= MAX_SIGNATURE && SIGNATURE.test(line)
}
