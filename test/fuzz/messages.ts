/**
 * What the fuzzer says to a server: an input is a list of lines, one message each, so that it can be kept, read and cut.
 *
 *   `+{"method":…,"params":…}`  well formed and well typed: answered without an internal error
 *   `~{…}`                      a frame of the right length around anything at all: refused or ignored
 *   `!…`                        bytes that are no frame, as a JSON string
 *   `={…}`                      the editor's settings from here on
 */
import type { Mutator } from './mutate.js'

/** One request or notification. */
export interface Message {
  readonly method: string
  readonly params: unknown
  /** whether an answer is due */
  readonly isRequest: boolean
}

const URIS = [
  'file:///fuzz/a.md',
  'file:///fuzz/b.txt',
  'untitled:甲',
  'file:///fuzz/%E7%94%B2.md',
  'vscode-vfs://x/y.md',
  'file:///.gongwenrc.yaml',
  '',
  'a b',
  '%',
]
const LANGUAGES = ['markdown', 'plaintext', 'yaml', 'json', '']
const NUMBERS = [0, 0, 1, 2, 3, 4, 7, 12, 40, 1000, 2 ** 31 - 1]
/** What stands where something else should. */
const NONSENSE: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e300,
  '',
  '一、',
  [],
  {},
  [null],
  { uri: 7 },
  '\ud800',
  'constructor',
  '__proto__',
  'x'.repeat(3000),
]

type Draw = (m: Mutator, texts: readonly string[]) => unknown

const uri = (m: Mutator): string => (m.random(3) > 0 ? (URIS[0] as string) : m.pick(URIS))
const textDocument = (m: Mutator): object => ({ uri: uri(m) })
const position = (m: Mutator): object => ({ line: m.pick(NUMBERS), character: m.pick(NUMBERS) })
const range = (m: Mutator): object => ({ start: position(m), end: position(m) })
const version = (m: Mutator): number => m.pick([1, 2, 3, 4, 0, -1, 2 ** 31 - 1])
const year = (m: Mutator): number => m.pick([2024, 2025, 0, -1, 9999, 2 ** 31 - 1])
const options = (): object => ({ tabSize: 2, insertSpaces: true })
const open: Draw = (m, texts) => ({ textDocument: { uri: uri(m), languageId: m.pick(LANGUAGES), version: version(m), text: m.pick(texts) } })
const change: Draw = (m, texts) => ({
  textDocument: { uri: uri(m), version: version(m) },
  contentChanges: Array.from({ length: m.random(4) }, () => {
    const text = m.pick(texts).slice(0, m.random(60))
    return m.random(5) === 0 ? { text } : { range: range(m), text }
  }),
})
const other: Draw = (m, texts) => ({ uri: uri(m), name: m.pick(['2023年总结.md', '', '../../x']), text: m.pick(texts) })
const diagnostics: Draw = (m) =>
  Array.from({ length: m.random(3) }, () => ({
    range: range(m),
    message: m.pick(['', '占比不对']),
    code: m.pick(['figures/share', 'nothing', 7]),
    source: 'gongwen',
    data: m.pick(NONSENSE),
  }))

const at = (m: Mutator): object => ({ textDocument: textDocument(m), position: position(m) })
const over = (m: Mutator): object => ({ textDocument: textDocument(m), range: range(m) })

/** The protocol's notifications that the server reads, and how their parameters are drawn. */
const NOTIFICATIONS: Readonly<Record<string, Draw>> = {
  'textDocument/didOpen': open,
  'textDocument/didChange': change,
  'textDocument/didSave': (m) => ({ textDocument: textDocument(m) }),
  'textDocument/didClose': (m) => ({ textDocument: textDocument(m) }),
  'workspace/didChangeConfiguration': (m) => ({ settings: m.pick([null, {}, { gongwen: { enable: 'never' } }, { gongwen: 7 }]) }),
  'workspace/didChangeWatchedFiles': (m) => ({ changes: Array.from({ length: m.random(3) }, () => ({ uri: uri(m), type: m.pick([1, 2, 3, 9]) })) }),
  'workspace/didChangeWorkspaceFolders': (m) => ({
    event: { added: [{ uri: uri(m), name: 'x' }], removed: m.random(2) === 0 ? [] : [{ uri: uri(m), name: 'y' }] },
  }),
  'gongwen/caret': (m) => ({ uri: uri(m), version: version(m), position: position(m) }),
  'gongwen/trusted': () => ({}),
  '$/cancelRequest': (m) => ({ id: m.pick([0, 1, 'x', 10_000_000]) }),
  '$/setTrace': (m) => ({ value: m.pick(['off', 'verbose', 'nothing']) }),
}

