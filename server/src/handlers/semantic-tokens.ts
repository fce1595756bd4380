import { checkedFigures, ledgerOf, placeholdersOf, type ReportDocument, type TextRange } from '@gongwen/engine'
import { SemanticTokensBuilder, SemanticTokenModifiers, SemanticTokenTypes, type SemanticTokens, type SemanticTokensDelta } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toOffset } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/**
 * What tokens are called. Types are standard, so that every theme knows them; the modifiers `agreed`, `suspect`,
 * `placeholder` and `residue` are declared in the manifest, with the scopes that themes without rules for them take.
 */
export const TOKEN_LEGEND = {
  tokenTypes: [SemanticTokenTypes.keyword, SemanticTokenTypes.number, SemanticTokenTypes.variable, SemanticTokenTypes.comment] as string[],
  tokenModifiers: ['agreed', 'suspect', 'placeholder', 'residue', SemanticTokenModifiers.declaration] as string[],
}

type TokenKind = 'ordinal' | 'figure' | 'agreed' | 'suspect' | 'placeholder' | 'residue'

const KINDS: Readonly<Record<TokenKind, readonly [type: string, modifier?: string]>> = {
  ordinal: ['keyword', 'declaration'],
  figure: ['number'],
  agreed: ['number', 'agreed'],
  suspect: ['number', 'suspect'],
  placeholder: ['variable', 'placeholder'],
  residue: ['comment', 'residue'],
}
/** Where two kinds meet, the first of these is shown. */
const PRECEDENCE: readonly TokenKind[] = ['residue', 'placeholder', 'suspect', 'agreed', 'figure', 'ordinal']

interface Token extends TextRange {
  readonly kind: TokenKind
}

/**
 * Tells the editor what a report's words are: ordinals of headings, figures (agreeing with others, contradicted by a
 * finding, or neither), places to be filled in, and residue.
 */
export class SemanticTokensOfReports {
  /** what was last given of each open document: a change is told as the difference */
  private readonly builders = new Map<string, SemanticTokensBuilder>()

  constructor({ connection, documents }: HandlerContext) {
    const { semanticTokens } = connection.languages
    semanticTokens.on(({ textDocument: { uri } }) =>
      answer(connection, 'textDocument/semanticTokens/full', async (): Promise<SemanticTokens> => {
        const checked = await documents.check(uri)
        if (checked?.isChecked !== true) return { data: [] }
        const builder = this.builderOf(uri)
        // nothing is compared with, and what it holds of an earlier text goes
        builder.previousResult('')
        return fill(builder, checked).build()
      }),
    )
    semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }) =>
      answer(connection, 'textDocument/semanticTokens/full/delta', async (): Promise<SemanticTokens | SemanticTokensDelta> => {
        const checked = await documents.check(uri)
        if (checked?.isChecked !== true) return { data: [] }
        const builder = this.builderOf(uri)
        builder.previousResult(previousResultId)
        return fill(builder, checked).buildEdits()
      }),
    )
    semanticTokens.onRange(({ textDocument: { uri }, range }) =>
      answer(connection, 'textDocument/semanticTokens/range', async (): Promise<SemanticTokens> => {
        const checked = await documents.check(uri)
        if (checked?.isChecked !== true) return { data: [] }
        const { lines } = checked.document
        const [start, end] = [toOffset(lines, range.start), toOffset(lines, range.end)]
        return fill(new SemanticTokensBuilder(), checked, (token) => token.start < end && start < token.end).build()
      }),
    )
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.builders.delete(uri)
  }

  private builderOf(uri: string): SemanticTokensBuilder {
    let builder = this.builders.get(uri)
    if (builder === undefined) {
      builder = new SemanticTokensBuilder()
      this.builders.set(uri, builder)
    }
    return builder
  }
}

