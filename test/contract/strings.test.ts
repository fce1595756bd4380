/** What a writer is shown is there in both languages: strings of the client are found by the editor, those of the server come in pairs. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')
const HAN = /\p{Script=Han}/u
/** Chinese with its English behind it, for errors that know no language. */
const BOTH = /\p{Script=Han}.{0,200}\([a-z]+ [a-z ]+\)/u

interface Literal {
  readonly text: string
  readonly at: string
  readonly node: ts.Node
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
}

/** Every literal of a folder's sources, templates with their fixed pieces; comments and imports are none. */
function literalsOf(folder: string): Literal[] {
  return sources(folder).flatMap((path) => {
    const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
    const found: Literal[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return
      const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? piecesOf(node) : undefined
      if (text !== undefined) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
        found.push({ text, node, at: `${path}:${line + 1}: ${text.slice(0, 60)}` })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}

function piecesOf(node: ts.TemplateExpression): string {
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ')
}

/** Whether something that holds a node satisfies `accepts`. */
function isWithin(node: ts.Node, accepts: (around: ts.Node, inner: ts.Node) => boolean): boolean {
  for (let inner = node; inner.parent !== undefined; inner = inner.parent) if (accepts(inner.parent, inner)) return true
  return false
}

const isCallOf = (around: ts.Node, name: RegExp): boolean => ts.isCallExpression(around) && name.test(around.expression.getText())

/** `say(zh, en)`, `{ zh, en }`, a pair `[zh, en]`, an error with both messages: the type of each asks for both. */
function isPaired(around: ts.Node, inner: ts.Node): boolean {
  if (isCallOf(around, /(?:^|\.)say$/)) return (around as ts.CallExpression).arguments.length === 2
  if (ts.isNewExpression(around) && around.expression.getText() === 'UnreadableTextError') return around.arguments?.length === 2
  if (ts.isPropertyAssignment(around) && /^(?:zh|'zh-CN'|en)$/.test(around.name.getText())) return has(around.parent, 'en')
  return ts.isArrayLiteralExpression(around) && around.elements.length === 2 && around.elements[0] === inner && !HAN.test(around.elements[1]?.getText() ?? '')
}

function isOf(files: readonly string[], at: string): boolean {
  return files.some((file) => at.startsWith(`${file}:`))
}

function has(object: ts.Node, name: string): boolean {
  return ts.isObjectLiteralExpression(object) && object.properties.some((property) => property.name?.getText() === name)
}

/** Chinese that is no message: fonts, words of reports that are read or written, characters that trigger, the product's name. */
const FONTS = ['client/src/panel/content/to-word.ts']
const NO_MESSAGES = [
  'server/src/server-capabilities.ts',
  'server/src/completing/continue-line.ts',
  'server/src/completing/enumerations.ts',
  'server/src/handlers/completion.ts',
  'server/src/handlers/workspace-diagnostics.ts',
]

describe('strings', function () {
  this.timeout(60_000)

  it('of the client are English in the code, Chinese in the bundle', () => {
    const chinese = literalsOf('client/src').filter(
      ({ text, node, at }) =>
        HAN.test(text) && !isOf(FONTS, at) && !isWithin(node, (around) => isCallOf(around, /^vscode\.l10n\.t$|^t$/) || ts.isRegularExpressionLiteral(around)),
    )
    assert.deepEqual(
      chinese.map(({ at }) => at),
      [],
    )
  })

  it('of the client that hold words are translated', () => {
    // a sentence: a capital and a blank between words, or a mark of the end
    const sentence = /^[A-Z][a-z’]+(?: [A-Za-z“”’{}0-9]+)+[.?!…:]?$|[a-z] [a-z]+ [a-z]+/
    const untold = literalsOf('client/src').filter(
      ({ text, node, at }) => sentence.test(text) && !isWithin(node, (around) => isCallOf(around, /l10n\.t$|^t$/)) && !/panel\/content\/|panel-page/.test(at),
    )
    assert.deepEqual(
      untold.map(({ at }) => at),
      [],
    )
  })

  it('of server and platform that hold Chinese stand beside their English', () => {
    const alone = ['server/src', 'platform/src'].flatMap(literalsOf).filter(({ text, node }) => HAN.test(text) && !BOTH.test(text) && !isWithin(node, isPaired))
    assert.deepEqual(
      alone.map(({ at }) => at).filter((at) => !isOf(NO_MESSAGES, at)),
      [],
    )
    for (const known of NO_MESSAGES)
      assert.ok(
        alone.some(({ at }) => at.startsWith(known)),
        `${known}: nothing there any more`,
      )
  })
})
