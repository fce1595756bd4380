import assert from 'node:assert/strict'
import { applyEdits } from '../text/edit.js'
import type { Section } from './outline.js'
import { convertToMarkdown, convertToPlain, demoteSection, promoteSection, renumberDocument } from './renumber.js'
import { ReportDocument } from './report-document.js'

const TEXT = '总结\n\n一、甲事\n\n（一）子事\n\n1.细目\n文一。\n\n（二）丑事\n文二。\n\n二、乙事\n文三。\n\n三、丙事\n文四。\n'

function edited(text: string, title: string, make: (section: Section) => ReturnType<typeof renumberDocument>): string {
  const document = new ReportDocument(text, text.startsWith('#') ? 'markdown' : 'plain')
  const section = document.outline.sections.find(({ heading }) => heading?.title === title)
  assert.ok(section, title)
  return applyEdits(text, make(section))
}

describe('renumbering', () => {
  it('of a whole document changes numerals alone', () => {
    const text = '总结\n\n一、甲事\n（二）子事\n文。\n（二）丑事\n文。\n\n三、乙事\n1、细目。\n文。\n5、细目。\n文。'
    assert.equal(
      applyEdits(text, renumberDocument(new ReportDocument(text, 'plain'))),
      '总结\n\n一、甲事\n（一）子事\n文。\n（二）丑事\n文。\n\n二、乙事\n1、细目。\n文。\n2、细目。\n文。',
    )
    assert.deepEqual(renumberDocument(new ReportDocument(TEXT, 'plain')), [])
  })

  it('with CRLF, a byte-order mark and rare characters before', () => {
    const text = '\ufeff𠮷县😀总结\r\n\r\n一、甲事\r\n文。\r\n\r\n三、乙事\r\n文。'
    assert.equal(applyEdits(text, renumberDocument(new ReportDocument(text, 'plain'))), text.replace('三、', '二、'))
  })
})

describe('promoting and demoting', () => {
  it('promotes with all that stands under', () => {
    assert.equal(
      edited(TEXT, '丑事', (section) => promoteSection(section)),
      TEXT.replace('三、丙', '四、丙').replace('二、乙', '三、乙').replace('（二）丑', '二、丑'),
    )
    const promoted = edited(TEXT, '子事', (section) => promoteSection(section))
    assert.equal(promoted, '总结\n\n一、甲事\n\n二、子事\n\n（一）细目\n文一。\n\n（二）丑事\n文二。\n\n三、乙事\n文三。\n\n四、丙事\n文四。\n')
    assert.deepEqual(promoteSection(new ReportDocument(TEXT, 'plain').outline.sections[0] as Section), [])
  })

  it('demotes under the sibling before', () => {
    assert.equal(
      edited(TEXT, '乙事', (section) => demoteSection(section)),
      TEXT.replace('二、乙', '（三）乙').replace('三、丙', '二、丙'),
    )
    assert.equal(
      edited(TEXT, '甲事', (section) => demoteSection(section)),
      TEXT,
    )
  })

  it('takes Markdown depth along', () => {
    const text = '# 总结\n\n## 一、甲事\n\n### （一）子事\n\n文。\n\n## 二、乙事\n\n文。\n'
    assert.equal(
      edited(text, '子事', (section) => promoteSection(section)),
      '# 总结\n\n## 一、甲事\n\n## 二、子事\n\n文。\n\n## 三、乙事\n\n文。\n',
    )
  })
})

describe('converting headings', () => {
  it('to Markdown and back', () => {
    const markdown = '# 总结\n\n## 一、甲事\n\n### （一）子事\n\n#### 1.细目\n文一。\n\n### （二）丑事\n文二。\n\n## 二、乙事\n文三。\n\n## 三、丙事\n文四。\n'
    assert.equal(applyEdits(TEXT, convertToMarkdown(new ReportDocument(TEXT, 'plain'))), markdown)
    assert.equal(applyEdits(markdown, convertToPlain(new ReportDocument(markdown, 'markdown'))), TEXT)
  })

  it('sets no marks a second time, in a text that is read as plain either', () => {
    const markdown = applyEdits(TEXT, convertToMarkdown(new ReportDocument(TEXT, 'plain')))
    for (const format of ['plain', 'markdown'] as const) assert.deepEqual(convertToMarkdown(new ReportDocument(markdown, format)), [])
  })

  it('leaves run-in headings as they are', () => {
    const text = '总结\n\n（一）抓党建。发展党员3名。\n'
    assert.equal(applyEdits(text, convertToMarkdown(new ReportDocument(text, 'plain'))), `# ${text}`)
  })
})
