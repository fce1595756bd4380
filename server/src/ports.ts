import type { Segmenter } from '@gongwen/engine'
import type { ConfigurationFile, ConfigurationProblem, EditedConfiguration } from '@gongwen/platform'

/** What the server needs of the world. `main.ts` gives the real ones, a test gives fakes. */
export interface ServerPorts {
  readonly segmenter: Segmenter
  /** the configuration file that counts for the document at a path of the file system; does not reject */
  configurationFor(path: string): Promise<ConfigurationFile | undefined>
  /** called when a configuration file has changed: what was read before counts no more */
  forgetConfigurations(): void
  /** a configuration file's source as it is and with one more phrase of residue; rejects when it cannot be edited */
  withResiduePhrase(path: string, phrase: string): Promise<EditedConfiguration>
  /** reads YAML front matter into plain data */
  parseFrontMatter(source: string): unknown
  /** what is wrong in the part of a text's front matter that is about this tool; places are of the whole text */
  frontMatterProblems(text: string): Promise<readonly ConfigurationProblem[]>
  /** address of a rule's documentation page; undefined where there is none */
  rulePage(ruleId: string): string | undefined
  /** runs `task` after a delay in milliseconds, unless the function that it gives is called first */
  schedule(task: () => void, delay: number): () => void
}

/** Milliseconds without an edit after which a text is checked. */
export const QUIET_AFTER = 150
