import type { ReportField, ReportKind } from './profile.js'
import { COMMON_TAXONOMY, SECTION_TYPES, SectionTaxonomy, type SectionType } from './section-taxonomy.js'

/** A part of reports that a unit has added to the common ones. */
export interface UserSection {
  /** as `required` and the others name it; may not be that of a common section */
  readonly id: string
  /** as messages name it; a heading that holds it is one of this section */
  readonly name: string
  /** other words that make a heading one of this section */
  readonly aliases?: readonly string[]
  /** words of the body, with weights 1 to 3; 2 for a word in a plain list */
  readonly keywords?: readonly string[] | Readonly<Record<string, number>>
  /** first and last year of reports that the section is asked of */
  readonly years?: { readonly from?: number; readonly until?: number }
}

/** Which parts a unit's reports must have, as its configuration says. Ids are those of the common sections and of its own. */
export interface UserProfile {
  /** whose list it starts from; an empty one when left out */
  readonly base?: Exclude<ReportField, 'unknown'>
  /** the kinds of report that it speaks of; all when left out */
  readonly kinds?: readonly ReportKind[]
  /** lacking ones are warned of; `a|b` asks for one of them */
  readonly required?: readonly string[]
  /** lacking ones are mentioned */
  readonly expected?: readonly string[]
  /** not asked for, though the list that it starts from does */
  readonly optional?: readonly string[]
  readonly sections?: readonly UserSection[]
}

/** The ids of the common sections. */
export const SECTION_IDS: readonly string[] = SECTION_TYPES.map(({ id }) => id)

const PLAIN_WEIGHT = 2

/** The common section types and a unit's own. A section with the id of a common one is passed over. */
export function taxonomyOf(profile: UserProfile | undefined): SectionTaxonomy {
  const own = (profile?.sections ?? []).filter(({ id }) => !COMMON_TAXONOMY.byId.has(id))
  if (own.length === 0) return COMMON_TAXONOMY
  // before the problems and the plan, which stand behind all work sections
  const work = SECTION_TYPES.filter(({ last }) => last !== true)
  return new SectionTaxonomy([...work, ...own.map(sectionType), ...SECTION_TYPES.filter(({ last }) => last === true)])
}

function sectionType({ id, name, aliases = [], keywords = [], years }: UserSection): SectionType {
  const weights = isList(keywords) ? Object.fromEntries(keywords.map((word) => [word, PLAIN_WEIGHT])) : keywords
  return {
    id,
    name,
    title: name,
    headings: [...new Set([name, ...aliases])],
    keywords: weights,
    misleading: [],
    after: [],
    skeleton: [`【请填写：${name}采取的措施、取得的成效和数据】。`],
    ...(years?.from !== undefined && { from: `${years.from}-01` }),
    ...(years?.until !== undefined && { to: `${years.until}-12` }),
  }
}

function isList(keywords: NonNullable<UserSection['keywords']>): keywords is readonly string[] {
  return Array.isArray(keywords)
}
