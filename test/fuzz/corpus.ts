import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Inputs that fuzzing once found worth keeping, for one target. Kept as UTF-16, since some hold halves of pairs. */
export function corpusOf(target: string): string[] {
  const folder = join(import.meta.dirname, 'corpus', target)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf16le'))
}
