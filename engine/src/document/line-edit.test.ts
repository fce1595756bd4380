import assert from 'node:assert/strict'
import { BlockCache } from '../markdown/splitter.js'
import type { PositionedBlock } from './outline.js'
import { ReportDocument } from './report-document.js'

/** A report with so much above and below that a line in its middle is well inside. */
const around = (part: number): string =>
  Array.from(
    { length: 70 },
    (_, i) =>
      `（${'一二三四五六七八九十'[i % 10]}）抓好第${part}${i}项工作\n\n全镇第${part}${i}项工作按照年初部署扎实推进，各村组织力量逐户上门，做到底数清、措施实，群众普遍认可，全年没有发生一起因工作不到位引发的信访事项。`,
  ).join('\n\n')
const LINES = [
  '### （三）校园安全',
  '（四）加强队伍建设',
  '- 招聘教师45名；',
  '| 小学 | 12 |',
  '清溪镇人民政府',
  '**五是**加强督查。',
  '全年组织培训126人次，发放资料3000余份，解决群众反映的突出问题42件，办结率达到98.5%，群众满意度明显提高，受到上级部门通报表扬。',
]
const report = (line: string): string => `清溪镇2024年工作总结\n\n一、工作回顾\n\n${around(1)}\n\n| 学段 | 人数 |\n| --- | --- |\n${line}\n\n${around(2)}\n`
const whole = (line: string): string => (line.startsWith('|') ? report(line) : report(`| 初中 | 8 |\n\n${line}`))

/** The edit that the document sees when one line becomes another. */
function edited(before: string, after: string): ReportDocument {
  const cache = new BlockCache()
  return new ReportDocument(whole(after), 'markdown', {}, cache, new ReportDocument(whole(before), 'markdown', {}, cache))
}

describe('an edit inside a line', () => {
  for (const line of LINES) {
    it(`is seen as one in “${line.slice(0, 12)}”, and all other blocks are those of before`, () => {
      const at = line.length - 3
      const { edit, blocks } = edited(line, `${line.slice(0, at)}的${line.slice(at)}`)
      assert.ok(edit !== undefined)
      assert.equal(edit.isInText, line.length > 60)
      for (const [i, { block }] of edit.previous.blocks.entries()) assert.equal(blocks[i]?.block === block, i !== edit.before.index)
    })
  }

  it('does not keep the shape where it makes other headings, another table or another kind of line', () => {
    for (const [before, after] of [
      ['### （三）校园安全', '## （三）校园安全'],
      ['（四）加强队伍建设', '四）加强队伍建设'],
      ['（四）加强队伍建设', '（四）2025年工作打算'],
      ['清溪镇人民政府', '# 清溪镇人民政府'],
      ['清溪镇人民政府', '下一步工作打算'],
      ['清溪镇人民政府', '<!-- 清溪镇人民政府'],
      ['| 小学 | 12 |', '小学 | 12 |`'],
      ['- 招聘教师45名；', '招聘教师45名；'],
    ] as const)
      assert.ok(edited(before, after).edit?.keepsShape !== true, `${before} → ${after}`)
  })

  it('knows the rows of a table that is none any more', () => {
    const text = whole('| 小学 | 12 |')
    const cache = new BlockCache()
    const previous = new ReportDocument(text, 'markdown', {}, cache)
    const { edit } = new ReportDocument(text.replace('| --- | --- |', '| -- 的 | --- |'), 'markdown', {}, cache, previous)
    const { index } = previous.blocks.find(({ block }) => block.kind === 'separator') as PositionedBlock
    assert.deepEqual([...(edit?.changed.keys() ?? [])], [index - 1, index, index + 1])
  })

  it('leaves the outline its shape where headings keep their ordinals, whatever they say', () => {
    const shapeAfter = (before: string, after: string): boolean => {
      const { edit, outline } = edited(before, after)
      return edit !== undefined && outline.shape === edit.previous.outline.shape
    }
    assert.equal(shapeAfter('（四）加强队伍建设', '（四）加强教师队伍建设'), true)
    assert.equal(shapeAfter('### （三）校园安全', '### （三）校园的安全'), true)
    assert.equal(shapeAfter('（四）加强队伍建设', '（五）加强队伍建设'), false)
    assert.equal(shapeAfter('全镇上下按照工作要求抓好各项落实', '全镇上下按照工作要求抓好各项落实：'), false)
  })
})
