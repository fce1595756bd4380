import assert from 'node:assert/strict'
import { countCharacters } from './character-count.js'
import { ReportDocument } from './report-document.js'

const countOf = (text: string, format: 'plain' | 'markdown' = 'plain'): number =>
  countCharacters(new ReportDocument(text, format), { start: 0, end: text.length })

describe('characters of a text', () => {
  it('are counted without white space, line breaks and Markdown marks; one beyond the basic plane is one', () => {
    assert.equal(countOf('总结\r\n\r\n　　听课 40 节。\r\n'), 8)
    assert.equal(countOf('# 总结\n\n**听课**40节，\n评课𠮷12节。\n', 'markdown'), 15)
    assert.equal(countOf(''), 0)
  })

  it('leave out lines of residue and what is no prose', () => {
    assert.equal(countOf('2024年工作总结\n\n本资料仅供注册会员下载参考，获取更多范文请关注微信公众号。\n'), 9)
    assert.equal(countOf('总结\n\n```\nnpm run\n```\n', 'markdown'), 2)
  })

  it('of sections glued into one paragraph are told apart, and make up the whole', () => {
    const lead = '2024年，全局上下认真贯彻落实上级各项决策部署，凝心聚力，真抓实干，较好地完成了全年目标任务，现将有关情况总结如下，请予审议，不妥之处请指正。'
    const text = `总结\n\n${lead}一、2024年工作情况一是强学习。二是强组织。二、2025年工作思路2025年，继续努力。`
    const document = new ReportDocument(text, 'plain')
    const { sections } = document.outline
    assert.deepEqual(
      sections.map((section) => countCharacters(document, section)),
      [23, 22],
    )
    assert.equal(countOf(text), 2 + lead.length + 23 + 22)
  })
})
