import { decodeTextWith, type DecodedText } from './decoding.js'

/**
 * Reads bytes as text: UTF-8, UTF-16 (by its mark or by its pattern of zero bytes), otherwise GB18030, which GBK and
 * GB2312 are parts of.
 *
 * @throws UnreadableTextError for Word files, PDF, pictures, other binary data and other encodings
 */
export function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  return decodeTextWith(bytes, async (gb18030) => (await loadIconv()).decode(gb18030, 'gb18030'))
}

/** Turns a text into bytes as `decodeText` found them: same encoding, byte-order mark if there was one. */
export async function encodeText(text: string, { encoding, hasBom }: Pick<DecodedText, 'encoding' | 'hasBom'>): Promise<Uint8Array> {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(hasBom ? `\ufeff${text}` : text, 'utf8')
    case 'utf-16le':
      return Buffer.from(hasBom ? `\ufeff${text}` : text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(hasBom ? `\ufeff${text}` : text, 'utf16le').swap16()
    case 'gb18030':
      return (await loadIconv()).encode(text, 'gb18030')
  }
}

interface Iconv {
  decode(bytes: Uint8Array, encoding: string): string
  encode(text: string, encoding: string): Uint8Array
}

/** Loaded when the first such file turns up: most are UTF-8, and the tables take time to load. */
async function loadIconv(): Promise<Iconv> {
  const module: Iconv & { readonly default?: Iconv } = await import('iconv-lite')
  // a CommonJS package: its functions may stand one level down
  return module.default ?? module
}
