import assert from 'node:assert/strict'
import { lintText, Session, type Configuration } from '../index.js'
import { sectionCoverage } from './section-coverage.js'
import { COMMON_TAXONOMY } from './section-taxonomy.js'
import { taxonomyOf, type UserProfile } from './user-profile.js'

const filler = (topic: string): string =>
  `围绕${topic}开展工作，全年召开会议12次，组织检查6次，参加人员860人次，各项任务如期完成，群众满意度稳步提高。`.repeat(4)
const report = (year: number, ...sections: readonly string[]): string =>
  `青溪县教育局${year}年工作总结\n\n${year}年，我局各项工作平稳有序。现将有关情况报告如下：\n\n${sections.map((section, i) => `${'一二三四五六'[i] as string}、${section}`).join('\n\n')}\n`
const WORK = `校舍维修\n\n${filler('校舍维修')}`
const PLAN = '2025年工作打算\n\n招聘教师12名，6月底前完成。'

const OWN: UserProfile = {
  required: ['study-travel'],
  expected: ['next-plan'],
  sections: [{ id: 'study-travel', name: '研学旅行', aliases: ['营地建设'], keywords: { 研学: 3, 营员: 2 }, years: { from: 2020 } }],
}
const configured = (profile: UserProfile, more: Configuration = {}): Configuration => ({ profiles: { ours: profile }, profile: { use: 'ours' }, ...more })

/** The section rule's messages, by the sections that they name. */
function asked(text: string, configuration: Configuration): string[] {
  return lintText(text, { format: 'plain', configuration })
    .findings.filter(({ ruleId }) => ruleId === 'sections/required-section')
    .map(({ message, severity }) => `${severity} ${/研学旅行|工作计划|党建工作|安全稳定工作|教师队伍建设/.exec(message)?.[0] ?? message}`)
}

describe('user profile', () => {
  it('asks for what it lists and for nothing else, own sections included', () => {
    assert.deepEqual(asked(report(2024, WORK, PLAN), configured(OWN)), ['warning 研学旅行'])
    assert.deepEqual(asked(report(2024, WORK), configured(OWN)), ['warning 研学旅行', 'info 工作计划'])
    assert.ok(asked(report(2024, WORK, PLAN), {}).includes('warning 党建工作'), 'what is asked without a profile')
  })

  it('finds its sections by name, by alias and by the words of the body', () => {
    for (const heading of ['抓好研学旅行', '推进营地建设'])
      assert.deepEqual(asked(report(2024, `${heading}\n\n${filler('活动')}`, PLAN), configured(OWN)), [], heading)
    assert.deepEqual(asked(report(2024, `${WORK}全年接待研学学生2600人。营员来自36所学校，研学课程增加到12门。`, PLAN), configured(OWN)), [])
    assert.deepEqual(
      asked(report(2024, WORK, PLAN), configured({ ...OWN, sections: [{ id: 'study-travel', name: '研学旅行', keywords: ['校舍维修', '参加人员'] }] })),
      [],
      'words in a plain list',
    )
  })

  it('asks only of reports of its years', () => {
    const until: UserProfile = { ...OWN, sections: [{ id: 'study-travel', name: '研学旅行', years: { from: 2020, until: 2022 } }] }
    assert.deepEqual(
      [2019, 2020, 2022, 2023].map((year) => asked(report(year, WORK, PLAN.replace('2025', String(year + 1))), configured(until)).length),
      [0, 1, 1, 0],
    )
  })

  it('starts from the list of a field, adds to it and takes from it', () => {
    const based: UserProfile = { ...OWN, base: 'education-bureau', optional: ['party-building', 'teachers'] }
    const messages = asked(report(2024, WORK, PLAN), configured(based))
    assert.ok(messages.includes('warning 研学旅行') && messages.includes('warning 安全稳定工作'), messages.join())
    assert.ok(!messages.some((message) => /党建|教师队伍/.test(message)), messages.join())
  })

  it('speaks of its kinds of report alone', () => {
    assert.deepEqual(asked(report(2024, WORK, PLAN), configured({ ...OWN, kinds: ['annual'] })), ['warning 研学旅行'])
    assert.ok(!asked(report(2024, WORK, PLAN), configured({ ...OWN, kinds: ['plan'] })).includes('warning 研学旅行'))
  })

  it('lets one of several do', () => {
    const either = configured({ ...OWN, required: ['study-travel|facilities'] })
    assert.deepEqual(asked(report(2024, `办学条件改善\n\n${filler('校舍')}`, PLAN), either), [])
    assert.deepEqual(asked(report(2024, '德育活动\n\n'.concat(filler('德育')), PLAN), either), ['warning 研学旅行'])
  })

  it('is used and changed by front matter', () => {
    const parseFrontMatter = (): unknown => ({ gongwen: { profile: { use: 'ours' }, sections: { ignore: ['study-travel'], require: ['safety'] } } })
    const session = new Session({ format: 'markdown', configuration: { profiles: { ours: OWN } }, parseFrontMatter })
    const { findings } = session.update(`---\ngongwen: {}\n---\n\n${report(2024, WORK, PLAN)}`)
    assert.deepEqual(
      findings.filter(({ ruleId }) => ruleId === 'sections/required-section').map(({ message }) => /研学旅行|安全稳定工作/.exec(message)?.[0]),
      ['安全稳定工作'],
    )
  })

  it('inserts an outline for its section, in front of the plan', () => {
    const { document } = lintText(report(2024, WORK, PLAN), { format: 'plain', configuration: configured(OWN) })
    const found = sectionCoverage(document).find(({ id }) => id === 'study-travel') ?? assert.fail('the own section is not covered')
    assert.deepEqual([found.status, found.requirement, found.place.after?.title], ['absent', 'required', '校舍维修'])
  })

  it('a name that there is not, or that of a common section, changes nothing', () => {
    const text = report(2024, WORK, PLAN)
    assert.deepEqual(asked(text, { profile: { use: 'constructor' }, profiles: {} }), asked(text, {}))
    assert.equal(taxonomyOf({ sections: [{ id: 'safety', name: '安全' }] }), COMMON_TAXONOMY)
    assert.equal(taxonomyOf(undefined), COMMON_TAXONOMY)
  })

  it('two sessions with different profiles do not mix what they read of a block', () => {
    const text = report(2024, WORK, PLAN)
    const one = new Session({ format: 'plain', configuration: configured(OWN) })
    const before = one.update(text).findings
    lintText(text, { format: 'plain' })
    assert.deepEqual(one.update(`${text}\n`).findings.length, before.length)
    assert.deepEqual(one.update(text).findings, before)
  })
})
