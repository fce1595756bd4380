import type { ResidueReading } from './residue.js'
import { isTitleLike } from './residue-titles.js'

const FROM = /^(?:发件人|寄件人|from)[:：]/i
const FIELD = /^(?:发件人|寄件人|收件人|抄送|密送|主题|附件|日期|时间|发送时间|发送日期|from|to|cc|bcc|subject|date|sent)[:：]/i
/** What a mail program puts below a mail. */
const MAIL_END = /^(?:[-—]{2,12} ?(?:原始邮件|转发的?邮件)|来自我的|发自我的)/
const MAX_FIELDS = 10
/** A mail in front of a report is no longer, and its lines are short. */
const MAX_LETTER = 8
const LONGEST_LINE = 60
/** A name, a section, a number to call: what a signature below a mail is made of. */
const LONGEST_SIGNATURE = 30
const DATED = /^20\d\d年\d{1,2}月\d{1,2}日$/

/**
 * A report that came in a mail: the fields of the mail (certain beside 发件人：), what its sender wrote above the report's title,
 * and how they signed below the report's date (doubtful both). Adds to the reading's verdicts.
 */
export function markMail({ blocks, verdicts, firstBody, lastBody }: ResidueReading): void {
  const from = blocks.findIndex(({ canonical }, i) => i < firstBody && FROM.test(canonical))
  if (from >= 0) {
    let end = from
    while (end < from + MAX_FIELDS && FIELD.test(blocks[end]?.canonical ?? '')) end++
    for (let i = from; i < end; i++) verdicts.set(i, { index: i, kind: 'mail', isCertain: end - from >= 2, evidence: ['发件人'] })
    markLetter(blocks.slice(0, firstBody), verdicts, end)
  }
  const tail = blocks.findIndex(({ canonical }, i) => i > lastBody && MAIL_END.test(canonical))
  if (from >= 0 || tail >= 0) markSignature(blocks, verdicts, lastBody)
}

/** The lines between the fields and the title of the report, when there is a title so near. */
function markLetter(blocks: ResidueReading['blocks'], verdicts: ResidueReading['verdicts'], from: number): void {
  const length = blocks.slice(from, from + MAX_LETTER + 1).findIndex((block) => isTitleLike(block))
  if (length <= 0 || blocks.slice(from, from + length).some(({ text, isProse }) => !isProse || text.length > LONGEST_LINE)) return
  for (let i = from; i < from + length; i++) if (!verdicts.has(i)) verdicts.set(i, { index: i, kind: 'mail', isCertain: false, evidence: ['发件人'] })
}

/** The short lines behind the date that closes the report. */
function markSignature(blocks: ResidueReading['blocks'], verdicts: ResidueReading['verdicts'], lastBody: number): void {
  const date = blocks.findIndex(({ canonical }, i) => i > lastBody && DATED.test(canonical.trim()))
  if (date < 0 || blocks.slice(date + 1).some(({ text, isProse }, i) => !verdicts.has(date + 1 + i) && (!isProse || text.length > LONGEST_SIGNATURE))) return
  for (let i = date + 1; i < blocks.length; i++) if (!verdicts.has(i)) verdicts.set(i, { index: i, kind: 'mail', isCertain: false, evidence: ['邮件落款'] })
}
