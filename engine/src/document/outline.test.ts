import assert from 'node:assert/strict'
import { ReportDocument } from './report-document.js'

/** The outline as indented lines: ordinal, title, form; `<` and `>` where a line break was lost before or after. */
function outlineOf(text: string, format: 'plain' | 'markdown' = 'plain'): string[] {
  return new ReportDocument(text, format).outline.headings.map(
    ({ level, ordinal, title, form, isJoinedBefore, isJoinedAfter }) =>
      `${' '.repeat(level - 1)}${ordinal?.text ?? '-'}${title} ${form}${isJoinedBefore ? '<' : ''}${isJoinedAfter ? '>' : ''}`,
  )
}

const LEAD = '2024年，全局上下认真贯彻落实上级各项决策部署，凝心聚力，真抓实干，较好地完成了全年目标任务，现将有关情况总结如下，请予审议，不妥之处请指正。'

describe('outline', () => {
  it('nests plain, run-in and Markdown headings alike', () => {
    const expected = ['一、主要工作', ' （一）抓党建', '  1.强学习', ' （二）抓教学', '二、下一步打算']
    const bare = (lines: string[]): string[] => lines.map((line) => line.replace(/ [a-z-]+$/, ''))
    assert.deepEqual(bare(outlineOf('总结\n\n一、主要工作\n（一）抓党建\n1.强学习。组织学习12次。\n（二）抓教学\n正文。\n二、下一步打算\n正文。')), expected)
    assert.deepEqual(
      bare(
        outlineOf('# 总结\n\n## 一、主要工作\n### （一）抓党建\n1. 强学习。组织学习12次。\n### （二）抓教学\n正文。\n## 二、下一步打算\n正文。', 'markdown'),
      ),
      expected,
    )
  })

  it('sees headings that were pasted into one paragraph', () => {
    assert.deepEqual(
      outlineOf(
        `总结\n\n${LEAD}一、2024年工作情况（一）抓党建促发展一是强学习。二是强组织。（二）抓教学提质量。听课40节。二、2025年工作思路2025年，继续努力。`,
      ),
      ['一、2024年工作情况 glued<>', ' （一）抓党建促发展 glued<>', ' （二）抓教学提质量 glued<', '二、2025年工作思路 glued<>'],
    )
  })

  it('gives glued sections ranges of their own, each beginning at its ordinal', () => {
    const text = `总结\n\n${LEAD}一、2024年工作情况一是强学习。二是强组织。二、2025年工作思路2025年，继续努力。`
    const { sections } = new ReportDocument(text, 'plain').outline
    assert.deepEqual(
      sections.map(({ start, end }) => text.slice(start, end)),
      ['一、2024年工作情况一是强学习。二是强组织。', '二、2025年工作思路2025年，继续努力。'],
    )
  })

  it('takes no item of a running enumeration for a heading', () => {
    assert.deepEqual(outlineOf(`总结\n\n${LEAD}主要是：（一）抓党建；（二）抓教学；（三）抓安全。`), [])
    assert.deepEqual(outlineOf('总结\n\n依照第三条（二）项，农村二、三产业加快发展。二、三季度完成。'), [])
  })

  it('tells a part after which 一、 starts anew from a section without ordinal', () => {
    const part = outlineOf(`总结\n\n${LEAD}\n\n一、党建\n正文。\n二、教学\n正文。\n\n2025年工作计划\n\n一、党建\n正文。`)
    assert.deepEqual(part, ['一、党建 line', '二、教学 line', '-2025年工作计划 unnumbered', ' 一、党建 line'])
    const beside = outlineOf(`总结\n\n${LEAD}\n\n一、党建\n正文。\n二、教学\n正文。\n\n2025年工作打算\n\n（一）党建\n正文。`)
    assert.deepEqual(beside, ['一、党建 line', '二、教学 line', '-2025年工作打算 unnumbered', ' （一）党建 line'])
  })

  it('reads several reports in one file', () => {
    const one = (title: string): string => `${title}\n\n${LEAD}\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n`
    assert.deepEqual(
      outlineOf(one('篇一：甲校2024年工作总结') + one('篇二：乙校2024年工作总结')).map((line) => line.split(' ').slice(0, -1).join(' ')),
      ['-篇一：甲校2024年工作总结', ' 一、党建工作', ' 二、教学工作', '-篇二：乙校2024年工作总结', ' 一、党建工作', ' 二、教学工作'],
    )
  })

  it('takes neither the numbers of a preview page nor a list of attachments for headings', () => {
    const long = '推进农村承包地改革，完善集中流转机制，提升流转效率，规范集体资产管理，适时推动试点，加快推进典型示范村建'
    assert.deepEqual(outlineOf(`总结\n\n1、${long}${long}\n2、设，统筹安排。${long}${long}\n3、设，进一步提升。`), [])
    assert.deepEqual(outlineOf('总结\n\n一、党建\n正文。\n\n附件：1.一览表\n2.进度表\n'), ['一、党建 line'])
  })

  it('ends a section where the next of its level or above begins', () => {
    const text = '总结\n\n一、甲\n（一）子\n文。\n二、乙\n文。'
    const { sections } = new ReportDocument(text, 'plain').outline
    assert.deepEqual(
      sections.map(({ start, end }) => text.slice(start, end).replace(/\n/g, '/')),
      ['一、甲/（一）子/文。/', '（一）子/文。/', '二、乙/文。'],
    )
  })

  it('is linear in the number of headings', function () {
    this.timeout(20_000)
    const text = `总结\n\n${LEAD}\n\n${Array.from({ length: 30_000 }, (_, i) => `${'一二三四五六七八九十'[i % 10]}、加强第${i}项工作\n2025年第${i}项工作打算\n`).join('')}`
    const from = performance.now()
    assert.equal(new ReportDocument(text, 'plain').outline.headings.length, 60_000)
    assert.ok(performance.now() - from < 10_000)
  })
})
