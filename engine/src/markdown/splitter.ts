import { skipBlanks, skipBlanksBack } from '../text/characters.js'
import type { LineIndex, SourceLine } from '../text/line-index.js'
import { Block, type BlockKind } from './block.js'
import { readCommonMarks } from './common-marks.js'
import { readMarkdownLines, WEB_WORDS, type TrimmedLine } from './inline.js'

/** How a text is written: `markdown`, or `plain`, in which every line is a paragraph and no character is a mark. */
export type TextFormat = 'markdown' | 'plain'

/** A block and the lines it takes, zero-based, `lastLine` included. Blank lines belong to no block. */
export interface SplitBlock {
  readonly block: Block
  readonly firstLine: number
  readonly lastLine: number
}

/** A line without any of these holds no Markdown that changes its prose. */
const MARKDOWN_CHARACTER = /[`*_[\]<>&\\|~]/
const MARKDOWN_AT_START = /^(?:[#\-+=]|:?-{3})/
const PLAIN_HEADING = /^#{1,6}[ \t]{1,4}(?=[^\s#][^#]*$)/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const UNDERLINE = /^(?:=+|-+)\s*$/
/** Beyond these a run of lines is read as it stands: remark is quadratic in them, and no report is written so. */
const MAX_RUN_LINES = 400
const MAX_RUN_UNITS = 20_000
const MAX_MARKS = 600
const MAX_QUOTE_DEPTH = 20
const MAX_FRONT_MATTER_LINES = 400
/** Where code or a comment may begin or end. */
const REGION = /```|~~~|<!--|-->/
const FRONT_MATTER = /^\ufeff?(?:---|\+\+\+)/
/** More lines than these that may be read together are split with the whole text. */
const MAX_AROUND = 2 * MAX_RUN_LINES

/**
 * Blocks of earlier texts by their source, so that an unchanged line gives the same object again. A cache belongs to one
 * document; it forgets what the newest text no longer holds.
 */
export class BlockCache {
  private previous = new Map<string, readonly Block[]>()
  private current = new Map<string, readonly Block[]>()

  /** The blocks kept for a key, or those that `make` gives now. */
  get(key: string, make: () => readonly Block[]): readonly Block[] {
    let blocks = this.current.get(key)
    if (blocks === undefined) {
      blocks = this.previous.get(key) ?? make()
      this.current.set(key, blocks)
    }
    return blocks
  }

  /** The blocks kept for a key in the newest text, or those that `make` gives now: for a piece of a text that follows it. */
  amend(key: string, make: () => readonly Block[]): readonly Block[] {
    let blocks = this.previous.get(key)
    if (blocks === undefined) this.previous.set(key, (blocks = make()))
    return blocks
  }

  /** Called when a text has been read whole: what was not asked for since the last call is forgotten. */
  turn(): void {
    this.previous = this.current
    this.current = new Map()
  }
}

/**
 * Splits a text into blocks, in reading order. Total: any text gives blocks, and every line that is not blank belongs to
 * exactly one. An indented line is a paragraph, not code; `1.` at the start of a line is an ordinal, not a list.
 */
export function splitBlocks(text: string, lines: LineIndex, format: TextFormat, cache = new BlockCache()): SplitBlock[] {
  const splitter = new Splitter(text, lines, format, (key, make) => cache.get(key, make))
  const blocks = splitter.split()
  cache.turn()
  return blocks
}

/**
 * Splits the lines around one whose words have changed: those whose blocks the change may have to do with. A piece of a text
 * is read as it is in the whole as long as no code, comment or front matter begins or ends in it.
 *
 * @param text the text now, and `lines` its lines
 * @param before the line as it was
 * @returns the blocks of these lines in reading order; nothing where the text has to be split as a whole
 */
export function splitAround(
  text: string,
  lines: LineIndex,
  line: number,
  before: string,
  format: TextFormat,
  cache = new BlockCache(),
): SplitBlock[] | undefined {
  const mayJoin = (at: number): boolean => format === 'markdown' && at >= 0 && at < lines.count && hasMarks(sourceOf(text, lines, at))
  let [from, to] = [line, line + 1]
  while (mayJoin(from - 1)) from--
  while (mayJoin(to)) to++
  // what stands above an underline is a heading with it
  if (from > 0) from--
  if (to - from > MAX_AROUND || (from < MAX_FRONT_MATTER_LINES && FRONT_MATTER.test(text))) return undefined
  if (REGION.test(before) || REGION.test(text.slice(lines.startOf(from), (lines.line(to - 1) as SourceLine).end))) return undefined
  return new Splitter(text, lines, format, (key, make) => cache.amend(key, make)).split(from, to)
}

/** Whether a line may be read together with its neighbours. */
function hasMarks(source: string): boolean {
  const trimmed = source.slice(skipBlanks(source))
  return MARKDOWN_CHARACTER.test(trimmed) || MARKDOWN_AT_START.test(trimmed)
}

function sourceOf(text: string, lines: LineIndex, line: number): string {
  const { start, end } = lines.line(line) as SourceLine
  return text.slice(start, end)
}

class Splitter {
  private readonly result: SplitBlock[] = []
  private lastCommentEnd: number | undefined
  private run: { firstLine: number; lines: TrimmedLine[]; units: number } | undefined

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly format: TextFormat,
    private readonly blocksFor: (key: string, make: () => readonly Block[]) => readonly Block[],
  ) {}

  /** Splits the whole text, or the lines from one to before another that are read as they stand. */
  split(from = this.frontMatter(), to = this.lines.count): SplitBlock[] {
    let i = from
    while (i < to) i = this.takeLine(i)
    this.flush()
    return this.result
  }

  private sourceOf(line: number): string {
    return sourceOf(this.text, this.lines, line)
  }

  /** Reads the line `i` and gives the line to go on with. */
  private takeLine(i: number): number {
    const source = this.sourceOf(i)
    const indent = skipBlanks(source)
    if (indent === source.length) {
      this.flush()
      return i + 1
    }
    if (this.format === 'markdown') {
      const last = this.region(i, source)
      if (last >= i) {
        this.flush()
        this.addRegion(source.trimStart().startsWith('<!--') ? 'html' : 'code', i, last)
        return last + 1
      }
      const trimmed = source.slice(indent, skipBlanksBack(source))
      if (this.run === undefined && isPlainHeading(trimmed)) {
        this.add(i, i, this.blocksFor(`h${source}`, () => [plainHeading(source, indent, trimmed)])[0] as Block)
        return i + 1
      }
      if (MARKDOWN_CHARACTER.test(trimmed) || MARKDOWN_AT_START.test(trimmed)) {
        this.suspect(i, { source, indent, trimmed })
        return i + 1
      }
    }
    this.flush()
    if (this.format === 'plain' && isSuppression(source.trim())) {
      this.addRegion('html', i, i)
      return i + 1
    }
    this.add(i, i, this.blocksFor(`p${source}`, () => [plainParagraph(source, indent)])[0] as Block)
    return i + 1
  }

  /** The last line of a fenced code block or a comment that starts at line `i`, or -1. */
  private region(i: number, source: string): number {
    const fence = FENCE.exec(source)
    if (fence !== null && !(fence[1]?.startsWith('`') === true && source.slice(fence[0].length).includes('`'))) {
      const mark = fence[1] as string
      for (let k = i + 1; k < this.lines.count; k++) {
        const close = FENCE.exec(this.sourceOf(k))
        if (close !== null && (close[1] as string).startsWith(mark) && this.sourceOf(k).slice(close[0].length).trim() === '') return k
      }
      return this.lines.count - 1
    }
    if (!source.trimStart().startsWith('<!--')) return -1
    // many comments may be open and none closed: none of them looks beyond the last end of one
    this.lastCommentEnd ??= this.text.lastIndexOf('-->')
    for (let k = i; k < this.lines.count && (this.lines.line(k) as SourceLine).start <= this.lastCommentEnd; k++)
      if (this.sourceOf(k).includes('-->')) return this.sourceOf(k).trimEnd().endsWith('-->') ? k : -1
    return -1
  }

  /** A line with Markdown marks joins the run that remark reads at once. */
  private suspect(i: number, line: TrimmedLine): void {
    if (isTooIntricate(line.trimmed)) {
      this.flush()
      this.add(i, i, this.blocksFor(`p${line.source}`, () => [plainParagraph(line.source, line.indent)])[0] as Block)
      return
    }
    if (this.run === undefined) {
      this.run = { firstLine: i, lines: [], units: 0 }
      this.joinUnderlined(i, line.trimmed)
    }
    this.run.lines.push(line)
    this.run.units += line.trimmed.length
    if (this.run.lines.length >= MAX_RUN_LINES || this.run.units >= MAX_RUN_UNITS) this.flush()
  }

  /** `标题` over a line of `===` is a heading: the line above is read together with its underline. */
  private joinUnderlined(i: number, trimmed: string): void {
    const above = this.result[this.result.length - 1]
    if (!UNDERLINE.test(trimmed) || above?.lastLine !== i - 1 || above.block.kind !== 'paragraph') return
    const { source, text } = above.block
    if (text.length > 60 || /[。；，]$/.test(text)) return
    this.result.pop()
    const run = this.run as { firstLine: number; lines: TrimmedLine[] }
    run.firstLine = i - 1
    run.lines.push({ source, indent: skipBlanks(source), trimmed: text })
  }

  private flush(): void {
    const run = this.run
    if (run === undefined) return
    this.run = undefined
    const key = `m${run.lines.map((line) => line.source).join('\n')}`
    const blocks = this.blocksFor(key, () => readCommonMarks(run.lines) ?? readMarkdownLines(run.lines))
    blocks.forEach((block, i) => {
      this.add(run.firstLine + i, run.firstLine + i, block)
    })
  }

  private add(firstLine: number, lastLine: number, block: Block): void {
    this.result.push({ block, firstLine, lastLine })
  }

  private addRegion(kind: BlockKind, first: number, last: number): void {
    const source = this.text.slice((this.lines.line(first) as SourceLine).start, (this.lines.line(last) as SourceLine).end)
    this.add(first, last, this.blocksFor(`${kind}:${source}`, () => [new Block(kind, source, '', 0)])[0] as Block)
  }

  /** Takes YAML or TOML front matter and gives the line after it. In a plain text only what configures us is such. */
  private frontMatter(): number {
    const fence = this.sourceOf(0)
      .replace(/^\ufeff/, '')
      .trimEnd()
    if (fence !== '---' && fence !== '+++') return 0
    let isOurs = this.format === 'markdown'
    for (let i = 1; i < Math.min(this.lines.count, MAX_FRONT_MATTER_LINES); i++) {
      isOurs ||= this.sourceOf(i).startsWith('gongwen:')
      if (this.sourceOf(i).trimEnd() !== fence) continue
      if (!isOurs) return 0
      this.addRegion('front-matter', 0, i)
      return i + 1
    }
    return 0
  }
}

