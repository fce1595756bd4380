import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Inputs that fuzzing once found worth keeping, for one target. */
export function corpusOf(target: string): string[] {
  return readCorpus(join(import.meta.dirname, 'corpus', target))
}

/** The inputs of a folder, none when there is no folder. Kept as UTF-16, since some hold halves of pairs. */
export function readCorpus(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf16le'))
}
