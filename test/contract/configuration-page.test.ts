/** The page about settings names every setting there is, and what it shows is right. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SECTION_IDS } from '@gongwen/engine'
import { checkConfiguration } from '@gongwen/platform'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/configuration.md')

/** Names of all properties in a JSON schema, those of single rules left out. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== 'properties') return namesIn(value)
    return Object.entries(value as object).flatMap(([name, own]) => (name.includes('/') || name === '$schema' ? [] : [name, ...namesIn(own)]))
  })
}

describe('docs/configuration.md', () => {
  const examples = Array.from(page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm), ([, source]) => source as string)

  it('shows configurations that are right, together with one another', async () => {
    assert.ok(examples.length >= 5)
    for (const source of examples) {
      const { configuration, problems } = await checkConfiguration(source, source.startsWith('gongwen:') ? 'gongwen' : undefined)
      assert.deepEqual(problems, [], source)
      assert.notDeepEqual(configuration, {}, source)
    }
  })

  it('names every setting of the schema and of the manifest', () => {
    const schema: unknown = JSON.parse(read('schemas/gongwen.schema.json'))
    const names = namesIn({ properties: (schema as { properties: object }).properties })
    assert.ok(names.length > 15)
    for (const name of names) assert.ok(page.includes(name), name)
    const manifest = JSON.parse(read('package.json')) as { contributes: { configuration: { properties: Record<string, { default: unknown }> } } }
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      const shown = typeof setting.default === 'string' ? setting.default : JSON.stringify(setting.default)
      assert.ok(page.includes(`| \`${name}\` | \`${shown}\` |`), name)
    }
  })

  it('names every section', () => {
    for (const id of SECTION_IDS) assert.match(page, new RegExp(`^\\| \`${id}\` \\|`, 'm'))
  })
})
