import { headingOf } from '../../document/heading.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'

const CLOSED = /[。！？：；…”’）》】〉」，、—.!?:;,]$/
/** 打造“数字交通”: a phrase in quotes or a title ends the paragraph, and no stop stands on either side of the mark. */
const ENDS_QUOTED = /(?:“[^“”。！？…]{1,20}”|《[^《》]{1,40}》)$/
const MIN_LENGTH = 25
/** What breaks off at a comma may be shorter, but longer than a salutation. */
const MIN_BROKEN = 18
/** A text in which fewer paragraphs than this end with a stop is written line by line; the rule says nothing of it. */
const MIN_SHARE = 0.6

/** A paragraph of the body that does not end with a mark has often lost its last words too. */
export default defineRule<'document', 'missing' | 'comma'>({
  id: 'punctuation/missing-final-stop',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '正文段落末尾缺句号',
  summaryEn: 'A paragraph of the body has no final stop',
  rationale:
    'GB/T 15834—2011规定句子末尾用句末点号。正文段落末尾没有标点，一是不规范，二是常说明复制时丢了字。标题、表格、列表、落款和附件说明不在此列；全文多数段落都不用句号的，也不报。',
  messages: {
    comma: {
      what: '这一段停在“{mark}”上，话没有说完。',
      advice: '核对后面是否丢了内容，或把“{mark}”改为“。”；如果是多按了一次回车，把两段连起来。',
      en: 'This paragraph breaks off at “{mark}”.',
    },
    missing: { what: '这一段以“{tail}”结束，末尾没有标点。', advice: '核对段末是否丢了字，补上句号。', en: 'This paragraph ends with “{tail}” and no mark.' },
  },
  examples: [
    {
      title: '段末丢了句号',
      reports: ['missing'],
      text: '2024年工作总结\n\n一年来，全校教师扎实推进课堂改革，教学质量稳步提升，学生全面发展。\n\n学校开展校园安全排查12次，整改隐患35处，师生安全意识明显增⟦强⟧\n\n学校坚持家校共育，全年召开家长会8次，参加家长3200人次。',
      message: '这一段以“意识明显增强”结束，末尾没有标点。',
    },
    {
      title: '段末是引号，里外都没有句号',
      text: '2024年工作总结\n\n一年来，全校教师扎实推进课堂改革，教学质量稳步提升，学生全面发展。\n\n推进校园数字化建设，教室全部联网。建成资源库3个，打造“数字校园⟦”⟧\n\n学校坚持家校共育，全年召开家长会8次，参加家长3200人次。会议提出：“把每一个孩子放在心上。”',
      reports: ['missing'],
    },
    {
      title: '停在逗号上',
      text: '2024年工作总结\n\n一年来，全校教师扎实推进课堂改革，教学质量稳步提升，学生全面发展⟦，⟧\n\n学校开展校园安全排查12次，整改隐患35处，师生安全意识明显增强。\n\n学校坚持家校共育，全年召开家长会8次，参加家长3200人次。',
      reports: ['comma'],
    },
    {
      title: '标题、落款、列表不用句号',
      text: '2024年工作总结\n\n一、坚持立德树人根本任务，促进学生德智体美劳全面发展\n\n一年来，全校教师扎实推进课堂改革，教学质量稳步提升。\n\n临江县教育局基础教育与职业成人教育管理科办公室',
      reports: [],
    },
  ],
  reads: () => [
    ({ kind, canonical }) =>
      kind === 'heading' || kind === 'table-row' ? '' : CLOSED.test(canonical) && !/[”》]$/.test(canonical) ? canonical.slice(-2) : canonical.slice(-64),
    ({ canonical }) => `${/[，。；]/.test(canonical.slice(0, -1))}${canonical.startsWith('附件')}${isPreviewNumber(canonical)}`,
    ({ canonical: { length } }) => `${length >= MIN_BROKEN}${length >= MIN_LENGTH}`,
  ],
  readsAnyLine: true,
  *check(document, { say }) {
    const paragraphs = [...bodyParagraphs(document)]
    const open = paragraphs.filter(({ block }) => !CLOSED.test(block.canonical))
    if (open.length > paragraphs.length * (1 - MIN_SHARE)) return
    const broken = [...document.prose()].filter(
      ({ block }) =>
        (block.kind === 'paragraph' || block.kind === 'list-item') && block.text.length >= MIN_BROKEN && /[\u4e00-\u9fff\d%”）][，、]$/.test(block.canonical),
    )
    // many of them are lines that were broken by a page's width, and no paragraphs
    if (broken.length * 10 <= paragraphs.length || broken.length === 1) {
      for (const at of broken) {
        if (document.blocks[at.index + 1]?.isResidue === true || document.residue.some(({ index }) => index === at.index) || isCutByPreview(document, at))
          continue
        const { text } = at.block
        const range = document.toDocument(at, { start: text.length - 1, end: text.length })
        yield {
          range,
          messageId: 'comma',
          args: { mark: text.at(-1) as string },
          fixes: [{ title: say('改为句号', 'Change to a full stop'), safety: 'unsafe', edits: [{ ...range, newText: '。' }] }],
        }
      }
    }
    for (const at of [...open, ...paragraphs.filter(({ block }) => endsQuoted(block.canonical))]) {
      const { canonical, text } = at.block
      if (document.residue.some(({ index }) => index === at.index) || isSigned(canonical) || isCutByPreview(document, at) || endsOnHeading(canonical)) continue
      // a paragraph breaks off in other ways, too: only words, figures and percentages are ends without a stop
      if (!/[\u4e00-\u9fff\d%”》]$/.test(canonical)) continue
      // words may be lost with the mark, so the writer has to look: the fix is not safe
      const range = document.toDocument(at, { start: text.length - 1, end: text.length })
      const fixes = [{ title: say('补上句号', 'Add the full stop'), safety: 'unsafe' as const, edits: [{ start: range.end, end: range.end, newText: '。' }] }]
      yield { range, messageId: 'missing', args: { tail: text.slice(-6) }, fixes }
    }
  },
})

