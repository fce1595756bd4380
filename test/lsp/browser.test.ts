/** The parts of the server that stand between it and a browser: addresses, files read through the client, words that come late. */
import assert from 'node:assert/strict'
import { ResponseError } from 'vscode-languageserver'
import { fileIn, folderOf, isWithin, parentOf } from '../../server/src/checking/addresses.js'
import { textsIn } from '../../server/src/checking/texts-in.js'
import { ClientFiles } from '../../server/src/client-files.js'
import { deferredSegmenter } from '../../server/src/deferred-segmenter.js'
import { assertNothingOfNode } from '../../scripts/build/browser-only.mjs'
import { REPORT } from './reports.js'
import { ServerDriver } from './server-driver.js'

/** A report in which a word is doubled, which only a segmenter can tell from two words. */
const DOUBLED = `${REPORT}\n全年实施供水供水工程12处，完成投资3600万元。\n`

describe('addresses', () => {
  it('folders of files, up to the topmost, in every scheme that has folders', () => {
    const upward = (uri: string): string[] => {
      const folders: string[] = []
      for (let folder = folderOf(uri); folder !== undefined; folder = parentOf(folder)) folders.push(folder)
      return folders
    }
    assert.deepEqual(upward('file:///a/b/r.md'), ['file:///a/b/', 'file:///a/', 'file:///'])
    assert.deepEqual(upward('memfs:/reports/r.md'), ['memfs:/reports/', 'memfs:/'])
    assert.deepEqual(upward('vscode-vfs://github/o/r/r.md'), ['vscode-vfs://github/o/r/', 'vscode-vfs://github/o/', 'vscode-vfs://github/'])
    assert.deepEqual(upward('untitled:Untitled-1'), [])
    assert.deepEqual(upward('no address'), [])
  })

  it('keeps what is encoded, encodes what is not, and knows both for one place', () => {
    assert.equal(folderOf('file:///c%3A/%E5%85%AC%E6%96%87/a.md'), 'file:///c%3A/%E5%85%AC%E6%96%87/')
    assert.equal(fileIn('file:///a/', '总 结#1.md'), 'file:///a/%E6%80%BB%20%E7%BB%93%231.md')
    assert.ok(isWithin('file:///c%3A/a/r.md', 'file:///c:/a'))
    assert.ok(!isWithin('file:///ab/r.md', 'file:///a'))
  })
})

describe('texts in a folder', () => {
  it('are found below it, nearest first; hidden folders, node_modules, links and other files are not', async () => {
    const tree: Record<string, [string, 'file' | 'folder' | 'other'][]> = {
      'memfs:/': [
        ['b.txt', 'file'],
        ['a.md', 'file'],
        ['a.docx', 'file'],
        ['.md', 'file'],
        ['.git', 'folder'],
        ['node_modules', 'folder'],
        ['round', 'other'],
        ['旧', 'folder'],
      ],
      'memfs:/%E6%97%A7/': [['2023.MD', 'file']],
      'memfs:/.git/': [['x.md', 'file']],
      'memfs:/node_modules/': [['x.md', 'file']],
    }
    const readFolder = async (uri: string) => (tree[uri] ?? []).map(([name, kind]) => ({ name, kind }))
    assert.deepEqual(await textsIn('memfs:/', { readFolder }, 10), ['memfs:/a.md', 'memfs:/b.txt', 'memfs:/%E6%97%A7/2023.MD'])
    assert.deepEqual(await textsIn('memfs:/', { readFolder }, 2), ['memfs:/a.md', 'memfs:/b.txt'])
  })
})

describe('files read through the client', () => {
  const filesOf = (sendRequest: () => Promise<unknown>): ClientFiles =>
    new ClientFiles({ sendRequest } as unknown as ConstructorParameters<typeof ClientFiles>[0])

  it('bytes come as they are; an absent file, or a client that reads none, gives nothing', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
    assert.deepEqual(await filesOf(async () => Buffer.from(bytes).toString('base64')).read('memfs:/a'), bytes)
    assert.equal(await filesOf(async () => null).read('memfs:/a'), undefined)
    const old = filesOf(() => Promise.reject(new ResponseError(-32601, 'no such method')))
    assert.equal(await old.read('memfs:/a'), undefined)
    assert.deepEqual(await old.readFolder('memfs:/'), [])
    assert.equal(await old.readAsset('x'), undefined)
  })

  it('a file that cannot be read is no absent file', async () => {
    await assert.rejects(filesOf(() => Promise.reject(new ResponseError(-32603, 'locked'))).read('memfs:/a'), /locked/)
  })
})

describe('words that come late', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())

  it('are not loaded for a text that needs none', async () => {
    let loads = 0
    driver = await ServerDriver.start({ ports: { segmenter: deferredSegmenter(async () => void loads++) } })
    assert.ok((await driver.diagnostics(await driver.open(REPORT))).length > 0)
    assert.equal(loads, 0)
  })

  it('no finding is shown before they are there, and none that they do not confirm', async () => {
    let arrive: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    let loads = 0
    // this one cuts nothing, so it confirms no doubled word
    const load = async (): Promise<{ name: string; segment: (text: string) => string[] }> => {
      loads++
      await arrived
      return { name: 'whole', segment: (text) => [text] }
    }
    driver = await ServerDriver.start({ ports: { segmenter: deferredSegmenter(load) } })
    const uri = await driver.open(DOUBLED)
    let isAnswered = false
    const asked = driver.diagnostics(uri).finally(() => (isAnswered = true))
    await driver.settle()
    assert.equal(isAnswered, false)
    arrive()
    const has = (items: readonly { code?: unknown }[]): boolean => items.some(({ code }) => code === 'wording/repeated-word')
    assert.equal(has(await asked), false)
    assert.equal(loads, 1)
    driver.stop()
    driver = await ServerDriver.start({ ports: { segmenter: deferredSegmenter(() => Promise.reject(new Error('no WebAssembly'))) } })
    assert.equal(has(await driver.diagnostics(await driver.open(DOUBLED))), true, 'without them the platform’s own segmenter decides')
  })
})

describe('the build for browsers', () => {
  const metafile = (external: string[], inputs: string[]) => ({
    outputs: { 'dist/x.js': { imports: external.map((path) => ({ path, external: true })) } },
    inputs: Object.fromEntries(inputs.map((path) => [path, { imports: [] as { path: string }[] }])),
  })

  it('fails for a module of Node, outside of the bundle or emptied inside of it', () => {
    assert.throws(() => assertNothingOfNode('x', metafile(['node:fs', 'vscode'], []), ['vscode']), /node:fs/)
    assert.throws(() => assertNothingOfNode('x', metafile([], ['(disabled):fs']), []), /\(disabled\):fs/)
    assertNothingOfNode('x', metafile(['vscode'], ['(disabled):node_modules/pkg/node-only.js', 'server/src/browser.ts']), ['vscode'])
  })
})
