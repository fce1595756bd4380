// `promises` through `fs`, which loads them at the first use: most texts have no configuration file
import { promises, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { checkConfiguration } from './configuration-check.js'
import { nearestConfiguration, type ConfigurationCache, type ConfigurationFile, type FolderTree } from './configuration-search.js'
import { decodeText } from './encoding.js'

const DISK: FolderTree = {
  parentOf(folder) {
    const parent = dirname(folder)
    return parent === folder ? undefined : parent
  },
  fileIn: join,
  // asked for each folder upward, where there mostly is nothing
  async readText(path) {
    return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readTextFile(path)
  },
}

/**
 * The configuration file for a text: the nearest one upward from the text's folder to the root of the file system.
 * Undefined when there is none. Never rejects; a file that cannot be read has a problem that says so.
 *
 * @param file path of the text; it need not exist
 */
export function findConfiguration(file: string, cache: ConfigurationCache = new Map()): Promise<ConfigurationFile | undefined> {
  return nearestConfiguration(dirname(resolve(file)), DISK, cache)
}

/**
 * Reads one configuration file and checks it.
 *
 * @throws the file system's error when there is no such file or it may not be read
 */
export async function readConfiguration(path: string): Promise<ConfigurationFile> {
  const { text } = await decodeText(await promises.readFile(path))
  return { path: resolve(path), ...(await checkConfiguration(text)) }
}

/**
 * The text of a file, in whatever encoding it is written; undefined when there is no file at the path.
 *
 * @throws the file system's error when it may not be read, UnreadableTextError when it is no text
 */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return (await decodeText(await promises.readFile(path))).text
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))) return undefined
    throw error
  }
}
