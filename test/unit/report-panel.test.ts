/** The report panel's page, what it may load, and what its host takes from it. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { newNonce, panelPage } from '../../client/src/panel/panel-page.js'
import { readMessage, readState } from '../../client/src/panel/panel-messages.js'

const client = resolve(import.meta.dirname, '../../client')
const webview = readdirSync(join(client, 'webview')).filter((name) => name.endsWith('.ts'))
const read = (path: string): string => readFileSync(join(client, path), 'utf8')

describe('report panel: page', () => {
  const parts = { script: 'vscode-resource:/panel.js', style: 'vscode-resource:/panel.css', language: 'zh-cn', title: '报送前检查', loading: '正在检查……' }
  const page = panelPage({ nonce: 'abc123', ...parts })
  const policy = /http-equiv="Content-Security-Policy" content="([^"]{1,400})"/.exec(page)?.[1] ?? ''

  it('forbids everything but one script and one style sheet, each by nonce', () => {
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-abc123'",
      "style-src 'nonce-abc123'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
    assert.doesNotMatch(policy, /unsafe|\*|https?:|data:|blob:/)
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<link'), 'the policy comes before what it is about')
    for (const tag of page.match(/<(?:script|link)\b[^>]{1,200}>/g) ?? []) assert.match(tag, / nonce="abc123"/)
  })
  it('has no script or style of its own, no handler, no address of the web', () => {
    assert.doesNotMatch(page, /\son\w{2,20}=|\sstyle=|<style|javascript:|https?:/i)
    assert.equal(page.match(/<script/g)?.length, 1)
    assert.match(page, /<script nonce="abc123" src="[^"]{1,80}"><\/script>/)
  })
  it('has another nonce each time, long enough not to be guessed', () => {
    const nonces = new Set(Array.from({ length: 50 }, newNonce))
    assert.equal(nonces.size, 50)
    for (const nonce of nonces) assert.match(nonce, /^[\da-f]{32}$/)
  })
  it('escapes what it is given', () => {
    assert.doesNotMatch(panelPage({ nonce: 'n', ...parts, title: '<img src=x>', loading: '"><script>' }), /<img|"><script>/)
  })
  it('has a language and a live region', () => {
    assert.match(page, /<html lang="zh-cn">/)
    assert.match(page, /role="status" aria-live="polite"/)
  })

  it('is drawn without Node, without the editor, and without markup made of words', () => {
    for (const name of webview) {
      const source = read(`webview/${name}`)
      const imports = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName)
      for (const specifier of imports) assert.match(specifier, /^\.{1,2}\/|^@gongwen\/messages$/, `${name} imports ${specifier}`)
      assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\b|'style'/, name)
    }
  })
  it('takes of the host only what needs no editor', () => {
    const seen = new Set<string>()
    const follow = (path: string): void => {
      if (seen.has(path)) return
      seen.add(path)
      const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
      for (const statement of file.statements) {
        if (!ts.isImportDeclaration(statement) || statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) continue
        const specifier = (statement.moduleSpecifier as ts.StringLiteral).text
        assert.match(specifier, /^\./, `${path} imports ${specifier}`)
        follow(join(path, '..', specifier).replace(/\.js$/, '.ts'))
      }
    }
    for (const name of webview) follow(join('webview', name))
    assert.ok(seen.has('src/panel/verdict.ts'))
  })
  it('has every colour from the theme', () => {
    const colours = read('webview/panel.css').match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)
    assert.equal(colours, null)
  })
})

describe('report panel: messages', () => {
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 3 } }

  it('are taken when they are whole', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'refresh' },
      { type: 'fixAll' },
      { type: 'chooseLast' },
      { type: 'jump', range, isInLast: true },
      { type: 'fix', finding: 'a', range, title: 'b' },
      { type: 'explain', ruleId: 'figures/share' },
      { type: 'export', format: 'word' },
    ])
      assert.deepEqual(readMessage(message), message)
  })
  it('are passed over when they are anything else', () => {
    const bad = { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } }
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'run', command: 'x' },
      { type: 'jump' },
      { type: 'jump', range: bad },
      { type: 'jump', range: { start: { line: 0.5, character: 0 }, end: range.end } },
      { type: 'fix', range, title: 'b' },
      { type: 'explain', ruleId: 3 },
      { type: 'export', format: 'exe' },
    ])
      assert.equal(readMessage(message), undefined, JSON.stringify(message))
  })
  it('say which document a panel was of, after the window was loaded again', () => {
    assert.deepEqual(readState({ uri: 'file:///a.md', last: 'file:///b.md', sort: {} }), { uri: 'file:///a.md', last: 'file:///b.md' })
    assert.deepEqual(readState({ uri: 'file:///a.md' }), { uri: 'file:///a.md', last: null })
    for (const state of [undefined, null, {}, { uri: 3 }, 'file:///a.md']) assert.equal(readState(state), undefined)
  })
})
