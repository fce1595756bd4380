import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Node, Nodes, Parents, Root } from 'mdast'
import { Block, type BlockKind } from './block.js'

/** One source line without indentation and line break, and how much indentation was taken off. */
export interface TrimmedLine {
  readonly source: string
  readonly indent: number
  readonly trimmed: string
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
const ORDINAL_AT_START = /^(\d{1,9})([.)])(?=\s)/
/** What GFM makes links of, and characters that remark replaces. */
export const WEB_WORDS = /@|:\/\/|www\.|\0/i
const ENTITY = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(nbsp|amp|lt|gt|quot|ensp|emsp|middot|ldquo|rdquo|mdash|hellip));/
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ensp: '\u2002',
  emsp: '\u2003',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  hellip: '…',
}
/** Stands in the prose for inline code, an image or inline HTML, which are no prose. */
export const OBJECT = '\ufffc'

/**
 * Reads a run of adjacent lines that hold Markdown marks and gives one block for each line. An ordinal `1.` at the start
 * of a line is the report's, not a list's, and is kept as text.
 */
export function readMarkdownLines(lines: readonly TrimmedLine[]): Block[] {
  const text = lines.map((line) => keepOrdinal(line.trimmed)).join('\n')
  const reader = new LineReader(lines)
  reader.visit(parser.parse(text) as Root, 'paragraph', 0)
  return reader.blocks()
}

/** Hides `1.` from Markdown behind a character that makes no list; lengths stay. */
export function keepOrdinal(line: string): string {
  return line.replace(ORDINAL_AT_START, (_, digits: string) => `${digits}、`)
}

interface LineContent {
  kind: BlockKind
  depth: number
  text: string
  map: number[]
  lastCell: number
}

class LineReader {
  private readonly starts: number[] = []
  private readonly contents: LineContent[]

  constructor(private readonly lines: readonly TrimmedLine[]) {
    let at = 0
    for (const line of lines) {
      this.starts.push(at)
      at += line.trimmed.length + 1
    }
    this.contents = lines.map(() => ({ kind: 'separator', depth: 0, text: '', map: [], lastCell: -1 }))
  }

  blocks(): Block[] {
    return this.contents.map((content, i) => {
      const { source, indent } = this.lines[i] as TrimmedLine
      return new Block(
        content.kind,
        source,
        content.text,
        Int32Array.from(content.map, (at) => at + indent),
        content.depth,
      )
    })
  }

  visit(node: Nodes, container: BlockKind, cell: number): void {
    switch (node.type) {
      case 'heading':
        return this.mark(node, 'heading', node.depth, () => this.visitAll(node, container, cell))
      case 'paragraph':
        return this.mark(node, container, 0, () => this.visitAll(node, container, cell))
      case 'tableRow':
        this.mark(node, 'table-row', 0, () => undefined)
        node.children.forEach((child, i) => {
          this.visit(child, 'table-row', i)
        })
        return
      case 'code':
      case 'html':
        if (container === 'paragraph' || node.type === 'code') this.markLines(node, node.type)
        return
      case 'definition':
        return this.markLines(node, 'definition')
      case 'text':
        return this.emit(node, cell)
      case 'inlineCode':
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        return this.emitObject(node, cell)
      case 'listItem':
        return this.visitAll(node, 'list-item', cell)
      case 'blockquote':
        return this.visitAll(node, 'quote', cell)
      default:
        if ('children' in node) this.visitAll(node, container, cell)
    }
  }

  private visitAll(node: Parents, container: BlockKind, cell: number): void {
    for (const child of node.children) {
      // HTML inside a paragraph is a mark of its own; only its text neighbours are prose
      if (child.type === 'html' && node.type !== 'root' && node.type !== 'blockquote' && node.type !== 'listItem') continue
      this.visit(child, container, cell)
    }
  }

  private mark(node: Node, kind: BlockKind, depth: number, then: () => void): void {
    this.markLines(node, kind, depth)
    then()
  }

  private markLines(node: Node, kind: BlockKind, depth = 0): void {
    const first = (node.position?.start.line ?? 1) - 1
    const last = (node.position?.end.line ?? 1) - 1
    for (let i = first; i <= last; i++) {
      const content = this.contents[i]
      if (content === undefined) continue
      // the underline of a setext heading is no heading of its own
      content.kind = kind === 'heading' && i > first && /^[=-]+\s*$/.test((this.lines[i] as TrimmedLine).trimmed) ? 'separator' : kind
      content.depth = content.kind === 'heading' ? depth : 0
    }
  }

  /** Adds a text node's characters to the prose of their lines, with escapes and entities resolved. */
  private emit(node: Node, cell: number): void {
    let line = (node.position?.start.line ?? 1) - 1
    const end = node.position?.end.offset ?? 0
    let offset = node.position?.start.offset ?? 0
    while (offset < end) {
      const { trimmed } = this.lines[line] as TrimmedLine
      const column = offset - (this.starts[line] as number)
      if (column >= trimmed.length) {
        line++
        offset++
        continue
      }
      const entity = trimmed[column] === '&' ? ENTITY.exec(trimmed.slice(column, column + 12)) : null
      const escaped = trimmed[column] === '\\' && /[!-/:-@[-`{-~]/.test(trimmed[column + 1] ?? '')
      if (entity !== null) this.push(line, column, decode(entity), cell)
      else this.push(line, escaped ? column + 1 : column, trimmed[escaped ? column + 1 : column] as string, cell)
      offset += entity !== null ? entity[0].length : escaped ? 2 : 1
    }
  }

  private emitObject(node: Node, cell: number): void {
    const line = (node.position?.start.line ?? 1) - 1
    this.push(line, (node.position?.start.offset ?? 0) - (this.starts[line] as number), OBJECT, cell)
  }

  private push(line: number, column: number, unit: string, cell: number): void {
    const content = this.contents[line] as LineContent
    while (content.kind === 'table-row' && content.lastCell < cell) {
      if (content.lastCell >= 0) {
        content.text += '\n'
        content.map.push(column)
      }
      content.lastCell++
    }
    content.text += unit
    content.map.push(column)
  }
}

function decode(entity: RegExpExecArray): string {
  const [, decimal, hexadecimal, name] = entity
  if (name !== undefined) return NAMED[name] ?? OBJECT
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal as string, 16)
  return code > 0 && code < 0xd800 ? String.fromCharCode(code) : OBJECT
}
