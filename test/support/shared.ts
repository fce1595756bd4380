import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Context } from 'mocha'

const root = resolve(import.meta.dirname, '../../../shared')

/** A path in the material that is shared beside the checkout. */
export function sharedPath(...parts: string[]): string {
  return join(root, ...parts)
}

/** Skips the test, saying so, where the shared material is absent. */
export function needsShared(test: Context): void {
  if (existsSync(root)) return
  console.log(`      skipped: ${root} is not there`)
  test.skip()
}

/** Texts of a shared folder by name. */
export function sharedTexts(...folder: string[]): { name: string; path: string; text: string }[] {
  const path = sharedPath(...folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, path: join(path, name), text: readFileSync(join(path, name), 'utf8') }))
}
