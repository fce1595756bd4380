import type { Segmenter } from '@gongwen/engine'
import type { ConfigurationProblem } from '@gongwen/platform/portable'

/**
 * What the server needs of the world. `main.ts` gives it to a process of its own, `browser.ts` to a worker of a browser,
 * a test gives fakes.
 */
export interface ServerPorts {
  readonly segmenter: ServerSegmenter
  /** the text of a file; undefined when there is none at that address; rejects when it cannot be read or is no text */
  readText(uri: string): Promise<string | undefined>
  /** what a folder holds; nothing where there is none or it cannot be read. `textsIn` finds the texts below one */
  readFolder(uri: string): Promise<readonly FolderEntry[]>
  /** reads YAML front matter into plain data */
  parseFrontMatter(source: string): unknown
  /** what is wrong in the part of a text's front matter that is about this tool; places are of the whole text */
  frontMatterProblems(text: string): Promise<readonly ConfigurationProblem[]>
  /** address of a rule's documentation page; undefined where there is none, and where the client says where they are */
  rulePage(ruleId: string): string | undefined
  /** runs `task` after a delay in milliseconds, unless the function that it gives is called first */
  schedule(task: () => void, delay: number): () => void
  /** resolves when what was waiting, messages of the client among it, has had a turn */
  pause(): Promise<void>
}

/** Something in a folder. Links to folders are neither: following them might never end. */
export interface FolderEntry {
  /** not encoded */
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** A segmenter that may need time before it answers as it always will. */
export interface ServerSegmenter extends Segmenter {
  /**
   * While the word list is being loaded because somebody asked for words: resolves when it is there, or will never be.
   * What was found meanwhile is to be found again. Undefined at any other time.
   */
  loading?(): Promise<void> | undefined
}

/** Milliseconds without an edit after which a text is checked. */
export const QUIET_AFTER = 150

/** Milliseconds without an edit after which the sentence that was typed counts as written, where nobody says that the caret is in it. */
export const RESTS_AFTER = 2000

/** So many texts of one workspace folder are looked at. */
export const MOST_TEXTS = 500

/** UTF-16 units; a longer text of the workspace is looked at only when it is opened. */
export const LONGEST_TEXT = 300_000
