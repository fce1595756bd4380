import assert from 'node:assert/strict'
import { applyEdits } from '../text/edit.js'
import { ReportDocument } from './report-document.js'
import { canRestructure, restructure, type DocumentRestructuring, type SectionRestructuring } from './restructure.js'

const GAPS =
  '2024年工作总结\n\n一、主要工作\n成效见第四部分，问题详见“三、存在问题”。\n\n三、存在问题\n\n（一）师资不足\n缺编12人。\n\n（三）学位偏紧\n大班额2个，对策见第四部分第（二）项。\n\n四、下一步打算\n\n（二）建学校\n针对前文（三）的问题，新建学校1所。\n'
const FILLED =
  '2024年工作总结\n\n一、主要工作\n成效见第三部分，问题详见“二、存在问题”。\n\n二、存在问题\n\n（一）师资不足\n缺编12人。\n\n（二）学位偏紧\n大班额2个，对策见第三部分第（一）项。\n\n三、下一步打算\n\n（一）建学校\n针对前文（二）的问题，新建学校1所。\n'

function done(text: string, kind: DocumentRestructuring | SectionRestructuring, title?: string): { text: string; doubtful: string[] } {
  const document = new ReportDocument(text, /^\ufeff?#/.test(text) ? 'markdown' : 'plain')
  const section = document.outline.sections.find(({ heading }) => heading?.title === title)
  assert.ok(title === undefined || section !== undefined, title)
  const { edits, doubtful } =
    section === undefined ? restructure(document, kind as DocumentRestructuring) : restructure(document, kind as SectionRestructuring, section)
  const isPossible =
    section === undefined ? canRestructure(document, kind as DocumentRestructuring) : canRestructure(document, kind as SectionRestructuring, section)
  assert.equal(isPossible, edits.length > 0)
  return { text: applyEdits(text, edits), doubtful: doubtful.map((edit) => `${edit.text}: ${text.slice(edit.start, edit.end)}→${edit.newText}`) }
}

describe('restructuring', () => {
  it('renumbers the document, and the references that are certain with it', () => {
    assert.deepEqual(done(GAPS, 'renumber'), { text: FILLED, doubtful: [] })
    assert.deepEqual(done(FILLED, 'renumber'), { text: FILLED, doubtful: [] })
  })

  it('renumbers one level under one heading', () => {
    assert.equal(done(GAPS, 'renumber-level', '学位偏紧').text, GAPS.replace('（三）学', '（二）学').replace('前文（三）', '前文（二）'))
    assert.equal(done(GAPS, 'renumber-level', '建学校').text, GAPS.replace('（二）建', '（一）建').replace('第（二）项', '第（一）项'))
  })

  it('tells of references that may mean one heading or another', () => {
    const text = '2024年工作总结\n\n一、主要工作\n成效见第二部分。\n\n二、存在问题\n缺编12人。\n\n二、下一步打算\n新建学校1所。\n'
    assert.deepEqual(done(text, 'renumber'), { text: text.replace('二、下', '三、下'), doubtful: ['第二部分: 二→三'] })
  })

  it('writes brackets and marks as the standard has them, and changes nothing else', () => {
    const text =
      '2024年工作总结\n\n一.主要工作\n\n(一)抓党建\n成效见第二部分。\n\n〔二〕、抓教学\n\n1、听课40节。\n\n2．评课12次。\n\n二 存在问题\n缺编12人。\n'
    assert.equal(
      done(text, 'unify-ordinals').text,
      '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n成效见第二部分。\n\n（二）抓教学\n\n1.听课40节。\n\n2.评课12次。\n\n二、存在问题\n缺编12人。\n',
    )
    assert.equal(done(GAPS, 'unify-ordinals').text, GAPS)
  })

  it('moves a section with its lines, and leaves signature and attachments at the end', () => {
    const text =
      '2024年工作总结\n\n一、主要工作\n问题见第二部分。\n\n二、存在问题\n\n（一）师资不足\n缺编12人，见第三部分。\n\n三、下一步打算\n新建学校1所，成效见第一部分。\n\n附件：1.名册\n\n云溪县教育局\n2024年12月30日\n'
    const moved =
      '2024年工作总结\n\n一、主要工作\n问题见第三部分。\n\n二、下一步打算\n新建学校1所，成效见第一部分。\n\n三、存在问题\n\n（一）师资不足\n缺编12人，见第二部分。\n\n附件：1.名册\n\n云溪县教育局\n2024年12月30日\n'
    assert.equal(done(text, 'move-up', '下一步打算').text, moved)
    assert.equal(done(text, 'move-down', '存在问题').text, moved)
    assert.equal(done(moved, 'move-down', '下一步打算').text, text)
    assert.equal(done(text, 'move-down', '下一步打算').text, text)
    const unattached = text.replace('附件：1.名册\n\n', '')
    assert.equal(done(unattached, 'move-up', '下一步打算').text, moved.replace('附件：1.名册\n\n', ''))
  })

  it('keeps line ends, byte-order mark and a missing last line break when sections move', () => {
    const text = '\ufeff# 𠮷县总结\r\n\r\n## 一、甲事\r\n\r\n文一😀。\r\n\r\n## 二、乙事\r\n\r\n文二。'
    assert.equal(done(text, 'move-up', '乙事').text, '\ufeff# 𠮷县总结\r\n\r\n## 一、乙事\r\n\r\n文二。\r\n\r\n## 二、甲事\r\n\r\n文一😀。')
  })

  it('does not move what is glued into a paragraph', () => {
    const text = '2024年工作总结\n\n一、主要工作\n发展党员3名。二、存在问题\n缺编12人。\n'
    assert.equal(done(text, 'move-up', '存在问题').text, text)
  })

  it('names the doubtful references that a moved section takes along as they are', () => {
    const text =
      '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名，见（二）。\n\n（二）抓教学\n听课40节，见（一），又见（二）。\n\n二、存在问题\n\n（一）师资\n缺编12人。\n\n（二）学位\n大班额2个。\n'
    const document = new ReportDocument(text, 'plain')
    const section = document.outline.sections.find(({ heading }) => heading?.title === '抓教学')
    assert.ok(section)
    const { edits, doubtful, leftAlone } = restructure(document, 'move-up', section)
    // （二） may be that of either part; the upper section has fewer such words, and is the one that is taken up
    assert.deepEqual(
      leftAlone.map(({ text: words, newText }) => `${words} ${newText}`),
      ['（二） 一'],
    )
    assert.deepEqual(
      doubtful.map(({ text: words, newText }) => `${words} ${newText}`),
      ['（一） 二', '（二） 一'],
    )
    assert.equal(
      applyEdits(text, [...edits, ...doubtful]).slice(19),
      '（一）抓教学\n听课40节，见（二），又见（一）。\n\n（二）抓党建\n发展党员3名，见（二）。\n\n二、存在问题\n\n（一）师资\n缺编12人。\n\n（二）学位\n大班额2个。\n',
    )
  })

  it('promotes and demotes, references in quotation marks with it; others are told of', () => {
    const text =
      '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。\n\n二、存在问题\n详见“（二）抓教学”，成效见第一部分第（二）项，对策见第三部分。\n\n三、下一步打算\n新建学校1所。\n'
    const promoted = done(text, 'promote', '抓教学')
    assert.equal(
      promoted.text,
      text
        .replace('（二）抓教学\n', '二、抓教学\n')
        .replace('“（二）', '“二、')
        .replace('二、存', '三、存')
        .replace('三、下', '四、下')
        .replace('见第三部分', '见第四部分'),
    )
    assert.deepEqual(promoted.doubtful, ['第一部分第（二）项: 第一部分第（二）项→第二部分'])
    const back = done(promoted.text, 'demote', '抓教学')
    assert.equal(back.text, text)
  })

  it('goes down the levels that the report has', () => {
    const text = '2024年工作总结\n\n一、主要工作\n\n1.抓党建\n\n（1）发展党员\n发展党员3名。\n\n2.抓教学\n听课40节。\n\n二、存在问题\n缺编12人。\n'
    const promoted = text.replace('1.抓党建', '二、抓党建').replace('（1）发', '1.发').replace('二、存', '三、存')
    assert.equal(done(text, 'promote', '抓党建').text, promoted)
    assert.equal(done(text, 'demote', '存在问题').text, text.replace('二、存', '3.存'))
    const parts = '2024年工作总结\n\n第一部分 工作回顾\n\n一、抓党建\n发展党员3名。\n\n第二部分 工作打算\n\n一、抓教学\n听课40节。\n'
    assert.equal(done(parts, 'promote', '抓党建').text, parts)
  })

  it('converts to Markdown and back to the letter, indentation and byte-order mark kept', () => {
    const text = '\ufeff　　　2024年工作总结\r\n\r\n　　一、主要工作\r\n　　（一）抓党建。发展党员3名。\r\n\r\n    二、存在问题\r\n　　师资不足，缺编12人。'
    const markdown = done(text, 'to-markdown').text
    assert.equal(
      markdown,
      '\ufeff# 　　　2024年工作总结\r\n\r\n## 　　一、主要工作\r\n　　（一）抓党建。发展党员3名。\r\n\r\n##     二、存在问题\r\n　　师资不足，缺编12人。',
    )
    assert.equal(done(markdown, 'to-plain').text, text)
    assert.deepEqual(
      new ReportDocument(markdown, 'markdown').outline.headings.map(({ title }) => title),
      new ReportDocument(text, 'plain').outline.headings.map(({ title }) => title),
    )
  })

  it('leaves an ordinal alone that has a tag in it, and none that has an escape', () => {
    const unified = (text: string): string => applyEdits(text, restructure(new ReportDocument(text, 'markdown'), 'unify-ordinals').edits)
    const tagged = '2024年工作总结\n\n（二）<b>，抓好教学</b>\n'
    assert.equal(unified(tagged), tagged)
    assert.equal(unified('2024年工作总结\n\n(二\\)抓好教学\n'), '2024年工作总结\n\n（二）抓好教学\n')
  })
})
