import type { TextEdit } from '../text/edit.js'
import { formatOrdinalNumeral } from './chinese-numeral.js'
import { formatOrdinal, readOrdinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, PositionedBlock, Section } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { sectionEvidence } from './section-evidence.js'
import type { SectionType } from './section-taxonomy.js'

/** Where a section that is not there would stand; the offset is of the whole text. */
export interface SectionPlace {
  readonly offset: number
  /** the heading that it would follow; undefined in a report without headings */
  readonly after: Heading | undefined
}

/** Where a new section of a type would stand: behind the sections it usually follows, before the signature. */
export function placeOf(document: ReportDocument, type: SectionType): SectionPlace {
  const anchor = anchorOf(document, type)
  return { offset: endOf(document, anchor), after: anchor?.heading }
}

/**
 * The edits that put in a section's skeleton: a heading with the next ordinal in the report's own style, the lines to be
 * filled in, and new numerals for the headings that follow on its level.
 *
 * @param title the new heading's words
 */
export function skeletonEdits(document: ReportDocument, type: SectionType, title: string): TextEdit[] {
  const anchor = anchorOf(document, type)
  const offset = endOf(document, anchor)
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n'
  const gap = isSpaced(document) ? eol + eol : eol
  const heading = `${'#'.repeat(anchor?.heading?.depth ?? 0)}${anchor?.heading?.depth ? ' ' : ''}${ordinalAfter(anchor)}${title}`
  const insertion = {
    start: offset,
    end: offset,
    newText: [heading, ...type.skeleton.map((line) => withOrdinalBelow(line, anchor))].map((line) => gap + line).join(''),
  }
  return [insertion, ...renumbered(anchor)]
}

/** The section that a new one follows as a sibling. */
function anchorOf(document: ReportDocument, type: SectionType): Section | undefined {
  const { root } = document.outline
  const parts = new Set(['problems', 'next-plan'].flatMap((id) => sectionEvidence(document).get(id)?.section ?? []))
  if (type.last === true) {
    const top = root.children
    const plan = top.findIndex((section) => parts.has(section) && section === sectionEvidence(document).get('next-plan')?.section)
    return type.id === 'problems' && plan > 0 ? top[plan - 1] : top.at(-1)
  }
  for (const id of type.after) {
    const section = document.taxonomy.byId.has(id) ? sectionEvidence(document).get(id)?.section : undefined
    if (section !== undefined && !isUnder(section, parts) && !isUnderGoals(section) && (id !== 'results' || section.children.length === 0))
      return titled(section)
  }
  const work = root.children.filter((section) => !parts.has(section))
  const divided = work.filter(({ children, heading }) => children.length >= 2 && !GOALS.test(heading?.title ?? ''))
  const main =
    divided.reduce<Section | undefined>(
      (longest, section) => (longest === undefined || section.end - section.start > longest.end - longest.start ? section : longest),
      undefined,
    ) ?? root
  return main.children.filter((section) => !parts.has(section)).at(-1)
}

/** The section itself, or the titled one that it is an item of: a numbered sentence is no neighbour for a part. */
function titled(section: Section): Section {
  let at = section
  while (at.heading?.form === 'item' && at.parent?.heading !== undefined) at = at.parent
  return at
}

/** A list of goals or figures to reach, which holds no work. */
const GOALS = /目标(?:任务)?$|指标$|总体要求$|指导思想$/

function isUnderGoals(section: Section): boolean {
  return GOALS.test(section.parent?.heading?.title ?? '')
}

function isUnder(section: Section, parts: ReadonlySet<Section>): boolean {
  for (let at: Section | undefined = section; at !== undefined; at = at.parent) if (parts.has(at)) return true
  return false
}

function ordinalAfter(anchor: Section | undefined): string {
  const ordinal = anchor?.heading?.ordinal
  if (ordinal === undefined || (ordinal.style === 'circled' && ordinal.value >= 20)) return ''
  const next = formatOrdinal(ordinal.style, ordinal.value + 1, ordinal.counter)
  // among 1． 2． the new one has a full-width point too
  return ordinal.mark === '．' ? next.replace('.', '．') : next
}

const BELOW: Partial<Record<OrdinalStyle, OrdinalStyle>> = { 'bracketed-chinese': 'digit', digit: 'bracketed-digit', 'bracketed-digit': 'circled' }

/** A skeleton's line with its ordinal one level below the new heading; the lexicon writes it for headings with 一、. */
function withOrdinalBelow(line: string, anchor: Section | undefined): string {
  const ordinal = readOrdinal(line)
  const style = anchor?.heading?.ordinal === undefined ? undefined : BELOW[anchor.heading.ordinal.style]
  return ordinal === undefined || style === undefined ? line : formatOrdinal(style, ordinal.value) + line.slice(ordinal.end)
}

/** New numerals for the siblings behind the anchor. */
function renumbered(anchor: Section | undefined): TextEdit[] {
  const style = anchor?.heading?.ordinal?.style
  if (anchor?.parent === undefined || style === undefined) return []
  const siblings = anchor.parent.children.slice(anchor.parent.children.indexOf(anchor) + 1)
  return siblings.flatMap(({ heading }) => {
    const { ordinal, ordinalRange } = heading ?? {}
    if (ordinal?.style !== style || ordinalRange === undefined) return []
    const start = ordinalRange.start + ordinal.numeral.start - ordinal.start
    const value = ordinal.value + 1
    const newText = style === 'circled' ? formatOrdinal(style, Math.min(value, 20)) : style.includes('digit') ? String(value) : formatOrdinalNumeral(value)
    return [{ start, end: start + ordinal.numeral.end - ordinal.numeral.start, newText }]
  })
}

const SIGNATURE =
  /^(?:.{0,6}20\d\d年\d{1,2}月\d{1,2}日|二[〇○零].{3,12}日|[^，。；：]{2,24}(?:局|委员会|政府|办事处|小学|中学|学校|幼儿园|中心|学院|[委办院所站处科室])|述职人.{0,16}|汇报人.{0,16}|(?:特此|以上)(?:报告|汇报|总结).{0,20}|[\u4e00-\u9fff]{2,4}|【[^】]{0,20}(?:落款|单位|日期)[^】]{0,10}】)$/

/** The end of the last block of a section's text, in front of signature and date; of the whole report without a section. */
function endOf(document: ReportDocument, section: Section | undefined): number {
  const limit = section?.end ?? document.text.length
  const start = section?.heading?.end ?? 0
  const blocks = [...document.prose()].filter((at) => at.start < limit && at.end > start && at.start >= (section?.start ?? 0))
  while (blocks.length > 1 && limit >= document.text.length - 1 && isSignature(blocks.at(-1) as PositionedBlock)) blocks.pop()
  const last = blocks.at(-1)
  return last === undefined ? limit : Math.min(limit, last.end)
}

function isSignature({ block }: PositionedBlock): boolean {
  return block.kind === 'paragraph' && SIGNATURE.test(block.canonical.replace(/\s/g, ''))
}

/** Whether the report sets its paragraphs apart by blank lines, as Markdown does. */
function isSpaced(document: ReportDocument): boolean {
  if (document.format === 'markdown') return true
  const blocks = [...document.prose()]
  const apart = blocks.filter((at, i) => i > 0 && at.firstLine - (blocks[i - 1] as PositionedBlock).lastLine > 1).length
  return apart * 2 > blocks.length
}
