import assert from 'node:assert/strict'
import { splitBlocks } from '../markdown/splitter.js'
import { LineIndex } from '../text/line-index.js'
import { placeholdersOf } from './placeholder.js'

function places(text: string): string[] {
  return splitBlocks(text, LineIndex.of(text), 'plain').flatMap(({ block }) => placeholdersOf(block).map(({ start, end }) => block.text.slice(start, end)))
}

describe('placeholdersOf', () => {
  it('finds every form', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['X区X所学校新增学位X个，X%达标', ['X', 'X', 'X', 'X']],
      ['xxxx县教育局、××镇、＊＊名教师', ['xxxx', '××', '＊＊']],
      ['《X商报》报道“X党员教育”模式，建成“Xe家”学校', ['X', 'X', 'X']],
      ['X年X月X日，x月x日召开', ['X年X月X日', 'x月x日']],
      ['20XX年、202X年、20××年', ['20XX', '202X', '20××']],
      ['投入____万元，○○县获奖', ['____', '○○']],
      ['某某小学、某某某同志', ['某某', '某某某']],
      ['由【请填写单位】负责，[姓名]签字，{{数量}}所，（待核实）', ['【请填写单位】', '[姓名]', '{{数量}}', '（待核实）']],
      ['增长X.X个百分点', ['X.X']],
      ['完成（  ）名教师培训', ['（  ）']],
      ['TODO 补充数据', ['TODO']],
    ]
    for (const [text, expected] of cases) assert.deepEqual(places(text), expected, text)
  })

  it('leaves terms, codes, privacy and arithmetic alone', () => {
    for (const text of [
      'X光机、X射线、X证书',
      '1+X证书、“X+X”工作法、8+X课程、4+N模式',
      'C919X型、iPhone X、Model X',
      '3×5米、长×宽',
      'A/B卷、X轴、Y轴',
      'X、Y两个变量',
      '二〇〇八年、二○○八年',
      '张某某、李某某违规',
      '138****1234',
      '**重点工作**扎实推进',
      'QQ：XX',
      'XXL号服装、XXI世纪',
      'http://x.example.com/a_b__c',
      '（一）（二）',
      '某校、某县',
    ]) {
      assert.deepEqual(places(text), [], text)
    }
  })
})
