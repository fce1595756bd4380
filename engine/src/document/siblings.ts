import type { Heading, Outline, Section } from './outline.js'

/**
 * The numbered headings that belong to one sequence: those of one style under one parent, in reading order. Headings
 * without ordinal do not break a sequence. A sequence of a single heading is given too.
 */
export function siblingsByStyle(outline: Outline): Heading[][] {
  const groups: Heading[][] = []
  const visit = (section: Section): void => {
    const byStyle = new Map<string, Heading[]>()
    for (const { heading } of section.children) {
      if (heading?.ordinal === undefined) continue
      const group = byStyle.get(heading.ordinal.style)
      if (group === undefined) byStyle.set(heading.ordinal.style, [heading])
      else group.push(heading)
    }
    groups.push(...byStyle.values())
    section.children.forEach(visit)
  }
  visit(outline.root)
  return groups
}
