import assert from 'node:assert/strict'
import { formatNumeral, formatOrdinal, readOrdinal, readOrdinalAt } from './ordinal.js'

describe('ordinal', () => {
  const read = (text: string): string => {
    const ordinal = readOrdinal(text)
    return ordinal === undefined ? '' : `${ordinal.style} ${ordinal.value} ${ordinal.text}|${text.slice(ordinal.end)}`
  }

  it('reads every style, right or wrong in its marks', () => {
    assert.equal(read('一、党建'), 'chinese 1 一、|党建')
    assert.equal(read('十二.党建'), 'chinese 12 十二.|党建')
    assert.equal(read('二 教学工作'), 'chinese 2 二|教学工作')
    assert.equal(read('（九十九）党建'), 'bracketed-chinese 99 （九十九）|党建')
    assert.equal(read('〔三〕党建'), 'bracketed-chinese 3 〔三〕|党建')
    assert.equal(read('(一）、党建'), 'bracketed-chinese 1 (一）、|党建')
    assert.equal(read('　12. 党建'), 'digit 12 12.|党建')
    assert.equal(read('1.2024年完成任务'), 'digit 1 1.|2024年完成任务')
    assert.equal(read('（3）党建'), 'bracketed-digit 3 （3）|党建')
    assert.equal(read('⑳党建'), 'circled 20 ⑳|党建')
    assert.equal(read('第三部分 党建'), 'part 3 第三部分|党建')
    assert.equal(read('第二章 党建'), 'chapter 2 第二章|党建')
    assert.equal(read('十一、二级医院创建'), 'chinese 11 十一、|二级医院创建')
    assert.equal(read('二、八小时之外监督'), 'chinese 2 二、|八小时之外监督')
    assert.equal(read('三、八里河治理'), 'chinese 3 三、|八里河治理')
    assert.equal(read('第十节　党建'), 'section 10 第十节|党建')
  })

  it('reads none in words and figures that look alike', () => {
    for (const text of [
      '一以贯之抓党建',
      '一是抓党建',
      '2024年工作',
      '3.5万元',
      '一、二年级不留作业',
      '三、四季度',
      '一、二、三等奖各5名',
      '一、二号楼完工',
      '五、六两个月',
      '四、五十人参加',
      '百、千、万工程',
      '三里、七星两个社区',
      '五一、国庆期间',
      '十一、中秋双节期间，值班人员在岗',
      '5.12防灾日',
      '2、3月份',
      '10:39',
      '1、2号楼',
      '（试行）',
      '（2024）皖01号',
      '',
      '一',
    ])
      assert.equal(read(text), '', text)
  })

  it('reads inside a paragraph in the offsets of the whole', () => {
    const ordinal = readOrdinalAt('完成。（二）抓教学', 3)
    assert.deepEqual([ordinal?.start, ordinal?.end, ordinal?.numeral], [3, 6, { start: 4, end: 5 }])
  })

  it('writes what it reads', () => {
    for (const style of ['part', 'chapter', 'section', 'chinese', 'bracketed-chinese', 'digit', 'bracketed-digit', 'circled'] as const) {
      for (const value of [1, 9, 10, 11, 20]) {
        const ordinal = readOrdinal(`${formatOrdinal(style, value)}党建工作`)
        assert.deepEqual([ordinal?.style, ordinal?.value], [style, value])
      }
    }
    assert.equal(formatNumeral('chinese', 99), '九十九')
    assert.throws(() => formatOrdinal('circled', 21), RangeError)
    assert.throws(() => formatOrdinal('chinese', 0), RangeError)
  })
})
