import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readTextFile } from '@gongwen/platform'
import type { FolderEntry } from './ports.js'

/** Whether a URI is one of this machine's own files, which need no client to be read. */
export function isOnDisk(uri: string): boolean {
  return uri.startsWith('file:')
}

/**
 * The text of the file at a `file:` URI; undefined when there is none, and for a URI that is no path on this machine.
 *
 * @throws the file system's error when it may not be read, UnreadableTextError when it is no text
 */
export async function readTextOnDisk(uri: string): Promise<string | undefined> {
  const path = pathOf(uri)
  return path === undefined ? undefined : readTextFile(path)
}

/** What the folder at a `file:` URI holds; nothing where there is none or it may not be read. */
export async function readFolderOnDisk(uri: string): Promise<readonly FolderEntry[]> {
  const path = pathOf(uri)
  if (path === undefined) return []
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other' }))
  } catch {
    return []
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    // a host's name, an encoded slash
    return undefined
  }
}