/** The requests that the server answers, and how their parameters are drawn. */
const REQUESTS: Readonly<Record<string, Draw>> = {
  'textDocument/diagnostic': (m) => ({ textDocument: textDocument(m), previousResultId: m.pick(['', '1', 'x']) }),
  'textDocument/codeAction': (m, texts) => ({
    ...over(m),
    context: {
      diagnostics: diagnostics(m, texts),
      ...(m.random(2) === 0 && { only: [m.pick(['quickfix', 'source', 'source.fixAll', 'refactor', 'refactor.rewrite', '', 'x'])] }),
    },
  }),
  'codeAction/resolve': (m) => ({ title: 'x', kind: m.pick(['quickfix', 'refactor']), data: m.pick(NONSENSE) }),
  'textDocument/hover': at,
  'textDocument/completion': (m) => ({ ...at(m), context: { triggerKind: m.pick([1, 2, 3]), triggerCharacter: m.pick(['、', '（', 'x', '']) } }),
  'textDocument/rename': (m, texts) => ({
    ...at(m),
    newName: m.pick(['12', '1.3万', '0', '二十三', '', 'x', '-1', '９'.repeat(400), m.pick(texts).slice(0, 20)]),
  }),
  'textDocument/prepareRename': at,
  'textDocument/references': (m) => ({ ...at(m), context: { includeDeclaration: m.random(2) === 0 } }),
  'textDocument/documentHighlight': at,
  'textDocument/documentSymbol': (m) => ({ textDocument: textDocument(m) }),
  'textDocument/foldingRange': (m) => ({ textDocument: textDocument(m) }),
  'textDocument/selectionRange': (m) => ({ textDocument: textDocument(m), positions: Array.from({ length: m.random(4) }, () => position(m)) }),
  'textDocument/codeLens': (m) => ({ textDocument: textDocument(m) }),
  'textDocument/documentLink': (m) => ({ textDocument: textDocument(m) }),
  'textDocument/inlayHint': over,
  'textDocument/semanticTokens/full': (m) => ({ textDocument: textDocument(m) }),
  'textDocument/semanticTokens/full/delta': (m) => ({ textDocument: textDocument(m), previousResultId: m.pick(['', '1', '2', 'x']) }),
  'textDocument/semanticTokens/range': over,
  'textDocument/formatting': (m) => ({ textDocument: textDocument(m), options: options() }),
  'textDocument/rangeFormatting': (m) => ({ ...over(m), options: options() }),
  'textDocument/onTypeFormatting': (m) => ({ ...at(m), ch: m.pick(['\n', '、', 'x', '']), options: options() }),
  'workspace/symbol': (m) => ({ query: m.pick(['', '教育', '(', '\\']) }),
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'workspace/executeCommand': (m) => ({ command: m.pick(['gongwen.fixDocument', 'x']), arguments: [m.pick(NONSENSE)] }),
  'gongwen/check': textDocument,
  'gongwen/clean': textDocument,
  'gongwen/health': textDocument,
  'gongwen/report': (m, texts) => ({ uri: uri(m), others: m.random(2) === 0 ? [] : [other(m, texts)] }),
  'gongwen/compare': (m, texts) => ({ uri: uri(m), others: [other(m, texts)] }),
  'gongwen/reportKinds': (m) => ({ year: year(m), month: m.pick([1, 6, 12, 0, 13, -1]) }),
  'gongwen/newReport': (m) => ({
    kind: m.pick(['annual', 'half-year', 'quarter', 'term', 'plan', 'duty', 'government']),
    year: year(m),
    part: m.pick([1, 2, 4, 0, 9]),
    folder: m.pick([null, uri(m)]),
    unit: m.pick(['', '宁源县教育局', '<b>', '${1:x}']),
  }),
  'gongwen/configurationTemplate': (m) => ({ folder: m.pick([null, uri(m)]) }),
  'gongwen/unknown': () => ({}),
  initialize: (m) => ({ processId: null, rootUri: null, capabilities: m.pick([{}, { workspace: { configuration: true } }]), locale: m.pick(['zh-cn', 'x']) }),
}

