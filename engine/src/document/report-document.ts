import { misreadingIn } from './misreading.js'
import { leavesResidue, leavesShape, lineEdit, moveBlocks, type LineEdit } from './line-edit.js'
import { splitBlocks, type BlockCache, type SplitBlock, type TextFormat } from '../markdown/splitter.js'
import { LineIndex, type SourceLine } from '../text/line-index.js'
import type { TextRange } from '../text/range.js'
import { Passages, type Answered, type Question } from './gathering.js'
import { carryOutline } from './outline-carrying.js'
import { buildOutline, type Outline, type PositionedBlock } from './outline.js'
import { recogniseProfile, type ProfileOverride, type ReportProfile } from './profile.js'
import { classifyResidue, type ResidueBlock } from './residue.js'
import { COMMON_TAXONOMY, type SectionTaxonomy } from './section-taxonomy.js'
import { sentencesOf, type Sentence } from './sentence.js'
import type { UserProfile } from './user-profile.js'

/** What a reader of documents may be told from outside. */
export interface DocumentOptions {
  /** kind, year and so on from front matter or configuration; they win over what the text says */
  readonly profile?: ProfileOverride
  /** phrases that the user counts as residue */
  readonly residuePhrases?: readonly string[]
  /** which sections the unit asks for, when it has said so */
  readonly ownProfile?: UserProfile
  /** the section types that count; those that all reports share when left out */
  readonly taxonomy?: SectionTaxonomy
}

/** Blocks in their places; none is residue yet. */
function placeBlocks(found: readonly SplitBlock[], lines: LineIndex): PositionedBlock[] {
  return found.map(({ block, firstLine, lastLine }, index) => ({
    block,
    index,
    firstLine,
    lastLine,
    start: (lines.line(firstLine) as SourceLine).start,
    end: (lines.line(lastLine) as SourceLine).end,
    isResidue: false,
  }))
}

/** The blocks, each with whether it is residue as a whole. */
function markResidue(blocks: PositionedBlock[], residue: readonly ResidueBlock[]): PositionedBlock[] {
  const marked = new Set(residue.filter(({ parts }) => parts === undefined).map(({ index }) => index))
  return blocks.map((at) => (at.isResidue === marked.has(at.index) ? at : { ...at, isResidue: !at.isResidue }))
}

