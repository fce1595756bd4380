import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { RULE_GROUPS } from '../../engine/src/linting/rule.js'

/** Source of the registry: every rule file under `engine/src/rules/<group>/`, in the order of groups and names. */
export function registrySource(root: string): string {
  const names = RULE_GROUPS.flatMap((group) => ruleFiles(root, group).map((name) => ({ group, name })))
  const imports = names.map(({ group, name }) => `import ${identifier(group, name)} from './${group}/${name}.js'`)
  return [
    '// Made by scripts/generate.ts from the files beside it. Do not edit.',
    "import type { AnyRule } from '../linting/rule.js'",
    ...imports,
    '',
    '/** Every rule, by group and name. */',
    'export const RULES: readonly AnyRule[] = [',
    ...names.map(({ group, name }) => `  ${identifier(group, name)},`),
    ']',
    '',
  ].join('\n')
}

function ruleFiles(root: string, group: string): string[] {
  const folder = join(root, 'engine/src/rules', group)
  let files: string[]
  try {
    files = readdirSync(folder)
  } catch {
    return []
  }
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
    .sort()
}

function identifier(group: string, name: string): string {
  return `${group}-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
