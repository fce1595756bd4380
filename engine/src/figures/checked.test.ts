import assert from 'node:assert/strict'
import { ReportDocument } from '../document/report-document.js'
import { checkedFigures } from './checked.js'

const TITLE = '澜河县教育局2024年工作总结\n\n'

/** Each computed figure: what is written, its arithmetic, and whether they agree. */
function told(text: string): string[] {
  const document = new ReportDocument(TITLE + text, 'plain')
  return checkedFigures(document).map(
    ({ claim, formula, result, isRounded, holds }) =>
      `${document.text.slice(claim.start, claim.end)}: ${formula}${isRounded ? '≈' : '＝'}${result} ${holds ? 'holds' : 'fails'}`,
  )
}

describe('checked figures', () => {
  it('computes shares and rates from what the words name', () => {
    assert.deepEqual(told('在园幼儿12480人，其中公办园在园幼儿6240人，占比50%。'), ['50%: 6240÷12480＝50.0% holds'])
    assert.deepEqual(told('在园幼儿12480人，其中公办园在园幼儿6240人，占比56.3%。'), ['56.3%: 6240÷12480＝50.0% fails'])
    assert.deepEqual(told('参加课后服务学生1.69万人，占应参加学生18240人的92.7%。'), ['92.7%: 1.69万÷18240≈92.7% holds'])
  })

  it('computes changes and gaps', () => {
    assert.deepEqual(told('参训412人次，比上年的360人次增加52人次，增长14.4%。'), ['52人次: 412－360＝52人次 holds', '14.4%: 52÷360＝14.4% holds'])
    assert.deepEqual(told('智慧教室由64间增加到102间，增长37.3%。'), ['37.3%: （102－64）÷64＝59.4% fails'])
    assert.deepEqual(told('参加研学学生9640人次，比上年增加1240人次，增长14.8%。'), ['14.8%: 1240÷（9640－1240）＝14.8% holds'])
    assert.deepEqual(told('活跃率由61.3%提高到74.8%，提高13.5个百分点。'), ['13.5个百分点: 74.8%－61.3%＝13.5个百分点 holds'])
    assert.deepEqual(told('活跃率由61.3%提高到74.8%，提高12.5个百分点。'), ['12.5个百分点: 74.8%－61.3%＝13.5个百分点 fails'])
  })

  it('adds up totals: of lists, brackets, what is left and what is listed whole', () => {
    assert.deepEqual(told('表彰优秀教师82名、优秀班主任40名、先进工作者20名，共142名。'), ['142名: 82＋40＋20＝142名 holds'])
    assert.deepEqual(told('接入学校40所（小学25所、初中12所、高中3所）。'), ['40所: 25＋12＋3＝40所 holds'])
    assert.deepEqual(told('接入学校40所（小学25所、初中11所、高中3所）。'), ['40所: 25＋11＋3＝39所 fails'])
    assert.deepEqual(told('投入资金1.2万元，其中设备0.8万元、培训0.3万元、其他0.1万元。'), ['1.2万元: 0.8万＋0.3万＋0.1万≈1.2万元 holds'])
    assert.deepEqual(told('全县幼儿园96所，其中公办58所、民办38所。'), ['96所: 58＋38＝96所 holds'])
    assert.deepEqual(told('专任教师186名，其中高级教师50名，女教师120名。'), [])
    assert.deepEqual(told('获得8金19银19铜，共46枚奖牌。'), ['46枚: 8＋19＋19＝46枚 holds'])
    assert.deepEqual(told('隐患126处，整改120处，尚有6处。'), ['126处: 120＋6＝126处 holds'])
  })

  it('says nothing where the words name no operands', () => {
    assert.deepEqual(told('惠及学生98631人，占义务教育阶段学生总数的84.53%。普惠率92%，培训教师XX人。全年改造320户，超额完成年度任务（300户）的6.7%。'), [])
  })

  it('stands where it says', () => {
    const text = `\ufeff${TITLE}推进𠮷行动😀，在园幼儿12480人，其中公办园在园幼儿6240人，占比50%。\r\n`
    const [share] = checkedFigures(new ReportDocument(text, 'plain'))
    assert.deepEqual(share && [share.claim, ...share.operands].map(({ start, end }) => text.slice(start, end)), ['50%', '6240人', '12480人'])
  })
})
