import { TEXT_EXTENSIONS } from '@gongwen/platform/portable'
import type { ServerPorts } from '../ports.js'
import { fileIn, plain } from './addresses.js'
import type { Excludes } from './excluded.js'

const IS_TEXT = new RegExp(`[^.]\\.(?:${TEXT_EXTENSIONS.join('|')})$`, 'i')
const MOST_FOLDERS = 2000

/**
 * Addresses of the texts in a folder and below it, nearest first, by name within a folder. Hidden folders and
 * `node_modules` are left out, and so are what the writer has excluded and all beyond 2000 folders.
 *
 * @param most how many to give at most
 */
export async function textsIn(
  folder: string,
  { readFolder }: Pick<ServerPorts, 'readFolder'>,
  most: number,
  isExcluded: Excludes = () => false,
): Promise<string[]> {
  const texts: string[] = []
  const folders = [folder]
  for (let i = 0; i < folders.length && i < MOST_FOLDERS && texts.length < most; i++) {
    const here = folders[i] as string
    const entries = [...(await readFolder(here))].sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const { name, kind } of entries) {
      const uri = fileIn(here, name)
      const isMeant = kind === 'folder' ? !name.startsWith('.') && name !== 'node_modules' : kind === 'file' && IS_TEXT.test(name)
      if (!isMeant || isExcluded(plain(uri.slice(folder.length)))) continue
      if (kind === 'folder') folders.push(`${uri}/`)
      else texts.push(uri)
    }
  }
  return texts.slice(0, most)
}