/** A new line for an input, well formed for the most part. */
function drawLine(m: Mutator, texts: readonly string[]): string {
  const kind = m.random(40)
  if (kind === 0) return `!${JSON.stringify(drawBytes(m))}`
  if (kind === 1)
    return `=${JSON.stringify(m.pick([{}, { enable: 'always' }, { enable: 'never' }, { run: 'onSave' }, { rules: { 'figures/share': 'off', x: 3 } }, { inlayHints: true, workspaceDiagnostics: true }, 7, null]))}`
  const [method, draw] = m.pick(Object.entries(m.random(2) === 0 ? NOTIFICATIONS : REQUESTS)) as [string, Draw]
  const message = { method, params: draw(m, texts) }
  return kind < 4 ? `~${spoiled(m, message)}` : `+${JSON.stringify(message)}`
}

/** A message with one value exchanged for nonsense, or with its very text damaged. */
function spoiled(m: Mutator, message: object): string {
  const frame: Record<string, unknown> = { jsonrpc: '2.0', ...(m.random(2) === 0 && { id: `fuzz-${m.random(1e6)}` }), ...message }
  if (m.random(4) === 0) return m.mutate(JSON.stringify(frame), '{"id":null,"error":[]}', 4000).replace(/[\r\n]/g, ' ')
  exchange(m, frame)
  return JSON.stringify(frame)
}

function exchange(m: Mutator, value: Record<string, unknown>): void {
  const key = m.pick(Object.keys(value))
  const inner = value[key]
  if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && m.random(4) > 0) exchange(m, inner as Record<string, unknown>)
  else if (m.random(4) === 0) Reflect.deleteProperty(value, key)
  else value[key] = m.pick(NONSENSE)
}

function drawBytes(m: Mutator): string {
  const length = m.pick(['0', '2', '5', '-1', '99', '1e3', 'x', '', '999999999999'])
  const body = m.pick(['', '{}', '[]', 'null', '{"jsonrpc":"2.0"', '\0\0', '一', '{"jsonrpc":"2.0","id":[],"method":7}'])
  return m.pick([
    `Content-Length: ${length}\r\n\r\n${body}`,
    `content-length:${length}\r\n\r\n${body}`,
    `Content-Type: x; charset=nothing\r\nContent-Length: ${length}\r\n\r\n${body}`,
    '\r\n\r\n',
    '\r\n',
    body,
  ])
}

/** Messages that begin most inputs: a document is open, so that what follows has something to work on. */
function begun(m: Mutator, texts: readonly string[]): string {
  return `+${JSON.stringify({ method: 'textDocument/didOpen', params: { textDocument: { uri: URIS[0], languageId: 'markdown', version: 1, text: m.pick(texts) } } })}`
}

/** An input changed: lines put in, taken out, exchanged, doubled, or spliced with another input's. */
export function varyMessages(m: Mutator, input: string, another: string, texts: readonly string[]): string {
  const lines = input.split('\n').filter(Boolean)
  for (let n = 1 + m.random(5); n > 0; n--) {
    const i = m.random(lines.length + 1)
    const kind = m.random(8)
    if (kind === 0) lines.splice(i, 1)
    else if (kind === 1) lines.splice(i, 0, m.pick(another.split('\n')))
    else if (kind === 2 && i < lines.length) lines.splice(m.random(lines.length), 0, lines[i] as string)
    else lines.splice(i, 0, drawLine(m, texts))
  }
  if (m.random(4) > 0 && lines[0]?.startsWith('+{"method":"textDocument/didOpen"') !== true) lines.unshift(begun(m, texts))
  return lines.filter(Boolean).slice(-16).join('\n')
}

/** One input of each kind of message. */
export function seedMessages(m: Mutator, texts: readonly string[]): readonly string[] {
  return [...Object.entries(NOTIFICATIONS), ...Object.entries(REQUESTS)].map(
    ([method, draw]) => `${begun(m, texts)}\n+${JSON.stringify({ method, params: draw(m, texts) })}`,
  )
}

/** Reads a `+` line back; whether it is a request follows from its method. */
export function messageOf(line: string): Message {
  const { method, params } = JSON.parse(line.slice(1)) as { method: string; params: unknown }
  return { method, params, isRequest: !(method in NOTIFICATIONS) }
}
