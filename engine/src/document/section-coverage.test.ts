import assert from 'node:assert/strict'
import { applyEdits } from '../text/edit.js'
import { ReportDocument, type DocumentOptions } from './report-document.js'
import { sectionCoverage, type SectionCoverage } from './section-coverage.js'
import { skeletonEdits } from './section-skeleton.js'
import { SECTION_BY_ID, SECTION_TYPES, type SectionType } from './section-taxonomy.js'

const LEAD = '2023年，我局各项工作平稳有序。现将有关情况报告如下：'

function documentOf(text: string, options: DocumentOptions = {}): ReportDocument {
  return new ReportDocument(text, 'markdown', options)
}

function coverageOf(text: string, id: string, options: DocumentOptions = {}): SectionCoverage {
  const found = sectionCoverage(documentOf(text, options)).find((section) => section.id === id)
  assert.ok(found, `no section ${id}`)
  return found
}

function report(body: string, title = '云溪区教育局2023年工作总结'): string {
  return `${title}\n\n${LEAD}\n\n${body}`
}

describe('sectionCoverage: status', () => {
  it('present with a heading of its own, which is the evidence', () => {
    const text = report('一、狠抓校园安全\n\n排查隐患86处，整改85处。')
    const { status, evidence } = coverageOf(text, 'safety')
    assert.equal(status, 'present')
    assert.equal(text.slice(evidence?.start, evidence?.end), '一、狠抓校园安全')
  })
  it('embedded as two sentences in a row under another heading', () => {
    const text = report('一、提高教学质量\n\n组织教研36次。公开招聘教师45名，交流轮岗教师30名。选派骨干教师参加国培200人次。中考成绩提高。')
    const { status, evidence } = coverageOf(text, 'teachers')
    assert.equal(status, 'embedded')
    assert.equal(text.slice(evidence?.start, evidence?.end), '公开招聘教师45名，交流轮岗教师30名。选派骨干教师参加国培200人次。')
  })
  it('embedded behind 一是 and behind a short first sentence', () => {
    assert.equal(coverageOf(report('一、主要工作\n\n一是加强党的建设，把学习摆在首位。二是做好其他工作。'), 'party-building').status, 'embedded')
    assert.equal(coverageOf(report('一、主要工作\n\n“双减”工作严格落实。各校都订了方案，按方案做好各项工作。'), 'double-reduction').status, 'embedded')
  })
  it('a passing mention in the lead or one sentence of the body is no substance', () => {
    const text = `云溪区教育局2023年工作总结\n\n2023年，我局落实“双减”政策，做好课后服务和作业管理。现将有关情况报告如下：\n\n一、主要工作\n\n中考成绩提高。各校落实“双减”要求。家长满意。`
    const { status, nearest } = coverageOf(text, 'double-reduction')
    assert.equal(status, 'absent')
    assert.equal(text.slice(nearest?.start, nearest?.end), '双减')
  })
  it('misleading phrases count for nothing', () => {
    assert.equal(coverageOf(report('一、粮食安全\n\n粮食安全责任层层落实。资金安全、数据安全有保障。'), 'safety').status, 'absent')
    assert.equal(coverageOf(report('一、解决学生学位问题\n\n新增学位900个，查摆存在的突出问题12个。新增班级12个。'), 'problems').status, 'absent')
  })
  it('what stands among the problems is no work done', () => {
    assert.equal(
      coverageOf(report('一、主要工作\n\n中考成绩提高。\n\n二、存在的问题\n\n教师队伍还不稳定，骨干教师外流。名师偏少，职称结构不合理。'), 'teachers').status,
      'absent',
    )
  })
  it('a heading with nothing to speak of under it', () => {
    assert.equal(coverageOf(report('一、教学工作\n\n中考成绩稳步提高，教研活动扎实开展。\n\n二、校园安全\n\n按要求开展。'), 'safety').status, 'heading-only')
  })
  it('bare lines are headings too', () => {
    assert.equal(coverageOf(report('校园安全\n\n排查隐患86处，整改85处，化解信访12件。'), 'safety').status, 'present')
  })
  it('problems and plan are seen without headings', () => {
    const text = report('一、主要工作\n\n中考成绩提高。\n\n工作中还存在一些不足，主要是师资紧缺。2024年，我局将补充教师20名。8月底前新增学位900个。')
    assert.deepEqual([coverageOf(text, 'problems').status, coverageOf(text, 'next-plan').status], ['embedded', 'embedded'])
  })
  it('a plan is a plan from end to end', () => {
    assert.equal(coverageOf('云溪镇2024年工作计划\n\n一、经济发展\n\n引进项目8个，6月底前开工4个。', 'next-plan').status, 'present')
  })
  it('the heading of the year summarised is no plan', () => {
    assert.equal(coverageOf(report('一、2023年重点工作\n\n引进项目8个，开工4个，投产2个。'), 'next-plan').status, 'absent')
    assert.equal(
      coverageOf(report('一、2023年工作情况\n\n引进项目8个。\n\n二、2024年重点工作\n\n引进项目9个，6月底前开工4个。'), 'next-plan').status,
      'present',
    )
  })
})

