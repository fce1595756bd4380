import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Configuration } from '@gongwen/engine'
import { CONFIGURATION_NAMES, type ConfigurationFile, type EditedConfiguration } from '@gongwen/platform'
import type { ServerPorts } from '../ports.js'

/** Told of a configuration file that has problems, and with none when they are gone. */
export type ProblemListener = (uri: string, problems: ConfigurationFile['problems']) => void

/** A configuration file with a phrase learned; `exists` is false for one that is to be made. */
export interface LearnedPhrase extends EditedConfiguration {
  readonly uri: string
  readonly exists: boolean
}

/** The configuration files that count for open documents, with what is wrong in them. */
export class ConfigurationFiles {
  private readonly faulty = new Set<string>()

  constructor(
    private readonly ports: Pick<ServerPorts, 'configurationFor' | 'forgetConfigurations' | 'withResiduePhrase'>,
    private readonly onProblems: ProblemListener,
  ) {}

  /**
   * The configuration that files give a document; of a faulty file its sound parts. An untitled or virtual document has
   * no folder to look in.
   */
  async of(uri: string): Promise<Configuration | undefined> {
    const path = pathOf(uri)
    const file = path === undefined ? undefined : await this.ports.configurationFor(path)
    if (file === undefined) return undefined
    const address = pathToFileURL(file.path).href
    if (file.problems.length > 0 && !this.faulty.has(address)) {
      this.faulty.add(address)
      this.onProblems(address, file.problems)
    }
    return file.configuration
  }

  /** Whether a configuration file can count for a document. */
  mayHaveFile(uri: string): boolean {
    return pathOf(uri) !== undefined
  }

  /**
   * The configuration file that counts for a document with one more phrase of residue. Where there is none, one is to be
   * made in the innermost of `folders` that holds the document, or beside it.
   *
   * @returns nothing for a document that no file can count for
   */
  async learn(uri: string, phrase: string, folders: readonly string[]): Promise<LearnedPhrase | undefined> {
    const path = pathOf(uri)
    if (path === undefined) return undefined
    const file = await this.ports.configurationFor(path)
    const target = file?.path ?? join(folderFor(path, folders), CONFIGURATION_NAMES[0])
    const edited = await this.ports.withResiduePhrase(target, phrase)
    return { ...edited, uri: pathToFileURL(target).href, exists: file !== undefined }
  }

  /** Reads every file anew when next asked, and takes back what was said of them. */
  forget(): void {
    this.ports.forgetConfigurations()
    for (const address of this.faulty) this.onProblems(address, [])
    this.faulty.clear()
  }
}

/** The path of a `file:` URI; undefined for any other, and for one that is no path on this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}

function folderFor(path: string, folders: readonly string[]): string {
  const holding = folders.flatMap((uri) => pathOf(uri) ?? []).filter((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
  return holding.sort((a, b) => b.length - a.length)[0] ?? dirname(path)
}
