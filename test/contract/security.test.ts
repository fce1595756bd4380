/** What docs/SECURITY.md promises. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lintText } from '@gongwen/engine'
import { checkConfiguration } from '@gongwen/platform'
import ts from 'typescript'
import { World } from '../cli/world.js'

const root = resolve(import.meta.dirname, '../..')
const REPORT =
  '2024年工作总结\n\n2024年，我校认真落实各项要求。现将工作总结如下。\n\n一、加强党建工作\n\n全年开展学习12次。\n\n三、抓好安全工作\n\n开展演练4次。\n'

function sources(): string[] {
  return ['engine', 'platform', 'cli', 'server', 'client'].flatMap((workspace) =>
    readdirSync(join(root, workspace, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.m?[tj]s$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => join(workspace, 'src', name)),
  )
}

/** The modules that a source imports and the names that it calls or constructs. */
function usesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const uses = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName.replace(/^node:/, ''))
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) uses.push(node.expression.getText())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return uses
}

const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport']
const RUNNING = ['child_process', 'vm', 'eval', 'Function', 'execFile', 'spawn']

describe('security', function () {
  this.timeout(30_000)

  it('no source of ours reaches for the network, or runs what it reads', () => {
    const found = sources().flatMap((file) =>
      usesOf(file)
        .filter((used) => [...NETWORK, ...RUNNING].some((name) => used === name || used === `globalThis.${name}` || used.endsWith('.sendBeacon')))
        .map((used) => `${file}: ${used}`),
    )
    assert.deepEqual(found, [])
  })

  it('a configuration is data: names that reach for the prototype, code and paths are unknown names', async () => {
    const { configuration, problems } = await checkConfiguration(
      'extends: ../../etc/passwd\nplugins: [./evil.js]\n__proto__:\n  polluted: true\nconstructor:\n  prototype:\n    polluted: true\nrules:\n  __proto__: off\n  figures/share: "off"\n',
    )
    assert.ok(problems.length >= 3, JSON.stringify(problems))
    lintText(REPORT, { format: 'plain', configuration })
    assert.equal((Object.prototype as { polluted?: unknown }).polluted, undefined)
    assert.equal(Object.getPrototypeOf(configuration), Object.prototype)
  })

  it('a phrase of residue is taken by the letter, not as a pattern', () => {
    const phrases = ['(a+)+$', '.*', '摘自内部下载[0-9]站']
    const text = `${REPORT}\n${'a'.repeat(5000)}!\n\n摘自内部下载5站\n\n摘自内部下载[0-9]站\n`
    const { findings } = lintText(text, { format: 'plain', configuration: { residue: { phrases } } })
    assert.deepEqual(
      findings.filter(({ ruleId }) => ruleId === 'residue/site-text').map(({ start, end }) => text.slice(start, end).trim()),
      ['摘自内部下载[0-9]站'],
    )
  })

  it('control characters of a text or a file name do not reach the terminal', async () => {
    const world = new World({ 'a\u001b[31m.txt': REPORT.replace('党建', '党\u001b]0;x\u0007建\u202e') })
    try {
      const { stdout, stderr } = await world.gongwen(['check', '.', '--min-severity', 'hint'])
      assert.match(stdout, /structure\/ordinal-sequence/)
      // eslint-disable-next-line no-control-regex -- that is what is looked for
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    } finally {
      world.remove()
    }
  })

  it('a file name that looks like an option, and commands that were not told to write', async () => {
    const world = new World({ '--write': REPORT, 'a.txt': REPORT })
    try {
      assert.equal((await world.gongwen(['check', '--', '--write'])).code, 1)
      for (const command of ['fix', 'clean', 'renumber']) {
        await world.gongwen([command, 'a.txt', '--diff'])
        assert.equal(world.read('a.txt').toString(), REPORT, command)
      }
    } finally {
      world.remove()
    }
  })

  it('a cell of an exported table is no formula', async () => {
    const world = new World({ 'a.txt': '2024年工作总结\n\n全年=HYPERLINK("http://x")培训12人。\n@SUM(A1)学校有8所，+1教师30人。\n' })
    try {
      const { stdout } = await world.gongwen(['figures', 'a.txt', '--format', 'csv'])
      assert.ok(stdout.length > 0)
      for (const cell of stdout.split(/[\r\n,]+/)) assert.doesNotMatch(cell, /^"?[=+@\t-](?!\d)/, cell)
    } finally {
      world.remove()
    }
  })
})
