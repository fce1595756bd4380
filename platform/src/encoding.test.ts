import assert from 'node:assert/strict'
import iconv from 'iconv-lite'
import { UnreadableTextError } from './decoding.js'
import { decodeText, encodeText } from './encoding.js'

const TEXT = '2024年工作总结\r\n\r\n一、党建工作\r\n全年开展“三会一课”12次，𠮷林路小学参加😀。\r\n'
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('encodings', () => {
  const CASES: [title: string, bytes: Uint8Array, encoding: string, hasBom: boolean][] = [
    ['UTF-8', Buffer.from(TEXT), 'utf-8', false],
    ['UTF-8 with mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', true],
    ['UTF-16LE with mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', true],
    ['UTF-16BE with mark', utf16be(`\ufeff${TEXT}`), 'utf-16be', true],
    ['UTF-16LE without mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le', false],
    ['UTF-16BE without mark', utf16be(TEXT), 'utf-16be', false],
    ['GB18030', iconv.encode(TEXT, 'gb18030'), 'gb18030', false],
  ]
  for (const [title, bytes, encoding, hasBom] of CASES) {
    it(`reads ${title} and writes the same bytes`, async () => {
      const decoded = await decodeText(bytes)
      assert.deepEqual(decoded, { text: TEXT, encoding, hasBom })
      assert.deepEqual(Buffer.from(await encodeText(decoded.text, decoded)), Buffer.from(bytes))
    })
  }

  it('reads a few words of GBK, too few for statistics', async () => {
    for (const text of ['工作总结', '一、党建工作', '年度总结（草稿）', 'A校2024年']) {
      assert.deepEqual(await decodeText(iconv.encode(text, 'gbk')), { text, encoding: 'gb18030', hasBom: false })
    }
  })

  it('reads an empty file and plain ASCII as UTF-8', async () => {
    assert.deepEqual(await decodeText(new Uint8Array()), { text: '', encoding: 'utf-8', hasBom: false })
    assert.equal((await decodeText(Buffer.from('plain'))).encoding, 'utf-8')
  })

  it('keeps a UTF-8 text with a broken byte readable', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe5, 0xb7])])
    const { text, encoding } = await decodeText(bytes)
    assert.equal(encoding, 'utf-8')
    assert.ok(text.startsWith(TEXT) && text.endsWith('\ufffd'))
  })

  const REFUSED: [title: string, bytes: Uint8Array, message: RegExp][] = [
    ['a Word document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /\.docx/],
    ['an old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.doc、/],
    ['a PDF file', Buffer.from('%PDF-1.7\n'), /PDF/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), /不是文本文件/],
    ['Big5', iconv.encode('各位領導：現將我局工作情況匯報如下，全年共舉辦活動。', 'big5'), /无法识别文字编码/],
    ['Latin 1', Buffer.from('r\u00e9sum\u00e9 d\u00e9j\u00e0', 'latin1'), /无法识别文字编码/],
  ]
  for (const [title, bytes, message] of REFUSED) {
    it(`refuses ${title} and says why`, async () => {
      await assert.rejects(decodeText(bytes), (error) => error instanceof UnreadableTextError && message.test(error.message) && error.messageEn !== '')
    })
  }
})
