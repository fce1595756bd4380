import { applyEdits, type TextEdit } from '../text/edit.js'
import { overlaps, rangeOf, type TextRange } from '../text/range.js'
import { formatOrdinalNumeral } from './chinese-numeral.js'
import { Question } from './gathering.js'
import { formatOrdinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, PositionedBlock, Section } from './outline.js'
import { readReferencePaths, type ReferencePath, type ReferenceStep } from './reference-path.js'
import type { ReportDocument } from './report-document.js'

/** Words of a report that name one of its own headings by number: 见第三部分, 详见“二、……”, 前文（二）. */
export interface HeadingReference extends TextRange {
  /** the words as written, from 第 or the bracket on, without 见 and the like; ranges are of the whole text */
  readonly text: string
  /** what each step names, outermost first, as written */
  readonly steps: readonly ReferenceStep[]
  /** whether the last step stands in quotation marks, as the heading is written */
  readonly isQuoted: boolean
  /** one section for each step */
  readonly targets: readonly Section[]
  /** other sections that the words fit as well, where nothing speaks for those of `targets` */
  readonly alternatives: readonly (readonly Section[])[]
  /** false where other headings have the same number, or nothing says that this text and no other is meant */
  readonly isCertain: boolean
}

/** A change of a reference that somebody should look at before it is made. */
export interface DoubtfulEdit extends TextEdit {
  /** the words as they stand */
  readonly text: string
}

/** What a change of numbers asks of the references: edits that are certain, and those to be looked at. */
export interface ReferenceEdits {
  readonly edits: readonly TextEdit[]
  readonly doubtful: readonly DoubtfulEdit[]
}

/**
 * The references of a report to its own headings, in reading order. References to other papers (《……》第三部分, 附件二) are
 * not among them, nor are those that name no heading there is.
 */
export function headingReferences(document: ReportDocument): readonly HeadingReference[] {
  let found = references.get(document)
  if (found === undefined) {
    found = readReferences(document)
    references.set(document, found)
  }
  return found
}

const references = new WeakMap<ReportDocument, readonly HeadingReference[]>()

const PATHS = new Question((block) => {
  const paths = readReferencePaths(block.canonical).filter((path) => block.isVerbatim(path))
  return paths.length === 0 ? undefined : paths
})

/** What is read of a paragraph for references to headings: all of it where it may hold one. */
export const referencesIn = PATHS.reading

function readReferences(document: ReportDocument): HeadingReference[] {
  const ordinals = document.outline.headings.flatMap(({ ordinalRange }) => (ordinalRange === undefined ? [] : [ordinalRange]))
  return document.ask(PATHS).flatMap(({ at, answer }) =>
    answer.flatMap((path) => {
      const reference = resolve(document, at, path)
      return reference === undefined || ordinals.some((ordinal) => overlaps(ordinal, reference)) ? [] : [reference]
    }),
  )
}

function resolve(document: ReportDocument, at: PositionedBlock, path: ReferencePath): HeadingReference | undefined {
  const range = document.toDocument(at, path)
  const chains = chainsOf(document, path).filter((chain) => isInDirection((chain[chain.length - 1] as Section).start, range.start, path.direction))
  const near = chains.length > 1 ? chains.filter((chain) => holds(chain[0]?.parent, range.start)) : chains
  const [targets, ...alternatives] = near.length === 1 ? near : chains
  if (targets === undefined) return undefined
  const steps = path.steps.map((step) => ({ ...step, ...document.toDocument(at, step), numeral: document.toDocument(at, step.numeral) }))
  return {
    ...range,
    text: document.text.slice(range.start, range.end),
    steps,
    isQuoted: path.isQuoted,
    targets,
    alternatives,
    isCertain: chains.length === 1 && path.isCued,
  }
}

/** Every way down the outline that the steps describe. */
function chainsOf({ outline }: ReportDocument, { steps }: ReferencePath): Section[][] {
  let chains: Section[][] = []
  steps.forEach((step, i) => {
    chains =
      i === 0
        ? outline.sections.filter((section) => isNamed(section, step, outline.headings)).map((section) => [section])
        : chains.flatMap((chain) =>
            (chain[chain.length - 1] as Section).children.filter((section) => isNamed(section, step, outline.headings)).map((section) => [...chain, section]),
          )
  })
  return chains
}

function isNamed({ heading }: Section, step: ReferenceStep, headings: readonly Heading[]): boolean {
  const ordinal = heading?.ordinal
  if (heading === undefined || ordinal?.value !== step.value || !heading.title.startsWith(step.title)) return false
  if (step.counter === '') return step.style === undefined || step.style === ordinal.style
  if (ordinal.counter === step.counter) return true
  // 第三部分 is the usual way to speak of 三、 where no heading is called 部分
  return step.counter === '部分' && ordinal.style === 'chinese' && !headings.some((other) => other.ordinal?.counter === '部分')
}