/** Whether a line is a comment that silences rules: no word of the report, in a plain text either. */
function isSuppression(line: string): boolean {
  return line.startsWith('<!-- gongwen-') && line.endsWith('-->')
}

function plainParagraph(source: string, indent: number): Block {
  return new Block('paragraph', source, source.slice(indent, skipBlanksBack(source)), indent)
}

/** Whether a line is a `#` heading whose words hold nothing that Markdown reads in another way. */
function isPlainHeading(trimmed: string): boolean {
  return trimmed.startsWith('#') && PLAIN_HEADING.test(trimmed) && !MARKDOWN_CHARACTER.test(trimmed) && !WEB_WORDS.test(trimmed)
}

function plainHeading(source: string, indent: number, trimmed: string): Block {
  const marks = (PLAIN_HEADING.exec(trimmed) as RegExpExecArray)[0]
  return new Block('heading', source, trimmed.slice(marks.length), indent + marks.length, marks.trimEnd().length)
}

function isTooIntricate(line: string): boolean {
  if (line.length > MAX_RUN_UNITS) return true
  let marks = 0
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code === 0x5b || code === 0x2a || code === 0x5f || code === 0x60 || code === 0x3c || code === 0x5d || code === 0x7c || code === 0x26) marks++
  }
  return marks > MAX_MARKS || quoteDepth(line) > MAX_QUOTE_DEPTH
}

/** How many containers (`>`, `- `, `* `, `+ `) a line opens one inside another. */
function quoteDepth(line: string): number {
  let depth = 0
  for (let i = 0; i < line.length; i++) {
    const unit = line[i] as string
    if (unit === '>' || ('-+*'.includes(unit) && line[i + 1] === ' ')) depth++
    else if (unit !== ' ') break
  }
  return depth
}
