import assert from 'node:assert/strict'
import { headingReferences } from './heading-references.js'
import { ReportDocument } from './report-document.js'

const HEADINGS =
  '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。\n\n二、存在问题\n\n（一）师资不足\n缺编12人。\n\n三、下一步打算\n\n1.抓招聘\n'

/** The references in a sentence that stands at the end of the report, with the titles that they name; `?` for doubt. */
function references(sentence: string, headings = HEADINGS): string[] {
  const text = `${headings}${sentence}`
  return headingReferences(new ReportDocument(text, 'plain')).map(({ text: words, start, end, targets, isCertain }) => {
    assert.equal(text.slice(start, end), words)
    return `${words}→${targets.map(({ heading }) => heading?.title).join('/')}${isCertain ? '' : '？'}`
  })
}

describe('references to headings', () => {
  it('are told by 见, 前文 and the like', () => {
    assert.deepEqual(references('具体情况见第二部分。'), ['第二部分→存在问题'])
    assert.deepEqual(references('详见第一部分第（二）项。'), ['第一部分第（二）项→主要工作/抓教学'])
    assert.deepEqual(references('参见本报告第一部分（一）。'), ['第一部分（一）→主要工作/抓党建'])
    assert.deepEqual(references('详见“二、存在问题”部分。'), ['二、存在问题→存在问题'])
    assert.deepEqual(references('详见“三、”。'), ['三、→下一步打算'])
    assert.deepEqual(references('如前文（二）所述，教学质量稳步提升。'), ['（二）→抓教学'])
    assert.deepEqual(references('见上文一（二）。'), ['一（二）→主要工作/抓教学'])
    assert.deepEqual(references('如（二）所述，教学质量稳步提升。'), ['（二）→抓教学'])
    assert.deepEqual(references('见第三部分第1点。'), ['第三部分第1点→下一步打算/抓招聘'])
  })

  it('are doubtful where several headings or several papers may be meant', () => {
    assert.deepEqual(references('如前文（一）所述，队伍不断壮大。'), ['（一）→抓党建？'])
    assert.deepEqual(references('落实第一部分第（二）项的要求。'), ['第一部分第（二）项→主要工作/抓教学？'])
  })

  it('are none where another paper is meant, or a number that is no place', () => {
    for (const sentence of [
      '落实《2023年方案》第一部分第（二）项。',
      '见《意见》第二部分。',
      '按通知第一部分第（一）项办理。',
      '提出意见第二部分。',
      '见附件二。',
      '分三部分推进。',
      '完成第二部分工程。',
      '如（一）班、（二）班开展竞赛。',
      '见第五部分。',
      '详见“四、存在问题”。',
      '详见“二、师资不足”。',
      '下文（二）详述。',
      '见到一、二年级学生。',
      '召开第二次会议。',
    ])
      assert.deepEqual(references(sentence), [], sentence)
  })

  it('speak of 第……部分 headings alone where there are any', () => {
    const headings = '2024年工作总结\n\n第一部分 工作回顾\n\n一、抓党建\n发展党员3名。\n\n二、抓教学\n听课40节。\n\n第二部分 工作打算\n\n一、抓招聘\n'
    assert.deepEqual(references('见第二部分。', headings), ['第二部分→工作打算'])
    assert.deepEqual(references('见第一部分“二、抓教学”。', headings), ['第一部分→工作回顾'])
  })

  it('have ranges of the whole text, with a byte-order mark, CRLF, rare characters and Markdown before them', () => {
    const text = '\ufeff# 𠮷县😀2024年工作总结\r\n\r\n## 一、主要工作\r\n\r\n**甲**成效见第二部分。\r\n\r\n## 二、存在问题\r\n\r\n缺编12人。'
    const [reference] = headingReferences(new ReportDocument(text, 'markdown'))
    assert.ok(reference)
    assert.equal(text.slice(reference.start, reference.end), '第二部分')
    const [step] = reference.steps
    assert.equal(text.slice(step?.numeral.start, step?.numeral.end), '二')
  })
})