/** Whether a sentence of several clauses, or the last of several sentences, has no stop behind its quoted phrase. */
function endsQuoted(canonical: string): boolean {
  return ENDS_QUOTED.test(canonical) && /。|，.{2,200}，/.test(canonical.slice(0, -2))
}

/** A signature and its date run on behind the last sentence. */
function isSigned(canonical: string): boolean {
  return /20\d\d年\d{1,2}月\d{1,2}日$/.test(canonical)
}

/** Whether a line begins with a number as preview pages set it before their blocks. */
function isPreviewNumber(canonical: string): boolean {
  return /^\d{1,2}、(?!\d)/.test(canonical)
}

/** A preview page cut the sentence in two; it goes on behind the page's number. */
function isCutByPreview(document: ReportDocument, at: PositionedBlock): boolean {
  const next = document.blocks[at.index + 1]
  return next !== undefined && isPreviewNumber(next.block.canonical)
}

/** A heading glued to the end of the paragraph: the rule on glued headings speaks of it. */
function endsOnHeading(canonical: string): boolean {
  return /[。！？] {0,8}(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。！？；]{2,40}$/.test(canonical)
}

/** Paragraphs with sentences in them: long enough, with a comma or a stop inside, and no heading alone on its line. */
function* bodyParagraphs(document: ReportDocument): Generator<PositionedBlock> {
  for (const at of document.prose()) {
    const { block } = at
    if (block.kind !== 'paragraph' || block.text.length < MIN_LENGTH) continue
    const form = headingOf(block)?.form
    if (form === 'line' || form === 'markdown' || document.outline.titles.includes(at)) continue
    if (!/[，。；]/.test(block.canonical.slice(0, -1)) || block.canonical.startsWith('附件')) continue
    yield at
  }
}
