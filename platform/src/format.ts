import type { TextFormat } from '@gongwen/engine'

/** Extensions of the texts that a directory is searched for, without the dot. */
export const TEXT_EXTENSIONS = ['md', 'markdown', 'txt'] as const

/** How a file's text is written, told from its name: Markdown by `.md` and `.markdown`, plain text otherwise. */
export function formatOf(path: string): TextFormat {
  return /[^\\/]\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain'
}
