import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Configuration } from '@gongwen/engine'
import { checkConfiguration } from './configuration-check.js'
import type { ConfigurationProblem } from './configuration-problem.js'
import { decodeText } from './encoding.js'

/** Names of configuration files; where a folder has several, the first one counts. */
export const CONFIGURATION_NAMES = ['.gongwenrc.yaml', '.gongwenrc.yml', '.gongwenrc.json'] as const

/** A configuration file that was read. */
export interface ConfigurationFile {
  /** absolute */
  readonly path: string
  /** the parts that nothing is wrong with */
  readonly configuration: Configuration
  readonly problems: readonly ConfigurationProblem[]
}

/** What was found for each folder; the owner throws it away when a configuration file changes. */
export type ConfigurationCache = Map<string, Promise<ConfigurationFile | undefined>>

/**
 * The configuration file for a text: the nearest one upward from the text's folder to the root of the file system.
 * Undefined when there is none. Never rejects; a file that cannot be read has a problem that says so.
 *
 * @param file path of the text; it need not exist
 */
export function findConfiguration(file: string, cache: ConfigurationCache = new Map()): Promise<ConfigurationFile | undefined> {
  return inFolder(dirname(resolve(file)), cache)
}

function inFolder(folder: string, cache: ConfigurationCache): Promise<ConfigurationFile | undefined> {
  let found = cache.get(folder)
  if (found === undefined) {
    found = searchFrom(folder, cache)
    cache.set(folder, found)
  }
  return found
}

async function searchFrom(folder: string, cache: ConfigurationCache): Promise<ConfigurationFile | undefined> {
  for (const name of CONFIGURATION_NAMES) {
    const path = join(folder, name)
    try {
      return await readConfiguration(path)
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return unreadable(path, error)
    }
  }
  const parent = dirname(folder)
  return parent === folder ? undefined : inFolder(parent, cache)
}

/**
 * Reads one configuration file and checks it.
 *
 * @throws the file system's error when there is no such file or it may not be read
 */
export async function readConfiguration(path: string): Promise<ConfigurationFile> {
  const bytes = await readFile(path)
  const { text } = await decodeText(bytes)
  return { path: resolve(path), ...(await checkConfiguration(text)) }
}

function unreadable(path: string, error: unknown): ConfigurationFile {
  const message = `无法读取：${error instanceof Error ? error.message : String(error)}`
  return { path, configuration: {}, problems: [{ message, start: { line: 0, column: 0 }, end: { line: 0, column: 0 } }] }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
