import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Configuration } from '@gongwen/engine'
import type { ConfigurationFile } from '@gongwen/platform'
import type { ServerPorts } from '../ports.js'

/** Told of a configuration file that has problems, and with none when they are gone. */
export type ProblemListener = (uri: string, problems: ConfigurationFile['problems']) => void

/** The configuration files that count for open documents, with what is wrong in them. */
export class ConfigurationFiles {
  private readonly faulty = new Set<string>()

  constructor(
    private readonly ports: Pick<ServerPorts, 'configurationFor' | 'forgetConfigurations'>,
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
