import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes the characters beyond ASCII that esbuild leaves in a bundle (in regular expressions and template literals) as
 * escapes, so that the bundle can be read as bytes. Where an escape would mean something else, it is refused: in
 * `String.raw`, where it would be six characters, and behind a backslash, which it would take for its own.
 */
export function escapeBeyondAscii(path) {
  const source = readFileSync(path, 'utf8')
  const otherwise = /String\.raw`[^`\u0080-\uffff]*[\u0080-\uffff]|\\[\u0080-\uffff]/.exec(source)
  if (otherwise !== null) throw new Error(`${path} has characters beyond ASCII where they cannot be escaped: ${otherwise[0].slice(0, 80)}`)
  const escaped = source.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  writeFileSync(path, escaped)
}