function isInDirection(target: number, place: number, direction: ReferencePath['direction']): boolean {
  return direction === undefined || (direction === 'before' ? target < place : target > place)
}

function holds(section: Section | undefined, offset: number): boolean {
  return section?.parent !== undefined && section.start <= offset && offset < section.end
}

/**
 * What the references must become when headings get other numbers.
 *
 * @param document the report as it stands
 * @param edits the edits that number its headings anew, of the whole text; titles and the order of sections stay
 * @returns edits of the same text, none of which overlaps one of `edits`
 */
export function referenceEdits(document: ReportDocument, edits: readonly TextEdit[]): ReferenceEdits {
  const all = edits.length === 0 ? [] : headingReferences(document)
  if (all.length === 0) return { edits: [], doubtful: [] }
  const renumbered = document.withText(applyEdits(document.text, edits))
  const after = new Map(renumbered.outline.sections.map((section) => [section.heading?.titleRange.start, section]))
  const become = ({ heading }: Section): Section | undefined => heading && after.get(shifted(heading.titleRange.start, edits))
  const certain: TextEdit[] = []
  const doubtful: DoubtfulEdit[] = []
  for (const reference of all) {
    for (const targets of [reference.targets, ...reference.alternatives]) {
      const { edits: changes, isLikeBefore } = follow(reference, targets, targets.map(become))
      if (changes.length === 0) continue
      if (reference.isCertain && isLikeBefore) certain.push(...changes)
      else doubtful.push(...changes.map((edit) => ({ ...edit, text: reference.text })))
      break
    }
  }
  return { edits: certain, doubtful }
}

/** The edits that make a reference follow its targets, and whether it reads as before but for its numbers. */
function follow(
  reference: HeadingReference,
  before: readonly Section[],
  after: readonly (Section | undefined)[],
): { edits: TextEdit[]; isLikeBefore: boolean } {
  const now = after.filter((section) => section !== undefined)
  if (now.length < after.length) return { edits: [], isLikeBefore: false }
  if (reference.isQuoted || hasShape(now, before)) return { edits: renumberSteps(reference, now), isLikeBefore: true }
  return { edits: [{ start: reference.start, end: reference.end, newText: describe(now[now.length - 1] as Section) }], isLikeBefore: false }
}

/** Where an offset comes to stand; no edit goes across it. */
function shifted(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce((at, { start, end, newText }) => (end <= offset ? at + newText.length - (end - start) : at), offset)
}

/** Whether sections have the styles that they had and stand under each other as before. */
function hasShape(now: readonly Section[], before: readonly Section[]): boolean {
  return now.every(({ heading, parent }, i) => heading?.ordinal?.style === before[i]?.heading?.ordinal?.style && (i === 0 || parent === now[i - 1]))
}

function renumberSteps({ steps, isQuoted }: HeadingReference, now: readonly Section[]): TextEdit[] {
  return steps.flatMap((step, i): TextEdit[] => {
    const ordinal = now[i]?.heading?.ordinal
    if (ordinal === undefined) return []
    if (isQuoted && i === steps.length - 1 && step.style !== ordinal.style)
      return [{ ...rangeOf(step.start, step.end), newText: formatOrdinal(ordinal.style, ordinal.value, ordinal.counter || undefined) }]
    return ordinal.value === step.value ? [] : [{ ...step.numeral, newText: numeralLike(step, ordinal.value) }]
  })
}

function numeralLike({ isChinese }: ReferenceStep, value: number): string {
  return isChinese ? formatOrdinalNumeral(value) : String(value)
}

const NAMES: Readonly<Partial<Record<OrdinalStyle, (value: number) => string>>> = {
  chinese: (value) => `第${formatOrdinalNumeral(value)}部分`,
  'bracketed-chinese': (value) => `第（${formatOrdinalNumeral(value)}）项`,
  digit: (value) => `第${value}点`,
  'bracketed-digit': (value) => `第（${value}）点`,
  circled: (value) => `第${value}小点`,
}

/** A section's place in words: 第三部分第（二）项. */
function describe({ heading, parent }: Section): string {
  const above = parent === undefined ? '' : describe(parent)
  const ordinal = heading?.ordinal
  if (ordinal === undefined) return above
  return above + (NAMES[ordinal.style]?.(ordinal.value) ?? formatOrdinal(ordinal.style, ordinal.value, ordinal.counter))
}
