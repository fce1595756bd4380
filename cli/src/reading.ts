import { readFileSync } from 'node:fs'
import { decodeText, UnreadableTextError, type DecodedText } from '@gongwen/platform'
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
    throw new CannotRunError(say(`无法读取 ${input.path}：${reasonOf(error, say)}`, `cannot read ${input.path}: ${reasonOf(error, say)}`))
  }
}

async function readAll(stream: Terminal['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}

/** A file system error in words that need no manual. */
export function reasonOf(error: unknown, say: Say): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return say('文件不存在', 'no such file')
  if (code === 'EEXIST') return say('已有同名文件', 'a file of that name is there already')
  if (code === 'EACCES' || code === 'EPERM') return say('没有权限', 'permission denied')
  if (code === 'EISDIR') return say('是文件夹', 'is a folder')
  if (code === 'EROFS') return say('磁盘只读', 'the disk is read-only')
  if (code === 'ENOSPC') return say('磁盘已满', 'the disk is full')
  return error instanceof Error ? error.message : String(error)
}
