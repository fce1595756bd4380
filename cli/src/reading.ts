import { readFileSync } from 'node:fs'
import { decodeText, UnreadableTextError, type DecodedText } from '@gongwen/platform'
import { cannotRead } from './file-errors.js'
import type { Input } from './inputs.js'
import { CannotRunError, type Say, type Terminal } from './terminal.js'

/** A text as it was read, with the bytes that it was read from. */
export interface ReadInput extends DecodedText {
  readonly input: Input
  readonly bytes: Uint8Array
}

/**
 * Reads one input.
 *
 * @throws CannotRunError when it cannot be read or is no text, naming it
 */
export async function readInput(input: Input, terminal: Terminal, say: Say): Promise<ReadInput> {
  try {
    const bytes = input.isStdin ? await readAll(terminal.stdin) : readFileSync(input.file)
    return { input, bytes, ...(await decodeText(bytes)) }
  } catch (error) {
    if (error instanceof UnreadableTextError) throw new CannotRunError(say(`${input.path} ${error.message}`, `${input.path} ${error.messageEn}`))
    throw cannotRead(input.path, error, say)
  }
}

async function readAll(stream: Terminal['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
