/** Who may import whom, read from the sources' own import graph (ARCHITECTURE.md, “Invariants”). */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')
const PARSER = ['unified', 'remark-parse', 'remark-gfm', 'remark-frontmatter', 'mdast']

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
}

function assertOnly(folder: string, allows: (specifier: string, file: string) => boolean): void {
  const files = sourcesOf(folder)
  assert.ok(files.length > 0, `no sources in ${folder}`)
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => !specifier.startsWith('.') && !allows(specifier, file))
      .map((specifier) => `${file} imports ${specifier}`),
  )
  const outside = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.') && leaves(file, specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  )
  assert.deepEqual([...wrong, ...outside], [])
}

/** Whether a relative import leaves its workspace; schemas and package.json are data, not code. */
function leaves(file: string, specifier: string): boolean {
  const target = relative(root, resolve(root, dirname(file), specifier))
  return target.split('/')[0] !== file.split('/')[0] && !target.startsWith('schemas/') && target !== 'package.json'
}

/** The parts of the platform that single files of the server may use: what is Node's, and what is a browser's. */
function onlyOf(file: string): string[] {
  if (['server/src/main.ts', 'server/src/disk.ts'].includes(file)) return ['@gongwen/platform']
  return file === 'server/src/browser.ts' ? ['@gongwen/platform/browser'] : []
}

/** Every file of ours that a file imports, directly or not, itself among them. */
function reachableFrom(entry: string): Set<string> {
  const reached = new Set([entry])
  // a set gives what is added to it while one goes through it
  for (const file of reached) {
    for (const specifier of importsOf(file)) {
      const source = sourceOf(file, specifier)
      if (source !== undefined) reached.add(source)
    }
  }
  return reached
}

function sourceOf(file: string, specifier: string): string | undefined {
  const [, workspace, part = 'index'] = /^@gongwen\/([a-z]+)(?:\/([a-z]+))?$/.exec(specifier) ?? []
  const path = workspace === undefined ? relative(root, resolve(root, dirname(file), specifier.replace(/js$/, 'ts'))) : `${workspace}/src/${part}.ts`
  return path.endsWith('.ts') && existsSync(join(root, path)) ? path : undefined
}

describe('import directions', () => {
  it('the engine imports nothing but itself and the Markdown parser', () => {
    assertOnly('engine/src', (specifier) => PARSER.includes(specifier))
  })
  it('a rule imports no other rule', () => {
    const wrong = sourcesOf('engine/src/rules')
      .filter((file) => !file.endsWith('registry.generated.ts'))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => relative(join(root, 'engine/src/rules'), resolve(root, dirname(file), specifier)).split('/')[0] !== '..')
          .map((specifier) => `${file} imports ${specifier}`),
      )
    assert.deepEqual(wrong, [])
  })
  it('only the linter’s own files know the registry', () => {
    const knowing = sourcesOf('engine/src').filter((file) => importsOf(file).some((specifier) => specifier.endsWith('registry.generated.js')))
    assert.deepEqual(knowing.sort(), ['engine/src/index.ts', 'engine/src/linting/cleaning.ts', 'engine/src/linting/session.ts'])
  })
  it('what client and server say to each other is data, and imports nothing', () => {
    assertOnly('messages/src', () => false)
  })
  it('the platform knows the engine, and no adapter', () => {
    assertOnly('platform/src', (specifier) => !specifier.startsWith('vscode') && (!specifier.startsWith('@gongwen/') || specifier === '@gongwen/engine'))
  })
  it('the command line knows engine and platform', () => {
    assertOnly(
      'cli/src',
      (specifier) => !specifier.startsWith('vscode') && (!specifier.startsWith('@gongwen/') || ['@gongwen/engine', '@gongwen/platform'].includes(specifier)),
    )
  })
  it('the server knows engine, platform and the protocol, not the editor', () => {
    assertOnly(
      'server/src',
      (specifier, file) =>
        specifier !== 'vscode' &&
        !specifier.startsWith('vscode-languageclient') &&
        (!specifier.startsWith('@gongwen/') || ['@gongwen/engine', '@gongwen/messages', '@gongwen/platform/portable', ...onlyOf(file)].includes(specifier)),
    )
  })
  it('what runs in a browser reaches nothing of Node, however far one follows its imports', () => {
    for (const entry of ['server/src/browser.ts', 'client/src/browser.ts', 'platform/src/portable.ts']) {
      const reached = reachableFrom(entry)
      assert.ok(reached.size > 3, entry)
      const wrong = [...reached].flatMap((file) =>
        importsOf(file)
          .filter((specifier) => isBuiltin(specifier) || /^vscode-languageclient\/node|^vscode-languageserver\/node|^iconv-lite$|^nodejieba$/.test(specifier))
          .map((specifier) => `${entry} reaches ${file}, which imports ${specifier}`),
      )
      assert.deepEqual(wrong, [])
    }
    // the walk follows what it says that it follows
    assert.ok(reachableFrom('server/src/browser.ts').has('engine/src/index.ts'))
    assert.ok(reachableFrom('server/src/main.ts').has('platform/src/segmenter.ts'))
  })
  it('the client knows the editor and the protocol, and of ours only the messages', () => {
    assertOnly(
      'client/src',
      (specifier) => (!specifier.startsWith('@gongwen/') || specifier === '@gongwen/messages') && !specifier.startsWith('vscode-languageserver/'),
    )
  })
})
