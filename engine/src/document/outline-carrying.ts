import type { Block } from '../markdown/block.js'
import { headingsOf } from './heading.js'
import { moveOffset, moveRange, type LineEdit } from './line-edit.js'
import { placeHeading, type Heading, type OpenSection, type Outline, type PositionedBlock, type Section } from './outline.js'
import { neighbourReading } from './outline-lines.js'
import type { ReportDocument } from './report-document.js'
import { introductionIn } from './siblings.js'

/**
 * The outline of the text before, where its headings stand now, if the edited line says the same of the tree; nothing where
 * the outline has to be built anew.
 */
export function carryOutline(edit: LineEdit, document: ReportDocument): Outline | undefined {
  const { previous, before, after, isInText } = edit
  if (isInText) return moveOutline(previous.outline, edit, document, introductionIn(before.block) === introductionIn(after))
  const reading = treeReading(before.block)
  if (!edit.isInside || reading === undefined || reading !== treeReading(after)) return undefined
  return moveOutline(previous.outline, edit, document, true)
}

/** All that the tree takes from a block inside the report, and whether it introduces a list; nothing where its neighbours decide. */
function treeReading(block: Block): string | undefined {
  const beside = neighbourReading(block)
  if (beside === undefined) return undefined
  const headings = headingsOf(block).map(({ form, ordinal, isJoinedBefore, isJoinedAfter }) => ({ form, ordinal, isJoinedBefore, isJoinedAfter }))
  return `${block.kind}${block.depth}|${beside}|${introductionIn(block)}|${JSON.stringify(headings)}`
}

function moveOutline(
  { root, headings, sections, titles, shape }: Outline,
  edit: LineEdit,
  document: ReportDocument,
  isSameShape: boolean,
): Outline | undefined {
  const { blocks } = document
  const edited = edit.isInText ? undefined : editedHeadings(headings, edit, document)
  const now = ({ index }: PositionedBlock): PositionedBlock => blocks[index] as PositionedBlock
  const moved = new Map<Section | undefined, OpenSection>()
  const move = (section: Section, heading: Heading | undefined): OpenSection => {
    const parent = moved.get(section.parent)
    const copy: OpenSection = {
      heading,
      level: section.level,
      rank: (section as OpenSection).rank,
      parent,
      children: [],
      ownBlocks: section.ownBlocks.map(now),
      start: moveOffset(edit, section.start),
      end: moveOffset(edit, section.end),
    }
    parent?.children.push(copy)
    moved.set(section, copy)
    return copy
  }
  const movedHeadings = headings.map((heading) => edited?.get(heading) ?? moveHeading(heading, edit, now(heading.at)))
  return {
    root: move(root, undefined),
    headings: movedHeadings,
    sections: sections.map((section, i) => move(section, movedHeadings[i])),
    titles: titles.map(now),
    shape: isSameShape ? shape : {},
  }
}

/** The headings of the edited line as they are now, by those that they were. */
function editedHeadings(headings: readonly Heading[], { before, after }: LineEdit, document: ReportDocument): Map<Heading, Heading> {
  const at = document.blocks[before.index] as PositionedBlock
  const own = headings.filter((heading) => heading.at.index === before.index)
  // a number that a preview page set before the block is none
  const read = headingsOf(after)
  const found = own.length === read.length ? read : read.filter(({ isJoinedBefore }) => isJoinedBefore)
  return new Map(
    own.map((heading, i) => [
      heading,
      placeHeading(at, found[i] as (typeof found)[number], heading.level, heading.depth, (block, range) => document.toDocument(block, range)),
    ]),
  )
}

/** A heading above the edit stays as it is. Written out, for a spread takes many times as long. */
function moveHeading(heading: Heading, edit: LineEdit, at: PositionedBlock): Heading {
  if (at === heading.at) return heading
  const { form, ordinal, ordinalRange, title, titleRange, endMark, level, depth, isJoinedBefore, isJoinedAfter, start, end } = heading
  return {
    form,
    ordinal,
    ordinalRange: ordinalRange && moveRange(edit, ordinalRange),
    title,
    titleRange: moveRange(edit, titleRange),
    endMark,
    level,
    depth,
    at,
    isJoinedBefore,
    isJoinedAfter,
    start: moveOffset(edit, start),
    end: moveOffset(edit, end),
  }
}
