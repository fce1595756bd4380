import assert from 'node:assert/strict'
import { ReportDocument } from '../document/report-document.js'
import type { LedgerEntry } from './ledger.js'
import { figureAt, mentionsOf, restatementsOf } from './mentions.js'

const TITLE = '澜河县教育局2024年工作总结\n\n'

/** The places that `find` gives for the figure at ⟦. */
function found(find: typeof restatementsOf, marked: string): string[] {
  const text = TITLE + marked.replace('⟦', '')
  const document = new ReportDocument(text, 'plain')
  const entry = figureAt(document, TITLE.length + marked.indexOf('⟦'))
  assert.ok(entry !== undefined)
  return find(document, entry).map(({ written }: LedgerEntry) => written)
}

describe('mentions of a figure', () => {
  it('finds the figure under an offset, its end included, the later of two that touch', () => {
    const text = `${TITLE}𠮷😀举办培训12期300人次。`
    const document = new ReportDocument(text, 'plain')
    const at = (words: string): string | undefined => figureAt(document, text.indexOf(words))?.written
    assert.deepEqual([at('12期'), at('2期'), at('300'), at('。'), at('举办')], ['12期', '12期', '300人次', '300人次', undefined])
  })

  it('gives every value of the same metric, planned and past ones too, and no change', () => {
    const text = '招聘教师⟦126名，比上年增加26名。上年招聘教师100名。\n\n二、2025年工作计划\n\n招聘教师150名，培训教师300名。'
    assert.deepEqual(found(mentionsOf, text), ['126名', '100名', '150名'])
  })

  it('gives as restated what has the same value, however it is written', () => {
    assert.deepEqual(found(restatementsOf, '在园幼儿⟦12500人。\n\n在园幼儿1.25万人。\n\n在园幼儿1.26万人。'), ['12500人', '1.25万人'])
    assert.deepEqual(found(restatementsOf, '开展消防演练⟦32次。\n\n组织消防演练三十二次。'), ['32次', '三十二次'])
  })

  it('keeps apart other units, scopes, years, and what is planned', () => {
    assert.deepEqual(found(restatementsOf, '参加研学活动⟦1260人。参加研学活动1260人次。'), ['1260人'])
    assert.deepEqual(found(restatementsOf, '在园幼儿⟦1260人。农村在园幼儿1260人。'), ['1260人'])
    assert.deepEqual(found(restatementsOf, '在园幼儿⟦1260人。2023年在园幼儿1260人。'), ['1260人'])
    assert.deepEqual(found(restatementsOf, '新增学前学位⟦1260个。\n\n二、2025年工作计划\n\n新增学前学位1260个。'), ['1260个'])
  })

  it('takes equal values of common names for the same only when they tell', () => {
    assert.deepEqual(found(restatementsOf, '培训教师⟦1268人。\n\n全年培训教师1268人。'), ['1268人', '1268人'])
    assert.deepEqual(found(restatementsOf, '书法比赛二等奖⟦4个。\n\n二等奖4个。'), ['4个'])
    assert.deepEqual(found(restatementsOf, '先进基层党组织⟦2个、先进基层党组织2个。'), ['2个'])
  })
})
