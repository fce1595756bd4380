/** The encodings that texts are read from and written back in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * A file's text and what is needed to write it back as it was. The text is without byte-order mark, as an editor shows
 * it, so that offsets agree with the editor's; line breaks stay as they are.
 */
export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
  readonly hasBom: boolean
}

/** Bytes that are no text, or a text in an encoding that is not read. The message says which, in Chinese. */
export class UnreadableTextError extends Error {
  override readonly name = 'UnreadableTextError'

  /** @param messageEn the message in English */
  constructor(
    message: string,
    readonly messageEn: string,
  ) {
    super(message)
  }
}

/** Reads GB18030: a machine and a browser have their tables in different places. */
export type Gb18030Reader = (bytes: Uint8Array) => string | Promise<string>

const UTF8_BOM = [0xef, 0xbb, 0xbf]
const UTF16LE_BOM = [0xff, 0xfe]
const UTF16BE_BOM = [0xfe, 0xff]
const SAMPLE = 65_536

/**
 * Reads bytes as text: UTF-8, UTF-16 (by its mark or by its pattern of zero bytes), otherwise GB18030, which GBK and
 * GB2312 are parts of.
 *
 * @param readGb18030 turns bytes into text by the tables of GB18030, bad bytes into U+FFFD
 * @throws UnreadableTextError for Word files, PDF, pictures, other binary data and other encodings
 */
export async function decodeTextWith(bytes: Uint8Array, readGb18030: Gb18030Reader): Promise<DecodedText> {
  if (startsWith(bytes, UTF8_BOM)) return { text: decodeUtf8(bytes.subarray(3)).text, encoding: 'utf-8', hasBom: true }
  if (startsWith(bytes, UTF16LE_BOM)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', hasBom: true }
  if (startsWith(bytes, UTF16BE_BOM)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', hasBom: true }
  refuseKnownBinary(bytes)
  if (bytes.includes(0)) {
    const encoding = utf16ByPattern(bytes)
    if (encoding === undefined) throw new UnreadableTextError('不是文本文件（含有零字节）', 'is no text file (it holds zero bytes)')
    return { text: new TextDecoder(encoding).decode(bytes), encoding, hasBom: false }
  }
  const { text, broken, wide } = decodeUtf8(bytes)
  // a few broken bytes in a UTF-8 text are damage that rules report; read as GB18030 the whole text would be
  if (broken === 0 || broken * 20 <= wide) return { text, encoding: 'utf-8', hasBom: false }
  return decodeGb18030(bytes, readGb18030)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

const MAGIC: readonly { readonly mark: readonly number[]; readonly zh: string; readonly en: string }[] = [
  {
    mark: [0x50, 0x4b, 0x03, 0x04],
    zh: '是 Word 文档（.docx）或压缩包，不是纯文本；请先在 Word 中另存为 .txt',
    en: 'is a Word document (.docx) or an archive; save it as .txt first',
  },
  {
    mark: [0xd0, 0xcf, 0x11, 0xe0],
    zh: '是旧版 Word 文档（.doc、.wps），不是纯文本；请先在 Word 中另存为 .txt',
    en: 'is an old Word document (.doc, .wps); save it as .txt first',
  },
  { mark: [0x25, 0x50, 0x44, 0x46], zh: '是 PDF 文件，不是纯文本；请先把文字复制到 .txt 文件', en: 'is a PDF file; copy its text to a .txt file first' },
]

function refuseKnownBinary(bytes: Uint8Array): void {
  for (const { mark, zh, en } of MAGIC) if (startsWith(bytes, mark)) throw new UnreadableTextError(zh, en)
}

/** `broken` counts replacement characters that stand for bad bytes; `wide` counts all characters beyond ASCII. */
function decodeUtf8(bytes: Uint8Array): { text: string; broken: number; wide: number } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), broken: 0, wide: 0 }
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    let broken = 0
    let wide = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 0xfffd) broken++
      if (code >= 0x80) wide++
    }
    return { text, broken, wide }
  }
}

/** Which UTF-16 gives a text of Chinese and ASCII characters, line breaks among them; undefined when neither does. */
function utf16ByPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, SAMPLE)
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const text = new TextDecoder(encoding).decode(sample)
    let likely = 0
    for (let i = 0; i < text.length; i++) if (isLikely(text.charCodeAt(i))) likely++
    return likely >= text.length * 0.95
  })
}

function isLikely(code: number): boolean {
  if (code < 0x80) return code >= 0x20 || code === 9 || code === 10 || code === 13
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f) ||
    code >= 0xff00 ||
    (code >= 0xd800 && code <= 0xdfff)
  )
}

async function decodeGb18030(bytes: Uint8Array, read: Gb18030Reader): Promise<DecodedText> {
  const text = await read(bytes)
  if (!text.includes('\ufffd')) {
    if (shareOfCommonCharacters(bytes) >= 0.7) return { text, encoding: 'gb18030', hasBom: false }
    const { detect } = await import('chardet')
    if (detect(bytes.subarray(0, SAMPLE)) === 'GB18030') return { text, encoding: 'gb18030', hasBom: false }
  }
  throw new UnreadableTextError(
    '无法识别文字编码（支持 UTF-8、UTF-16、GB18030/GBK）；请另存为 UTF-8 再检查',
    'is in an encoding that is not read (UTF-8, UTF-16, GB18030/GBK are)',
  )
}

/**
 * Share of two-byte characters that are symbols or first-level characters of GB 2312 (rows 1–9 and 16–55). Chinese prose
 * has nearly all its characters there; other encodings read as GB18030 have few.
 */
function shareOfCommonCharacters(bytes: Uint8Array): number {
  let all = 0
  let common = 0
  for (let i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
    const lead = bytes[i] as number
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    all++
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7))) common++
  }
  return all === 0 ? 0 : common / all
}
