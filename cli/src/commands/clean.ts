import { clean as cleanText, isAtLeast, LineIndex, splitLines, type Cleaning, type Severity } from '@gongwen/engine'
import { TextChecker } from '../checking.js'
import type { Input } from '../inputs.js'
import { forEachInput } from '../inputs-in-turn.js'
import { readInput } from '../reading.js'
import { cleaningAsJson, cleaningInWords } from '../reporters/cleaning.js'
import { deliver, type RewrittenText } from '../rewriting.js'
import type { CheckingOptions, CommandContext } from './options.js'

/** Options of `gongwen clean`. */
export interface CleanOptions extends CheckingOptions {
  readonly diff?: boolean
  readonly write?: boolean
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity
}

/** A text that was cleaned, and what was done to it. */
export interface CleanedText extends RewrittenText {
  readonly cleaning: Cleaning
  /** whether the text was passed over: no report, or disabled */
  readonly isSkipped: boolean
  /** whether the cleaned text was written back */
  readonly isWritten: boolean
  /** for each thing left alone its line, from 1, in the file as it now is */
  readonly linesLeft: readonly number[]
}

/**
 * Takes out what sites and tools left in texts and mends what they damaged, as far as that needs no look. Shows what was or
 * would be done and what was left alone, and why. Gives 1 when something as grave as `--fail-on` is left, else 0.
 */
export async function clean(paths: readonly string[], options: CleanOptions, context: CommandContext): Promise<number> {
  const { terminal, locale } = context
  const checker = await TextChecker.open({ ...options, locale, cwd: terminal.cwd })
  const done: CleanedText[] = []
  // the standard output may hold the text or the diff
  let isOutputTaken = options.diff === true
  await forEachInput(paths, context, async (input) => {
    isOutputTaken ||= input.isStdin
    const cleaned = await cleanInput(input, checker, options, context)
    const said = options.format === 'json' ? '' : cleaningInWords(cleaned, context)
    await deliver(cleaned, { writes: cleaned.isWritten, diff: options.diff === true, color: options.color }, said, context)
    done.push(cleaned)
  })
  if (options.format === 'json') (isOutputTaken ? terminal.stderr : terminal.stdout).write(cleaningAsJson(done, locale))
  return done.some(({ cleaning }) => cleaning.left.some(({ finding }) => isAtLeast(finding.severity, options.failOn))) ? 1 : 0
}

async function cleanInput(input: Input, checker: TextChecker, { write, diff }: CleanOptions, { terminal, say }: CommandContext): Promise<CleanedText> {
  const read = await readInput(input, terminal, say)
  const check = await checker.prepare(read)
  const isSkipped = check(read.text).skipped !== undefined
  const cleaning = cleanText(read.text, (current) => (isSkipped ? [] : check(current).findings))
  const isWritten = write === true && diff !== true
  return { read, text: cleaning.text, cleaning, isSkipped, isWritten, linesLeft: await linesOf(cleaning, read.text, isWritten) }
}

/** The lines of what was left, in the cleaned text when that is written, else in the text as it was. */
async function linesOf({ text, left }: Cleaning, before: string, isWritten: boolean): Promise<number[]> {
  const lines = LineIndex.of(text)
  const after = left.map(({ finding }) => lines.lineAt(finding.start))
  if (isWritten || text === before) return after.map((line) => line + 1)
  const origins = await originalLines(before, text)
  return after.map((line) => (origins[line] ?? line) + 1)
}

/** For each line of a cleaned text the line that it came from; both from 0. */
async function originalLines(before: string, after: string): Promise<number[]> {
  const { diffArrays } = await import('diff')
  const wordsOf = (text: string): string[] => splitLines(text).map(({ start, end }) => text.slice(start, end))
  const origins: number[] = []
  let at = 0
  let removed = 0
  for (const part of diffArrays(wordsOf(before), wordsOf(after))) {
    const count = part.value.length
    if (part.removed) removed = count
    else if (part.added) {
      // lines that were mended in their places; a line joined to the one before it came from the first of them
      for (let i = 0; i < count; i++) origins.push(at + Math.min(i, Math.max(0, removed - 1)))
      at += removed
      removed = 0
    } else {
      at += removed
      removed = 0
      for (let i = 0; i < count; i++) origins.push(at++)
    }
  }
  return origins
}
