import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { TEXT_EXTENSIONS } from '@gongwen/platform'
import type { Say } from './terminal.js'

/** A text to read: a file, or the standard input. */
export interface Input {
  /** as the user wrote it, for messages and reports */
  readonly path: string
  /** absolute; for standard input that of the name it was given, which need not exist */
  readonly file: string
  readonly isStdin: boolean
}

/** What the arguments stand for, and what is wrong with them, a line each. */
export interface ExpandedInputs {
  readonly inputs: readonly Input[]
  readonly problems: readonly string[]
}

const SKIPPED_FOLDERS = ['**/node_modules/**', '**/.git/**']

/**
 * Turns arguments (files, folders, globs, `-`) into texts to read, each once, in the order of the arguments; those of a
 * folder or a glob sorted by name. An argument that stands for nothing is a problem; the others still count.
 *
 * @param stdinName what `-` is called in reports; its extension tells its format
 */
export async function expandInputs(paths: readonly string[], cwd: string, say: Say, stdinName = '<stdin>'): Promise<ExpandedInputs> {
  const inputs = new Map<string, Input>()
  const problems: string[] = []
  for (const path of paths) {
    const found = path === '-' ? [{ path: stdinName, file: resolve(cwd, stdinName), isStdin: true }] : await expand(path, cwd)
    if (found.length === 0) problems.push(whyNothing(path, cwd, say))
    for (const input of found) inputs.set(input.isStdin ? '-' : input.file, inputs.get(input.isStdin ? '-' : input.file) ?? input)
  }
  return { inputs: [...inputs.values()], problems }
}

async function expand(path: string, cwd: string): Promise<Input[]> {
  const file = resolve(cwd, path)
  const kind = kindOf(file)
  if (kind === 'file') return [{ path, file, isStdin: false }]
  if (kind === 'folder') return find(`**/*.{${TEXT_EXTENSIONS.join(',')}}`, file, (name) => join(path, name))
  return isGlob(path) ? find(process.platform === 'win32' ? path.replaceAll('\\', '/') : path, cwd, (name) => name) : []
}

// synchronous, as all reading of one text: a command has nothing else to do meanwhile, and Node's promises of files take long to load
function kindOf(file: string): 'file' | 'folder' | undefined {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

function isGlob(path: string): boolean {
  return /[*?[\]{}!]/.test(path)
}

async function find(pattern: string, cwd: string, show: (name: string) => string): Promise<Input[]> {
  const { glob } = await import('tinyglobby')
  const names = await glob(pattern, { cwd, ignore: SKIPPED_FOLDERS, onlyFiles: true, expandDirectories: false, caseSensitiveMatch: false })
  return names.sort((a, b) => (a < b ? -1 : 1)).map((name) => ({ path: show(name), file: resolve(cwd, name), isStdin: false }))
}

function whyNothing(path: string, cwd: string, say: Say): string {
  if (kindOf(resolve(cwd, path)) === 'folder') return say(`文件夹里没有 .md、.markdown、.txt 文件：${path}`, `no .md, .markdown or .txt file in ${path}`)
  if (isGlob(path)) return say(`没有与此匹配的文件：${path}`, `no file matches ${path}`)
  return say(`文件不存在：${path}`, `no such file: ${path}`)
}
