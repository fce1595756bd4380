import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * Source of the engine's lexicon: `data/lexicon/NAME.yaml` becomes the constant NAME, `data/lexicon/FOLDER/*.yaml` the
 * constant FOLDER, an object with one member for each file. Only plain data goes in; the engine gives it types.
 */
export function lexiconSource(root: string): string {
  const folder = join(root, 'data/lexicon')
  const parts = ['// Made by scripts/generate.ts from data/lexicon. Do not edit.', '/* eslint-disable */']
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) {
      const members = readdirSync(path)
        .filter((file) => file.endsWith('.yaml'))
        .sort()
      const data = Object.fromEntries(members.map((file) => [file.slice(0, -5), parse(readFileSync(join(path, file), 'utf8')) as unknown]))
      parts.push(`export const ${constant(name)} = ${JSON.stringify(data)} as const`)
    } else if (name.endsWith('.yaml')) {
      parts.push(`export const ${constant(name.slice(0, -5))} = ${JSON.stringify(parse(readFileSync(path, 'utf8')))} as const`)
    }
  }
  return `${parts.join('\n')}\n`
}

function constant(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