function isSameResidue(a: readonly ResidueBlock[], b: readonly ResidueBlock[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
}

/** A sentence and the block that it stands in. */
export interface PlacedSentence {
  readonly at: PositionedBlock
  readonly sentence: Sentence
}

/**
 * A report, read in layers: lines, blocks, residue, outline, profile. Each layer is computed once, when first asked for,
 * from the one below. Offsets are UTF-16 units of `text`, line breaks and byte-order mark included.
 */
export class ReportDocument {
  readonly lines: LineIndex
  readonly blocks: readonly PositionedBlock[]
  /** blocks that a site or a tool left, and blocks of the report that hold such a piece, with the evidence */
  readonly residue: readonly ResidueBlock[]
  /** what was read of the text before and holds still, until the next text is read */
  private editRead: LineEdit | undefined
  private proseRead: readonly PositionedBlock[] | undefined
  private passagesRead: Passages | undefined
  private outlineRead: Outline | undefined
  private profileRead: ReportProfile | undefined
  private misreadingRead: TextRange | null | undefined

  constructor(
    readonly text: string,
    readonly format: TextFormat,
    private readonly options: DocumentOptions = {},
    cache?: BlockCache,
    /** the document as it was, with the same format and options; it gives away what it knows */
    previous?: ReportDocument,
  ) {
    const edit = previous && lineEdit(previous, text, options.residuePhrases ?? [], cache)
    this.lines = edit?.lines ?? LineIndex.of(text)
    // the one before that need not be kept
    if (previous !== undefined) previous.editRead = undefined
    if (edit?.isInText === true) {
      this.residue = edit.previous.residue
      this.blocks = moveBlocks(edit)
      this.outlineRead = carryOutline(edit, this)
      this.editRead = edit
      return
    }
    const blocks = edit === undefined ? placeBlocks(splitBlocks(text, this.lines, format, cache), this.lines) : moveBlocks(edit)
    this.residue = classifyResidue(
      blocks.map(({ block }) => block),
      options.residuePhrases ?? [],
    )
    this.blocks = markResidue(blocks, this.residue)
    if (edit === undefined) return
    // residue holds no headings
    if (edit.changed.size === 1 && isSameResidue(edit.previous.residue, this.residue)) this.outlineRead = carryOutline(edit, this)
    if (leavesResidue(edit, this)) this.editRead = { ...edit, keepsShape: leavesShape(edit, this) }
  }

  /** The edit that made this text of the one before, where it was one inside a line that left residue, titles and all other lines as they were. */
  get edit(): LineEdit | undefined {
    return this.editRead
  }

  /** The block that holds a line, blank lines apart. */
  blockOfLine(line: number): PositionedBlock | undefined {
    let low = 0
    let high = this.blocks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.blocks[middle] as PositionedBlock).firstLine <= line) low = middle
      else high = middle - 1
    }
    const at = this.blocks[low]
    return at !== undefined && at.firstLine <= line && line <= at.lastLine ? at : undefined
  }

  /** Another text read as this one was: with the same format and options. */
  withText(text: string): ReportDocument {
    return new ReportDocument(text, this.format, this.options)
  }

  /** The section types that reports like this may have. */
  get taxonomy(): SectionTaxonomy {
    return this.options.taxonomy ?? COMMON_TAXONOMY
  }

  /** Which sections the unit asks for, when it has said so. */
  get ownProfile(): UserProfile | undefined {
    return this.options.ownProfile
  }

  /** The outline, residue left out. */
  get outline(): Outline {
    return (this.outlineRead ??= buildOutline(this.blocks, this.text.length, (at, range) => this.toDocument(at, range)))
  }

  /** Kind, year, unit: what the text says it is, or what it was told. */
  get profile(): ReportProfile {
    return (this.profileRead ??= recogniseProfile(this, this.options.profile ?? {}))
  }

  /** Where the text shows that it was read in a wrong encoding; nothing for a text that can be read. */
  get misreading(): TextRange | undefined {
    if (this.misreadingRead === undefined) this.misreadingRead = misreadingIn(this.text) ?? null
    return this.misreadingRead ?? undefined
  }

  /** The blocks of the report itself: prose that is no residue, in reading order. */
  prose(): readonly PositionedBlock[] {
    return (this.proseRead ??= this.blocks.filter(({ isResidue, block }) => !isResidue && block.isProse))
  }

  /** The sentences of the report itself, each with its block; gathered anew at each call. */
  sentences(): readonly PlacedSentence[] {
    const placed: PlacedSentence[] = []
    for (const at of this.prose()) for (const sentence of sentencesOf(at.block)) placed.push({ at, sentence })
    return placed
  }

  /**
   * The blocks of the report itself that answer a question, in reading order. What blocks answered in an earlier text is not
   * read again, so that a document rule costs as much as there are answers and not as much as there is text.
   */
  ask<Answer>(question: Question<Answer>): readonly Answered<Answer>[] {
    return (this.passagesRead ??= new Passages(this.prose())).ask(question)
  }

  /** A range of a block's text as one of the whole text. */
  toDocument(at: PositionedBlock, range: TextRange): TextRange {
    const { start, end } = at.block.toSource(range)
    return { start: start + at.start, end: end + at.start }
  }

  /**
   * The whole lines of some blocks with their line breaks: what a fix removes. On the last line of the text the break
   * before it goes too, so that no empty line stays.
   */
  wholeLines(firstLine: number, lastLine: number): TextRange {
    const { lines } = this
    const { start } = lines.line(firstLine) as SourceLine
    const last = lines.line(lastLine) as SourceLine
    if (last.next > last.end || firstLine === 0) return { start, end: last.next }
    return { start: (lines.line(firstLine - 1) as SourceLine).end, end: last.end }
  }
}
