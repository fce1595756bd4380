import { canonicalise } from '../text/canonical.js'
import { OF_BLOCKS } from '../text/kept.js'
import { rangeOf, type TextRange } from '../text/range.js'

/**
 * What a block is. `paragraph`, `heading`, `list-item`, `quote` and `table-row` hold prose; the others do not.
 * `heading` is a Markdown heading; plain-text headings are paragraphs that the outline reads as headings.
 */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'table-row' | 'code' | 'html' | 'front-matter' | 'definition' | 'separator'

const PROSE: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'list-item', 'quote', 'table-row'])

/** Where the prose of a block stands in its source: a constant shift, or one source offset for each unit of prose. */
export type ProseMap = number | Int32Array

/**
 * One source line of prose (a paragraph of a work report is one line), or a run of lines that is no prose (code, front
 * matter, a comment). A block does not know where it stands: the same source gives the same object, so that what is
 * computed from it can be kept on it.
 *
 * Three texts: `source` as written; `text`, the prose a reader sees, without indentation and Markdown marks; and
 * `canonical`, of the same length as `text`, with the variants of punctuation brought together.
 */
export class Block {
  private canonicalText: string | undefined = undefined
  /** what has been read of it, see `Shelf` */
  readonly kept: unknown[] = OF_BLOCKS.room()

  constructor(
    readonly kind: BlockKind,
    readonly source: string,
    readonly text: string,
    private readonly map: ProseMap,
    /** 1 to 6 for a Markdown heading, else 0 */
    readonly depth: number = 0,
  ) {}

  /** Whether the block holds sentences of the report. */
  get isProse(): boolean {
    return PROSE.has(this.kind) && this.text.length > 0
  }

  /** The prose with canonical characters; offsets are those of `text`. */
  get canonical(): string {
    return (this.canonicalText ??= canonicalise(this.text))
  }

  /**
   * A range of `text` in `source`.
   *
   * @example In `**一、**总结` the prose is `一、总结`, and its range 2–4 is 6–8 of the source.
   */
  toSource(range: TextRange): TextRange {
    if (typeof this.map === 'number') return rangeOf(range.start + this.map, range.end + this.map)
    if (range.start >= range.end) {
      const at = this.sourceOffset(range.start)
      return rangeOf(at, at)
    }
    return rangeOf(this.sourceOffset(range.start), this.sourceOffset(range.end - 1) + 1)
  }

  /** Whether another block, read of the same source, is read as this one is. */
  isReadAs(other: Block): boolean {
    const { map } = other
    return (
      this.kind === other.kind &&
      this.depth === other.depth &&
      this.source === other.source &&
      this.text === other.text &&
      (typeof map === 'number' || typeof this.map === 'number' ? map === this.map : this.map.every((at, i) => at === map[i]))
    )
  }

  /** Whether a range of `text` stands in the source without Markdown marks between its characters. */
  isVerbatim(range: TextRange): boolean {
    const { start, end } = this.toSource(range)
    return this.source.slice(start, end) === this.text.slice(range.start, range.end)
  }

  /** The cells of a table row, with ranges in `text`. */
  get cells(): readonly (TextRange & { readonly text: string })[] {
    const cells: (TextRange & { text: string })[] = []
    let start = 0
    for (const text of this.text.split('\n')) {
      cells.push({ start, end: start + text.length, text })
      start += text.length + 1
    }
    return cells
  }

  private sourceOffset(at: number): number {
    const map = this.map as Int32Array
    if (at < map.length) return map[at] as number
    return map.length === 0 ? this.source.length : (map[map.length - 1] as number) + 1
  }
}
