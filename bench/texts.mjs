import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const golden = join(import.meta.dirname, '../test/golden')
/** One defect of each family after every report, so that a checker that reads nothing can be told from one that does. */
const DEFECTS = '\n\n一年来，全县完成投资1000万元，其中教育投资400万元，占比45%，群众满意度明显提高。\n\n开展“书香校园活动120次，参加学生3000人次。\n\n'

/** Our golden reports, joined and repeated to at least so many bytes of UTF-8. */
export function reportOf(bytes) {
  const reports = readdirSync(golden)
    .filter((name) => /\d\d\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) =>
      readFileSync(join(golden, name), 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n/g, '\n')
        .replace(/^---\n[\s\S]*?\n---\n/, ''),
    )
  let text = ''
  let size = 0
  for (let i = 0; size < bytes; i++) {
    const part = reports[i % reports.length] + DEFECTS
    text += part
    size += Buffer.byteLength(part)
  }
  return text
}

/** A name of its own for each number, of characters that are no figure. */
export const nameOf = (n) => Array.from(String(n), (digit) => '甲乙丙丁戊己庚辛壬癸'[digit]).join('')
