import type { Configuration, Segmenter } from '@gongwen/engine'

/** What the server needs of the world. `main.ts` gives the real ones, a test gives fakes. */
export interface ServerPorts {
  readonly segmenter: Segmenter
  /** configuration from files for the document at a path of the file system; must not throw for a broken file */
  configurationFor(path: string): Configuration | undefined
  /** called when a configuration file has changed: what was read before counts no more */
  forgetConfigurations(): void
  /** reads YAML front matter into plain data */
  parseFrontMatter(source: string): unknown
  /** address of a rule's documentation page */
  rulePage(ruleId: string): string | undefined
  /** runs `task` after a delay in milliseconds, unless the function that it gives is called first */
  schedule(task: () => void, delay: number): () => void
}

/** Milliseconds without an edit after which a text is checked. */
export const QUIET_AFTER = 150
