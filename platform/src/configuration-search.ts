import type { Configuration } from '@gongwen/engine'
import { checkConfiguration } from './configuration-check.js'
import type { ConfigurationProblem } from './configuration-problem.js'

/** Names of configuration files; where a folder has several, the first one counts. */
export const CONFIGURATION_NAMES = ['.gongwenrc.yaml', '.gongwenrc.yml', '.gongwenrc.json'] as const

/** A configuration file that was read. */
export interface ConfigurationFile {
  /** absolute path, or URI, as the folders that were searched are named */
  readonly path: string
  /** the parts that nothing is wrong with */
  readonly configuration: Configuration
  readonly problems: readonly ConfigurationProblem[]
}

/** What was found for each folder; the owner throws it away when a configuration file changes. */
export type ConfigurationCache = Map<string, Promise<ConfigurationFile | undefined>>

/** Folders that hold texts and configuration files, by whatever names they have: paths of a disk, URIs of an editor. */
export interface FolderTree {
  /** the folder around a folder; undefined for the topmost */
  parentOf(folder: string): string | undefined
  /** the name of a file in a folder */
  fileIn(folder: string, name: string): string
  /** the text of a file; undefined when there is no such file; rejects when it cannot be read */
  readText(file: string): Promise<string | undefined>
}

/**
 * The configuration file that counts for the texts of a folder: the nearest one from there upward. Undefined when there
 * is none. Never rejects; a file that cannot be read has a problem that says so.
 */
export function nearestConfiguration(folder: string, tree: FolderTree, cache: ConfigurationCache): Promise<ConfigurationFile | undefined> {
  let found = cache.get(folder)
  if (found === undefined) {
    found = searchFrom(folder, tree, cache)
    cache.set(folder, found)
  }
  return found
}

async function searchFrom(folder: string, tree: FolderTree, cache: ConfigurationCache): Promise<ConfigurationFile | undefined> {
  for (const name of CONFIGURATION_NAMES) {
    const path = tree.fileIn(folder, name)
    try {
      const text = await tree.readText(path)
      if (text !== undefined) return { path, ...(await checkConfiguration(text)) }
    } catch (error) {
      return unreadable(path, error)
    }
  }
  const parent = tree.parentOf(folder)
  return parent === undefined ? undefined : nearestConfiguration(parent, tree, cache)
}

function unreadable(path: string, error: unknown): ConfigurationFile {
  const reason = error instanceof Error ? error.message : String(error)
  const message = { zh: `无法读取：${reason}`, en: `cannot be read: ${reason}` }
  return { path, configuration: {}, problems: [{ message, start: { line: 0, column: 0 }, end: { line: 0, column: 0 } }] }
}