describe('sectionCoverage: what is asked for', () => {
  const ask = (title: string, id: string, options: DocumentOptions = {}): string =>
    coverageOf(report('一、主要工作\n\n中考成绩提高。', title), id, options).requirement
  it('双减 from July 2021 on, and only where a year says so', () => {
    const titles = [
      '云溪区教育局2020年工作总结',
      '云溪区教育局2021年上半年工作总结',
      '云溪区教育局2021年工作总结',
      '云溪区教育局2023年工作总结',
      '云溪区教育局2022年上半年工作总结',
    ]
    assert.deepEqual(
      titles.map((title) => ask(title, 'double-reduction')),
      ['optional', 'optional', 'required', 'required', 'expected'],
    )
  })
  it('双减 of primary schools, not of kindergartens and vocational schools', () => {
    const titles = [
      '云溪小学2023年工作总结',
      '云溪初级中学2023年工作总结',
      '云溪中学2023年工作总结',
      '云溪幼儿园2023年工作总结',
      '云溪县职业教育中心2023年工作总结',
      '云溪高级中学2023年工作总结',
    ]
    assert.deepEqual(
      titles.map((title) => ask(title, 'double-reduction')),
      ['required', 'required', 'expected', 'optional', 'optional', 'optional'],
    )
  })
  it('mass sports of those who look after them', () => {
    assert.deepEqual([ask('云溪区教体局2023年工作总结', 'mass-sports'), ask('云溪区教育局2023年工作总结', 'mass-sports')], ['expected', 'optional'])
  })
  it('nothing of a report about one matter but the plan that it promises', () => {
    const coverage = sectionCoverage(documentOf(report('一、主要工作\n\n中考成绩提高。', '云溪区教育局2023年语言文字工作总结和2024年工作计划')))
    assert.deepEqual(
      coverage.filter(({ requirement }) => requirement !== 'optional').map(({ id }) => id),
      ['next-plan'],
    )
  })
  it('integrity of leaders, less of others', () => {
    assert.deepEqual([ask('2023年度述职述廉报告', 'integrity'), ask('教师2023年度述职报告', 'integrity')], ['required', 'expected'])
  })
  it('what front matter and configuration add or take away', () => {
    const options = { profile: { sections: { require: ['language'], ignore: ['safety'] } } }
    assert.deepEqual([ask('云溪区教育局2023年工作总结', 'language', options), ask('云溪区教育局2023年工作总结', 'safety', options)], ['required', 'optional'])
  })
  it('names the plan by its time', () => {
    const nameFor = (title: string): string => coverageOf(report('一、主要工作\n\n中考成绩提高。', title), 'next-plan').name
    assert.deepEqual(['云溪镇2023年工作总结', '云溪镇2023年上半年工作总结', '云溪小学2023年秋季学期工作总结'].map(nameFor), [
      '2024年工作计划',
      '下半年工作计划',
      '下学期工作计划',
    ])
    assert.equal(coverageOf('云溪镇20XX年工作总结\n\n一、主要工作\n\n粮食增产。', 'next-plan').name, '下一步工作计划')
  })
  it('leaves out what is not the unit’s business', () => {
    const ids = sectionCoverage(documentOf(report('一、主要工作\n\n粮食增产。', '云溪镇2023年工作总结'))).map(({ id }) => id)
    assert.ok(ids.includes('rural') && !ids.includes('preschool'))
  })
})

