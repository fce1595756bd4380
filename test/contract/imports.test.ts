/** Who may import whom, read from the sources' own import graph (ARCHITECTURE.md, “Invariants”). */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
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
      (specifier) =>
        specifier !== 'vscode' &&
        !specifier.startsWith('vscode-languageclient') &&
        (!specifier.startsWith('@gongwen/') || ['@gongwen/engine', '@gongwen/platform'].includes(specifier)),
    )
  })
  it('the client knows the editor and the protocol, and nothing of ours', () => {
    assertOnly('client/src', (specifier) => !specifier.startsWith('@gongwen/') && !specifier.startsWith('vscode-languageserver/'))
  })
})
