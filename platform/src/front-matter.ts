import type { LinePosition } from '@gongwen/engine'
import { checkConfiguration, plainData, UNREADABLE, type CheckedConfiguration } from './configuration-check.js'

/** Reads the source between the fences of front matter into plain data; undefined when it is no YAML. */
export type FrontMatterParser = (source: string) => unknown

/** The part of a text's front matter that is about this tool. `problems` have their places in the whole text. */
export type CheckedFrontMatter = CheckedConfiguration

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---/
const FENCE_LINES = 1
const OWN_KEY = /^["']?gongwen["']?[ \t]*:/m

/** The parser that a session is given. YAML is loaded here, so that parsing itself need not wait. */
export async function frontMatterParser(): Promise<FrontMatterParser> {
  const { parseDocument } = await import('yaml')
  return (source) => {
    const document = parseDocument(source, { logLevel: 'error' })
    const data = document.errors.length > 0 ? undefined : plainData(document)
    return data === UNREADABLE ? undefined : data
  }
}

/**
 * Checks what a text's front matter says under `gongwen`. Undefined when it says nothing, so that a caller need not load
 * YAML for texts without it.
 */
export async function checkFrontMatter(text: string): Promise<CheckedFrontMatter | undefined> {
  const source = FRONT_MATTER.exec(text)?.[1]
  if (source === undefined || !OWN_KEY.test(source)) return undefined
  const { configuration, problems } = await checkConfiguration(source, 'gongwen')
  const move = ({ line, column }: LinePosition): LinePosition => ({ line: line + FENCE_LINES, column })
  return { configuration, problems: problems.map((problem) => ({ ...problem, start: move(problem.start), end: move(problem.end) })) }
}
