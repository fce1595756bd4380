import assert from 'node:assert/strict'
import { lintText } from '../linting/session.js'
import { skeletonOf, SKELETON_KINDS, type SkeletonRequest } from './skeleton.js'
import { taxonomyOf, type UserProfile } from './user-profile.js'

const UNITS = [
  '东陵县教育局',
  '东陵县教育和体育局',
  '云岭县教育委员会',
  '东陵县第一小学',
  '东陵县实验幼儿园',
  '东陵县第二中学',
  '东陵县初级中学',
  '东陵县职业教育中心',
  '东陵县农业农村局',
  '清河镇人民政府',
  undefined,
]
const YEARS = [2019, 2021, 2022, 2024, 2026]

const headings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('#'))
const begun = (request: SkeletonRequest): string => skeletonOf(request).text

describe('skeleton of a report', () => {
  for (const kind of SKELETON_KINDS) {
    it(`of kind ${kind} is checked as such, and nothing in it is found but what is to be filled in`, () => {
      for (const unit of UNITS)
        for (const year of YEARS) {
          const { text, placeholders } = skeletonOf({ kind, year, ...(unit !== undefined && { unit }) })
          const { findings, document, isChecked } = lintText(text, { format: 'markdown' })
          assert.ok(isChecked, text)
          assert.deepEqual([document.profile.kind, document.profile.year], [kind, year], text)
          if (unit !== undefined && kind !== 'duty' && kind !== 'government') assert.equal(document.profile.unit, unit)
          assert.deepEqual(
            findings
              .filter(({ ruleId }) => ruleId !== 'residue/placeholder')
              .map(({ ruleId, message, start }) => [ruleId, message, text.slice(start, start + 30)]),
            [],
          )
          assert.ok(placeholders.length >= 6)
          for (const { start, end } of placeholders) assert.match(text.slice(start, end), /^【请填写：[^【】]+】$/)
          assert.equal(placeholders.length, text.split('【').length - 1, 'every place to be filled in is given')
        }
    })
  }

  it('has the sections that the profile asks for, in the order of reports, numbered level by level', () => {
    assert.deepEqual(headings(begun({ kind: 'annual', year: 2024, unit: '东陵县教育和体育局' })), [
      '# 东陵县教育和体育局2024年工作总结',
      '## 一、主要工作情况',
      '### （一）党建工作',
      '### （二）教育教学工作',
      '### （三）“双减”工作',
      '### （四）教师队伍建设',
      '### （五）安全稳定工作',
      '### （六）群众体育工作',
      '## 二、存在的问题',
      '## 三、2025年工作计划',
      '### （一）【请填写：重点任务】',
      '### （二）【请填写：针对问题的任务】',
    ])
  })

  it('follows the year: no 双减 before it was a matter', () => {
    const of = (year: number): boolean => begun({ kind: 'annual', year, unit: '东陵县教育局' }).includes('双减')
    assert.deepEqual([of(2020), of(2021), of(2024)], [false, true, true])
  })

  it('names time and unit as the kind has them', () => {
    const title = (request: SkeletonRequest): string => skeletonOf(request).title
    const unit = '东陵县第一小学'
    assert.equal(title({ kind: 'half-year', year: 2024, unit }), '东陵县第一小学2024年上半年工作总结')
    assert.equal(title({ kind: 'quarter', year: 2024, part: 3, unit }), '东陵县第一小学2024年第三季度工作总结')
    assert.equal(title({ kind: 'term', year: 2024, part: 2, unit }), '东陵县第一小学2024—2025学年第二学期工作总结')
    assert.equal(title({ kind: 'plan', year: 2025, unit }), '东陵县第一小学2025年工作计划')
    assert.equal(title({ kind: 'duty', year: 2024, unit }), '2024年度述职述廉报告')
    assert.equal(title({ kind: 'government', year: 2024, unit }), '2025年政府工作报告')
    assert.match(begun({ kind: 'term', year: 2024, unit }), /本学期，我校/)
    assert.match(begun({ kind: 'half-year', year: 2024, unit: '东陵县实验幼儿园' }), /2024年上半年，我园/)
    assert.match(begun({ kind: 'annual', year: 2024, unit: '云岭县教育委员会' }), /2024年，我委/)
    assert.doesNotMatch(begun({ kind: 'half-year', year: 2024, unit: '东陵县教育局' }), /全年/)
  })

  it('asks for what the configuration asks for, and leaves out what it ignores', () => {
    const own: UserProfile = { base: 'education-bureau', required: ['研学'], sections: [{ id: '研学', name: '研学旅行' }] }
    const request: SkeletonRequest = { kind: 'annual', year: 2024, unit: '东陵县教育局' }
    const text = skeletonOf(request, {
      ownProfile: own,
      taxonomy: taxonomyOf(own),
      profile: { kind: 'plan', year: 1999, sections: { require: ['informatisation'], ignore: ['problems', 'double-reduction'] } },
    }).text
    assert.match(text, /^# 东陵县教育局2024年工作总结/)
    for (const wanted of ['研学旅行', '教育信息化']) assert.match(text, new RegExp(`^### （.+）${wanted}$`, 'm'))
    assert.doesNotMatch(text, /存在的问题|双减/)
  })
})
