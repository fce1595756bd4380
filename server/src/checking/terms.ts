import type { PositionedBlock, ReportDocument, TextRange } from '@gongwen/engine'

/** A place where a term stands, without marks around it; offsets are of the whole text. */
export interface TermPlace extends TextRange {
  readonly term: string
}

/** A term of a report that is certain to be one: the name of a work in 《》, or a short name that the report defines. */
export interface Term {
  readonly kind: 'work' | 'short-name'
  readonly term: string
  /** every place in reading order; of a short name its definition first */
  readonly places: readonly TermPlace[]
}

const WORK = /《([^《》\n]{1,60})》/g
const DEFINITION = /（(?:以下|下文)?(?:统一)?简称(?:为|作)?：?[“《]?([^“”《》（）。，；：\n]{2,20})[”》]?）/g
const works = new WeakMap<ReportDocument, readonly TermPlace[]>()

/** The names in 《》, marks left out, in reading order; computed once. */
export function namedWorks(document: ReportDocument): readonly TermPlace[] {
  let found = works.get(document)
  if (found === undefined) {
    found = document.prose().flatMap((at) => matchesIn(document, at, WORK))
    works.set(document, found)
  }
  return found
}

/** The term at a place of the whole text; its end counts, for a caret stands there. */
export function termAt(document: ReportDocument, offset: number): Term | undefined {
  const work = namedWorks(document).find(({ start, end }) => start <= offset && offset <= end)
  const name = shortNames(document).find(({ places }) => places.some(({ start, end }) => start <= offset && offset <= end))
  if (name !== undefined) return name
  return work && { kind: 'work', term: work.term, places: namedWorks(document).filter(({ term }) => term === work.term) }
}

const names = new WeakMap<ReportDocument, readonly Term[]>()

/** The short names that a report defines by （以下简称“县局”）, each with the places behind its definition. */
function shortNames(document: ReportDocument): readonly Term[] {
  let found = names.get(document)
  if (found === undefined) {
    const definitions = document.prose().flatMap((at) => matchesIn(document, at, DEFINITION))
    found = definitions
      .filter(({ term }, i) => definitions.findIndex((other) => other.term === term) === i)
      .map((definition) => ({ kind: 'short-name' as const, term: definition.term, places: [definition, ...placesBehind(document, definition)] }))
    names.set(document, found)
  }
  return found
}

function placesBehind(document: ReportDocument, { term, end }: TermPlace): TermPlace[] {
  return document.prose().flatMap((at) => {
    const places: TermPlace[] = []
    if (at.end <= end) return places
    for (let i = at.block.text.indexOf(term); i >= 0; i = at.block.text.indexOf(term, i + term.length)) {
      const range = { start: i, end: i + term.length }
      const place = document.toDocument(at, range)
      if (place.start > end && at.block.isVerbatim(range)) places.push({ term, ...place })
    }
    return places
  })
}

/** The first group of each match, where Markdown marks do not cut it. */
function matchesIn(document: ReportDocument, at: PositionedBlock, pattern: RegExp): TermPlace[] {
  return Array.from(at.block.canonical.matchAll(pattern)).flatMap((match) => {
    const start = match.index + match[0].indexOf(match[1] as string)
    const range = { start, end: start + (match[1] as string).length }
    return at.block.isVerbatim(range) ? [{ term: at.block.text.slice(range.start, range.end), ...document.toDocument(at, range) }] : []
  })
}