function fill(builder: SemanticTokensBuilder, checked: CheckedText, accepts: (token: Token) => boolean = () => true): SemanticTokensBuilder {
  for (const token of tokensOf(checked)) {
    if (!accepts(token)) continue
    const { line, column } = checked.document.lines.positionAt(token.start)
    const [type, modifier] = KINDS[token.kind]
    const bits = modifier === undefined ? 0 : 1 << TOKEN_LEGEND.tokenModifiers.indexOf(modifier)
    builder.push(line, column, token.end - token.start, TOKEN_LEGEND.tokenTypes.indexOf(type), bits)
  }
  return builder
}

const tokens = new WeakMap<CheckedText, readonly Token[]>()

/** The tokens of a text in reading order; none crosses a line break or another. Made once for every text. */
function tokensOf(checked: CheckedText): readonly Token[] {
  let found = tokens.get(checked)
  if (found === undefined) {
    const { document } = checked
    const all = [...residueIn(checked), ...placeholdersIn(document), ...figuresIn(checked), ...ordinalsIn(document)]
    found = apart(
      all.flatMap((token) => onLines(document, token)),
      document.text.length,
    )
    tokens.set(checked, found)
  }
  return found
}

function residueIn({ document, findings }: CheckedText): Token[] {
  const parts = document.residue.flatMap(({ index, parts: pieces }) => {
    const at = document.blocks[index]
    if (at === undefined) return []
    return pieces === undefined ? [at] : pieces.map((piece) => document.toDocument(at, piece))
  })
  const found = findings.filter(({ ruleId }) => ruleId === 'residue/site-text' || ruleId === 'residue/file-name')
  return [...parts, ...found].map(({ start, end }) => ({ kind: 'residue' as const, start, end }))
}

function placeholdersIn(document: ReportDocument): Token[] {
  return document
    .prose()
    .flatMap((at) => placeholdersOf(at.block).map((placeholder) => ({ kind: 'placeholder' as const, ...document.toDocument(at, placeholder) })))
}

function figuresIn({ document, findings }: CheckedText): Token[] {
  const slips = findings.filter(({ ruleId }) => ruleId.startsWith('figures/'))
  const wrong = slips.flatMap(({ start, end }) => [{ start, end }])
  const agreeing = checkedFigures(document).flatMap(({ holds, claim, operands }) => (holds ? [claim, ...operands] : []))
  return ledgerOf(document).map(({ start, end }) => {
    const touches = (range: TextRange): boolean => range.start < end && start < range.end
    return { kind: wrong.some(touches) ? 'suspect' : agreeing.some(touches) ? 'agreed' : 'figure', start, end }
  })
}

function ordinalsIn({ outline }: ReportDocument): Token[] {
  return outline.headings.flatMap(({ ordinalRange }) => (ordinalRange === undefined ? [] : [{ kind: 'ordinal' as const, ...ordinalRange }]))
}

/** A token for each line that a range takes in. */
function onLines({ lines, text }: ReportDocument, { kind, start, end }: Token): Token[] {
  const found: Token[] = []
  for (let i = lines.lineAt(start); i <= lines.lineAt(Math.max(start, end - 1)); i++) {
    const line = lines.line(i)
    if (line === undefined) break
    const from = Math.max(start, line.start)
    const words = text.slice(from, Math.min(end, line.end))
    const indent = words.length - words.trimStart().length
    const length = words.trim().length
    if (length > 0) found.push({ kind, start: from + indent, end: from + indent + length })
  }
  return found
}

/** Tokens without those that meet one of a kind that goes before theirs. */
function apart(all: readonly Token[], length: number): Token[] {
  const isTaken = new Uint8Array(length)
  const kept: Token[] = []
  for (const kind of PRECEDENCE) {
    for (const token of all) {
      if (token.kind !== kind || isTaken.subarray(token.start, token.end).includes(1)) continue
      isTaken.fill(1, token.start, token.end)
      kept.push(token)
    }
  }
  return kept.sort((a, b) => a.start - b.start)
}
