import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Compares a text with the file that holds what it should be. With UPDATE_SNAPSHOTS=1 the file is written instead; read
 * the change before keeping it.
 */
export function matchesSnapshot(actual: string, file: URL): void {
  if (process.env['UPDATE_SNAPSHOTS'] === '1') {
    writeFileSync(file, actual)
    return
  }
  assert.ok(existsSync(file), `no ${file.pathname}: run once with UPDATE_SNAPSHOTS=1`)
  const expected = readFileSync(file, 'utf8')
  if (actual !== expected) process.stderr.write(`\n${file.pathname} should now be:\n${actual}\n`)
  assert.equal(actual, expected)
}