describe('skeletonEdits', () => {
  const insert = (text: string, id: string, title: string, format: 'markdown' | 'plain' = 'markdown'): string => {
    const document = new ReportDocument(text, format)
    return applyEdits(text, skeletonEdits(document, SECTION_BY_ID.get(id) as SectionType, title))
  }
  it('takes the next ordinal and renumbers those behind it', () => {
    const fixed = insert(
      report('一、党建工作\n\n发展党员12名，讲党课46场。\n\n二、校园安全\n\n排查隐患86处。\n\n三、存在的问题\n\n师资紧缺，优秀教师外流较多。'),
      'teachers',
      '教师队伍建设',
    )
    assert.match(fixed, /一、党建工作[^#]*二、教师队伍建设[^#]*三、校园安全[^#]*四、存在的问题/)
  })
  it('keeps Markdown depth and stands in front of the signature', () => {
    const fixed = insert(
      '# 云溪镇2023年工作总结\n\n## 一、经济发展\n\n引进项目6个，开工5个。\n\n云溪镇人民政府\n\n2023年12月28日\n',
      'next-plan',
      '2024年工作计划',
    )
    assert.match(fixed, /开工5个。\n\n## 二、2024年工作计划\n\n（一）【请填写：重点任务】[^\n]*\n\n（二）[^\n]*\n\n云溪镇人民政府\n/)
  })
  it('keeps CRLF and the absence of blank lines', () => {
    const fixed = insert(
      '云溪镇2023年工作总结\r\n一、经济发展\r\n引进项目6个，开工5个。\r\n二、存在的问题\r\n产业链条不长，后劲不足。',
      'next-plan',
      '2024年工作计划',
      'plain',
    )
    assert.ok(fixed.includes('后劲不足。\r\n三、2024年工作计划\r\n（一）'))
    assert.ok(!/[^\r]\n/.test(fixed))
  })
  it('works in a text without headings', () => {
    assert.ok(insert('云溪镇2023年工作总结\n\n引进项目6个，开工5个。', 'next-plan', '2024年工作计划').includes('开工5个。\n\n2024年工作计划\n\n（一）'))
  })
  it('every section has a skeleton that asks to be filled in, and what it follows exists', () => {
    for (const { id, skeleton, after } of SECTION_TYPES) {
      assert.ok(skeleton.length > 0 && skeleton.some((line) => line.includes('【请填写：')), id)
      for (const other of after) assert.ok(SECTION_BY_ID.has(other), `${id} after ${other}`)
    }
    assert.equal(SECTION_BY_ID.size, SECTION_TYPES.length)
  })
})

describe('sectionCoverage: cost', () => {
  const time = (size: number): number => {
    const text = `云溪区教育局2023年工作总结\n\n${Array.from({ length: size }, (_, i) => `${i + 1}.做好第${i + 1}件事。党建、安全、教师、教研、课后服务和作业管理逐项落实；食品安全、粮食安全不放松。`).join('\n\n')}`
    const start = process.hrtime.bigint()
    sectionCoverage(documentOf(text))
    return Number(process.hrtime.bigint() - start) / 1e6
  }
  it('grows with the text and not with its square', function () {
    this.timeout(20_000)
    time(200)
    const small = Math.min(time(800), time(801))
    const large = Math.min(time(6400), time(6401))
    // other work on the machine may double either; a square would take sixty-four times as long
    assert.ok(large < small * 8 * 3 + 300, `${small} ms, eight times the text ${large} ms`)
  })
  it('one endless line', () => {
    const start = Date.now()
    sectionCoverage(new ReportDocument(`云溪区教育局2023年工作总结\n\n${'双减粮食安全党员教师'.repeat(20000)}`, 'plain'))
    assert.ok(Date.now() - start < 3000)
  })
})
