import { Minimatch } from 'minimatch'
import type { ClientCapabilities, Connection } from 'vscode-languageserver'

/** Says of a path in a workspace folder (`旧稿/2023.md`, no slash at its ends) whether the writer does not want to see it. */
export type Excludes = (path: string) => boolean

/** The editor's setting that hides files and folders. */
export const EXCLUDE_SETTING = 'files.exclude'

/** A longer pattern, or one of more patterns, comes of no writer: a folder's settings are not to hold the server up. */
const LONGEST_PATTERN = 1_000
const MOST_PATTERNS = 500
const MOST_ALTERNATIVES = 100

/** What the client's `files.exclude` hides in a folder; nothing where the client has no such setting or fails to answer. */
export async function excludedIn(folder: string, connection: Connection, { workspace }: ClientCapabilities): Promise<Excludes> {
  if (workspace?.configuration !== true) return excludesOf(undefined)
  try {
    return excludesOf(await connection.workspace.getConfiguration({ scopeUri: folder, section: EXCLUDE_SETTING }))
  } catch (error) {
    connection.console.warn(`gongwen: no ${EXCLUDE_SETTING} for ${folder}: ${String(error)}`)
    return excludesOf(undefined)
  }
}

/**
 * Reads the setting: patterns, as the editor takes them, that are `true`. One with a condition (`when`) is about files made of
 * others, which texts are not, and counts as not said.
 */
function excludesOf(setting: unknown): Excludes {
  if (typeof setting !== 'object' || setting === null) return () => false
  const patterns = Object.entries(setting)
    .filter(([pattern, isOn]) => isOn === true && pattern.length <= LONGEST_PATTERN)
    .slice(0, MOST_PATTERNS)
    .map(([pattern]) => new Minimatch(pattern, { dot: true, nocomment: true, noext: true, nonegate: true, braceExpandMax: MOST_ALTERNATIVES }))
  return (path) => patterns.some((pattern) => pattern.match(path))
}
