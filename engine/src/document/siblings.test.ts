import assert from 'node:assert/strict'
import { ReportDocument } from './report-document.js'
import { hasContent, isSignature, siblingsByStyle } from './siblings.js'

function groupsOf(text: string): string[] {
  return siblingsByStyle(new ReportDocument(text, 'plain').outline).map((group) => group.map(({ ordinal }) => ordinal?.text).join(''))
}

describe('siblings', () => {
  it('are those of one style under one parent', () => {
    assert.deepEqual(groupsOf('总结\n\n一、甲事\n（一）子事\n文。\n（二）丑事\n文。\n二、乙事\n（一）子事\n文。'), ['一、二、', '（一）（二）', '（一）'])
  })

  it('start anew behind a line that introduces a list', () => {
    assert.deepEqual(groupsOf('总结\n\n一、甲事\n采取以下措施：\n1.学习文件。\n2.开展谈话。\n取得以下成效：\n1.学风更浓。\n2.作风更实。'), [
      '一、',
      '1.2.',
      '1.2.',
    ])
    assert.deepEqual(groupsOf('总结\n\n一、甲事\n1.学习文件。\n2.开展谈话。\n1.学风更浓。'), ['一、', '1.2.1.'])
  })

  it('run on under the next part, where the number goes on', () => {
    assert.deepEqual(groupsOf('总结\n\n第一部分 甲\n一、甲事\n文。\n二、乙事\n文。\n第二部分 乙\n三、丙事\n文。\n四、丁事\n文。'), [
      '第一部分第二部分',
      '一、二、三、四、',
    ])
    assert.deepEqual(groupsOf('总结\n\n第一部分 甲\n一、甲事\n文。\n二、乙事\n文。\n第二部分 乙\n一、丙事\n文。'), ['第一部分第二部分', '一、二、', '一、'])
    assert.deepEqual(groupsOf('总结\n\n一、甲\n（一）甲事\n文。\n二、乙\n（二）丙事\n文。'), ['一、二、', '（一）', '（二）'])
  })

  it('have content or have none', () => {
    const { sections } = new ReportDocument(
      '总结\n\n一、甲事\n文。\n二、乙事\n（一）子事。已经办结。\n三、丙事\n四、丁事\n\n清溪区教育局\n2024年12月30日',
      'plain',
    ).outline
    assert.deepEqual(
      sections.map((section) => hasContent(section)),
      [true, true, true, false, false],
    )
  })

  it('signatures are units, names and dates', () => {
    for (const line of ['清溪区教育局', '张三丰', '2024年12月30日', '（2024年1月5日）']) assert.ok(isSignature(line), line)
    for (const line of ['全年完成任务12项。', '附件：一览表']) assert.ok(!isSignature(line), line)
  })
})
