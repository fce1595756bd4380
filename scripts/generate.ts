/**
 * Writes what is made from other files: the registry of rules, the lexicon, the rules' pages, the configuration's schema,
 * the manifest's settings. With `--check` it writes nothing and fails when something is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lexiconSource } from './generate/lexicon.js'
import { registrySource } from './generate/registry.js'

const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')
const stale: string[] = []

function emit(path: string, content: string): void {
  const target = join(root, path)
  let current = ''
  try {
    current = readFileSync(target, 'utf8')
  } catch {
    // not made yet
  }
  if (current === content) return
  stale.push(path)
  if (isCheck) return
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, content)
}

/** Removes pages of rules that are no more. */
function removeOthers(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const path = `${folder}/${name.replaceAll('\\', '/')}`
    if (!path.endsWith('.md') || kept.has(path)) continue
    stale.push(path)
    if (!isCheck) rmSync(join(root, path))
  }
}

emit('engine/src/rules/registry.generated.ts', registrySource(root))
emit('engine/src/lexicon/lexicon.generated.ts', lexiconSource(root))
// what follows reads the rules, so it is loaded only when the registry is fresh
const { manifestSettings, manifestStrings, rulePages } = await import('./generate/from-rules.js')
const { schemaSource } = await import('./generate/schema.js')
const pages = rulePages()
for (const [path, content] of pages) emit(path, content)
removeOthers('docs/rules', new Set(pages.map(([path]) => path)))
emit('schemas/gongwen.schema.json', schemaSource())
emit('package.json', manifestSettings(readFileSync(join(root, 'package.json'), 'utf8')))
emit(
  'package.nls.json',
  manifestStrings(readFileSync(join(root, 'package.nls.json'), 'utf8'), (rule) => rule.summaryEn),
)
emit(
  'package.nls.zh-cn.json',
  manifestStrings(readFileSync(join(root, 'package.nls.zh-cn.json'), 'utf8'), (rule) => rule.summary),
)

if (stale.length > 0) console.log(`${isCheck ? 'stale' : 'written'}: ${stale.join(', ')}`)
process.exitCode = isCheck && stale.length > 0 ? 1 : 0
