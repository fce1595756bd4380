import type { Configuration } from '@gongwen/engine'
import {
  addResiduePhrase,
  CONFIGURATION_NAMES,
  nearestConfiguration,
  type ConfigurationCache,
  type ConfigurationFile,
  type FolderTree,
} from '@gongwen/platform/portable'
import type { ServerPorts } from '../ports.js'
import { fileIn, folderOf, isWithin, parentOf } from './addresses.js'

/** Told of a configuration file that has problems, with a document that it counts for, and with none when they are gone. */
export type ProblemListener = (uri: string, problems: ConfigurationFile['problems'], document?: string) => void

/** A configuration file's source as it is and as it is to be, without byte-order mark. */
export interface EditedConfiguration {
  readonly uri: string
  /** false for a file that is to be made; `before` is empty then */
  readonly exists: boolean
  readonly before: string
  readonly after: string
}

/** The configuration files that count for open documents, with what is wrong in them. None counts in a folder that is not trusted. */
export class ConfigurationFiles {
  private readonly tree: FolderTree
  private cache: ConfigurationCache = new Map()
  private readonly faulty = new Set<string>()

  constructor(
    private readonly ports: Pick<ServerPorts, 'readText'>,
    private readonly onProblems: ProblemListener,
    private readonly isTrusted: () => boolean = () => true,
  ) {
    this.tree = { parentOf, fileIn, readText: (uri) => ports.readText(uri) }
  }

  /** The configuration that files give a document; of a faulty file its sound parts. An untitled document has no folder to look in. */
  async of(uri: string): Promise<Configuration | undefined> {
    const file = await this.fileFor(uri)
    if (file === undefined) return undefined
    if (file.problems.length > 0 && !this.faulty.has(file.path)) {
      this.faulty.add(file.path)
      this.onProblems(file.path, file.problems, uri)
    }
    return file.configuration
  }

  /** Whether a configuration file can count for a document. */
  mayHaveFile(uri: string): boolean {
    return this.isTrusted() && folderOf(uri) !== undefined
  }

  /** The configuration file that counts for a document with one more phrase of residue; the rest as with `edited`. */
  learn(uri: string, phrase: string, folders: readonly string[]): Promise<EditedConfiguration | undefined> {
    return this.edited(uri, folders, (source, path) => addResiduePhrase(source, phrase, path))
  }

  /**
   * What a change makes of the configuration file that counts for a document. Where there is none, one is to be made in
   * the innermost of `folders` that holds the document, or beside it. Nothing is written.
   *
   * @param change from a file's source and its address to the source as it is to be
   * @returns nothing for a document that no file can count for
   * @throws what `change` throws, and what `readText` rejects with
   */
  async edited(uri: string, folders: readonly string[], change: (source: string, path: string) => Promise<string>): Promise<EditedConfiguration | undefined> {
    const beside = folderOf(uri)
    if (beside === undefined || !this.isTrusted()) return undefined
    const file = await this.fileFor(uri)
    const target = file?.path ?? fileIn(innermost(uri, folders) ?? beside, CONFIGURATION_NAMES[0])
    const before = ((await this.ports.readText(target)) ?? '').replace(/^\ufeff/, '')
    return { uri: target, exists: file !== undefined, before, after: await change(before, target) }
  }

  /** Reads every file anew when next asked, and takes back what was said of them. */
  forget(): void {
    this.cache = new Map()
    for (const address of this.faulty) this.onProblems(address, [])
    this.faulty.clear()
  }

  private async fileFor(uri: string): Promise<ConfigurationFile | undefined> {
    if (!this.isTrusted()) return undefined
    const folder = folderOf(uri)
    return folder === undefined ? undefined : nearestConfiguration(folder, this.tree, this.cache)
  }
}

function innermost(uri: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => isWithin(uri, folder)).sort((a, b) => b.length - a.length)[0]
}
