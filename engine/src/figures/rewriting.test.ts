import assert from 'node:assert/strict'
import { ReportDocument } from '../document/report-document.js'
import { applyEdits } from '../text/edit.js'
import { figureAt } from './mentions.js'
import { rewritableNumeral, rewriteFigure } from './rewriting.js'

const TITLE = '澜河县教育局2024年工作总结\n\n'

/** The text with the figure at ⟦ given another value; nothing when that cannot be. */
function rewritten(marked: string, typed: string, format: 'plain' | 'markdown' = 'plain'): string | undefined {
  const text = TITLE + marked.replace('⟦', '')
  const document = new ReportDocument(text, format)
  const entry = figureAt(document, TITLE.length + marked.indexOf('⟦'))
  assert.ok(entry !== undefined, marked)
  const edits = rewriteFigure(document, entry, typed)
  return edits && applyEdits(text, edits).slice(TITLE.length)
}

describe('rewriting a figure', () => {
  it('keeps each place’s own way of writing', () => {
    const text = '在园幼儿⟦12500人。\n\n在园幼儿1.25万人。\n\n在园幼儿12,500人。\n\n在园幼儿约一万二千五百人。'
    assert.equal(rewritten(text, '13600'), '在园幼儿13600人。\n\n在园幼儿1.36万人。\n\n在园幼儿13,600人。\n\n在园幼儿约一万三千六百人。')
  })

  it('writes digits where a place’s own way cannot hold the value', () => {
    assert.equal(rewritten('在园幼儿⟦12500人。\n\n在园幼儿1.25万人。', '13627'), '在园幼儿13627人。\n\n在园幼儿13627人。')
    assert.equal(rewritten('在园幼儿⟦12500人。\n\n在园幼儿1.25万人。', '300'), '在园幼儿300人。\n\n在园幼儿300人。')
    assert.equal(rewritten('普惠率⟦91.5%。\n\n普惠率百分之九十一点五。', '92.25'), '普惠率92.25%。\n\n普惠率百分之九十二点二五。')
  })

  it('keeps decimals, 成, 百分之, 亿 with 万, and 两', () => {
    assert.equal(rewritten('教师参训率⟦九成。', '八'), '教师参训率八成。')
    assert.equal(rewritten('普惠率⟦91.5%。\n\n普惠率91.50%。', '92'), '普惠率92%。\n\n普惠率92.00%。')
    assert.equal(rewritten('普惠率⟦百分之九十。', '百分之九十五'), '普惠率百分之九十五。')
    assert.equal(rewritten('普惠率⟦百分之九十。', '95%'), '普惠率百分之九十五。')
    assert.equal(rewritten('教育经费投入⟦1亿2345万元。\n\n教育经费投入12345万元。', '13456万元'), '教育经费投入13456万元。\n\n教育经费投入13456万元。')
    assert.equal(rewritten('教育经费投入⟦12345万元。\n\n教育经费投入1亿2345万元。', '13456万元'), '教育经费投入13456万元。\n\n教育经费投入1亿3456万元。')
    assert.equal(rewritten('开展消防演练⟦3场。\n\n组织消防演练三场。', '2'), '开展消防演练2场。\n\n组织消防演练两场。')
  })

  it('leaves 余 and 近 where they are, and what is not quite the value', () => {
    assert.equal(rewritten('在园幼儿⟦2500余人。\n\n在园幼儿2500人。', '2600'), '在园幼儿2600余人。\n\n在园幼儿2500人。')
    assert.equal(rewritten('在园幼儿⟦2560人。\n\n在园幼儿约2560人。', '2600'), '在园幼儿2600人。\n\n在园幼儿约2600人。')
  })

  it('knows the unit in a table’s head', () => {
    const table = '| 类别 | 经费（万元） |\n| --- | --- |\n| 小学 | ⟦1200.5 |\n'
    assert.equal(rewritten(table, '1300.5', 'markdown'), table.replace('⟦1200.5', '1300.5'))
  })

  it('takes no numeral but an exact one of the figure’s own unit', () => {
    for (const typed of ['', '很多', '12所', '3万余', '七八十', '三分之二', '百分之三', '1 2', '-3'])
      assert.equal(rewritten('在园幼儿⟦12500人。', typed), undefined, typed)
    assert.equal(rewritten('普惠率⟦七成。', '75%'), undefined)
  })

  it('offers nothing for what is no single exact numeral', () => {
    for (const text of ['打造特色品牌⟦4—5个。', '培训教师⟦XX名。', '完成⟦三分之二。', '走访⟦七八十户。', '走访⟦20多万户。']) {
      const document = new ReportDocument(TITLE + text.replace('⟦', ''), 'plain')
      const entry = figureAt(document, TITLE.length + text.indexOf('⟦'))
      assert.ok(entry !== undefined, text)
      assert.equal(rewritableNumeral(document, entry), undefined, text)
    }
  })

  it('gives places of the whole text', () => {
    const text = `\ufeff${TITLE}抓𠮷学习😀，全年组织集中学习约1.2万次。\r\n`
    const document = new ReportDocument(text, 'plain')
    const entry = figureAt(document, text.indexOf('1.2万'))
    const place = entry && rewritableNumeral(document, entry)
    assert.equal(place && text.slice(place.start, place.end), '1.2万')
  })
})
