import { writeFile } from 'node:fs/promises'
import { encodeText } from '@gongwen/platform'
import { createColors } from 'picocolors'
import type { CommandContext } from './commands/options.js'
import { cannotWrite } from './file-errors.js'
import type { ReadInput } from './reading.js'
import { CannotRunError, printable, wantsColor } from './terminal.js'

/** A text as it was read and as it is to be. */
export interface RewrittenText {
  readonly read: ReadInput
  readonly text: string
}

/** What becomes of a rewritten text. */
export interface Delivery {
  /** whether it goes back to where it came from: the file, or standard output for standard input */
  readonly writes: boolean
  /** whether the changes are shown as a unified diff */
  readonly diff: boolean
  readonly color: boolean | undefined
}

/**
 * Writes a text back in its own encoding or shows what would change, and then says something about it, after the file's
 * name: on the error stream where the standard output may hold the text or the diff.
 *
 * @throws CannotRunError when the file could not be written exactly as it was but for the changes
 */
export async function deliver(rewritten: RewrittenText, { writes, diff, color }: Delivery, said: string, context: CommandContext): Promise<void> {
  const { terminal } = context
  const { read, text } = rewritten
  const isChanged = text !== read.text
  if (isChanged && diff) terminal.stdout.write(await diffOf(rewritten, wantsColor(color, terminal)))
  if (read.input.isStdin && writes) terminal.stdout.write(isChanged ? await encoded(rewritten, context) : read.bytes)
  else if (isChanged && writes) await writeBack(rewritten, context)
  const output = diff || read.input.isStdin ? terminal.stderr : terminal.stdout
  if (said !== '') output.write(`${printable(read.input.path)}${said}\n`)
}

async function writeBack(rewritten: RewrittenText, context: CommandContext): Promise<void> {
  const bytes = await encoded(rewritten, context)
  const { path, file } = rewritten.read.input
  try {
    await writeFile(file, bytes)
  } catch (error) {
    const { say } = context
    throw cannotWrite(path, error, say)
  }
}

/** The new text as bytes; a text with bytes that decoding lost is left alone, for writing it would lose them for good. */
async function encoded({ read, text }: RewrittenText, { say }: CommandContext): Promise<Uint8Array> {
  const { path } = read.input
  const unchanged = await encodeText(read.text, read)
  if (Buffer.compare(unchanged, read.bytes) !== 0)
    throw new CannotRunError(say(`${path} 含有损坏的字节，写回会丢失内容，未修改`, `${path} holds broken bytes that writing would lose; left as it is`))
  return encodeText(text, read)
}

async function diffOf({ read, text }: RewrittenText, color: boolean): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  const { path } = read.input
  const whole = createTwoFilesPatch(path, path, read.text, text, undefined, undefined, { context: 1 })
  // without the rule of equal signs above the file names, which other tools do not print
  const patch = whole.slice(whole.indexOf('--- '))
  const { red, green, cyan } = createColors(color)
  if (!color) return patch
  return patch
    .split('\n')
    .map((line) => (line.startsWith('+') ? green(line) : line.startsWith('-') ? red(line) : line.startsWith('@@') ? cyan(line) : line))
    .join('\n')
}
