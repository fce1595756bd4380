// Waiting for conditions. Nothing here lets time alone decide: a pause only separates two looks at the condition.
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** The longest wait for any one event, in milliseconds: two shared cores are slow, a hang is still noticed. */
export const PATIENCE = 60_000

/**
 * Looks again and again until `look` returns something truthy, and resolves to it.
 *
 * @template T
 * @param {string} what what is awaited, for the error message
 * @param {() => T | Promise<T>} look
 * @param {() => string} [seen] called on failure: what there was instead
 * @returns {Promise<T>}
 */
export async function until(what, look, seen = () => '') {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const value = await look()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`等了 ${PATIENCE / 1000} 秒仍未等到：${what}\n${seen()}`)
    await pause(100)
  }
}

/**
 * Waits until the file on disk satisfies `accept`, and resolves to its text.
 *
 * @param {string} file absolute path, read as UTF-8
 * @param {(text: string) => boolean} accept
 * @param {string} what what is awaited, for the error message
 */
export async function readDiskUntil(file, accept, what) {
  let text = ''
  await until(
    what,
    () => existsSync(file) && accept((text = readFileSync(file, 'utf8'))),
    () => `磁盘上的文件是：\n${text}`,
  )
  return text
}
