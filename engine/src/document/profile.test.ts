import assert from 'node:assert/strict'
import { fieldOf, readTitle, stageOf } from './profile-title.js'
import type { ReportProfile } from './profile.js'
import { ReportDocument, type DocumentOptions } from './report-document.js'

type Expected = [title: string, kind: string, field: string, year: number | undefined, planYear: number | undefined, topic?: string]

/** Titles of our own making, with what a reader takes from each. */
const TITLES: readonly Expected[] = [
  ['云溪区教育局2023年工作总结和2024年工作计划', 'annual', 'education-bureau', 2023, 2024],
  ['云溪区教育体育局2023年上半年工作总结及下半年工作安排', 'half-year', 'education-bureau', 2023, undefined],
  ['2023年云溪区教育工作总结', 'annual', 'education-bureau', 2023, undefined],
  ['2023年度云溪市教育和体育局工作总结暨2024年工作思路', 'annual', 'education-bureau', 2023, 2024],
  ['云溪县教体局关于2023年工作情况和2024年工作打算的汇报', 'annual', 'education-bureau', 2023, 2024],
  ['X市教科局2022年工作总结', 'annual', 'education-bureau', 2022, undefined],
  ['中共云溪区委教育工委2023年工作总结', 'annual', 'education-bureau', 2023, undefined],
  ['XX区教育局20XX年工作总结和20XX年工作计划', 'annual', 'education-bureau', undefined, undefined],
  ['二〇二三年云溪县教育局工作总结', 'annual', 'education-bureau', 2023, undefined],
  ['【总结】云溪区教育局2023年工作总结（征求意见稿）', 'annual', 'education-bureau', 2023, undefined],
  ['云溪区教育局2023年工作总结.docx', 'annual', 'education-bureau', 2023, undefined],
  ['云溪区教育局2024年工作要点', 'plan', 'education-bureau', 2024, 2024],
  ['云溪区教育局2024年一季度工作总结及二季度工作安排', 'quarter', 'education-bureau', 2024, undefined],
  ['云溪区教育局2023年安全生产工作总结', 'annual', 'education-bureau', 2023, undefined, '安全生产'],
  ['云溪区教育局2023年度法治政府建设工作情况报告', 'annual', 'education-bureau', 2023, undefined, '法治政府建设'],
  ['云溪区实验小学2023—2024学年度第一学期工作总结', 'term', 'school', 2023, undefined],
  ['云溪一中2023-2024学年第二学期工作计划', 'plan', 'school', 2024, 2024],
  ['云溪市第三小学2023年党建工作总结', 'annual', 'school', 2023, undefined, '党建'],
  ['云溪幼儿园2023年工作总结', 'annual', 'school', 2023, undefined],
  ['云溪县职业教育中心2023年工作总结', 'annual', 'school', 2023, undefined],
  ['云溪区教师进修学校2023年工作总结', 'annual', 'department', 2023, undefined],
  ['云溪区教育局基础教育科2023年工作总结', 'annual', 'department', 2023, undefined],
  ['云溪镇人民政府2023年工作总结', 'annual', 'department', 2023, undefined],
  ['云溪区卫健局2023年工作总结暨2024年工作谋划', 'annual', 'department', 2023, 2024],
  ['云溪街道办事处2023年工作总结2024年工作计划', 'annual', 'department', 2023, 2024],
  ['云溪区教育局局长2023年度述职述德述廉报告', 'duty', 'education-bureau', 2023, undefined],
  ['2023年度语言文字工作总结', 'annual', 'unknown', 2023, undefined, '语言文字'],
  ['班主任工作总结', 'annual', 'unknown', undefined, undefined, '班主任'],
]

const NO_TITLES = [
  '云溪区教育局2023年招生计划',
  '云溪区“十四五”教育发展规划',
  '云溪区教育局三年行动计划',
  '如何写好工作总结',
  '工作总结写作技巧',
  '关于做好2023年工作总结的通知',
  '工作总结管理系统',
  '项目总结',
  '在2023年工作总结大会上的讲话',
  '2023年，我局工作总结如下',
  'Annual report 2023',
  '安装与配置',
]

describe('readTitle', () => {
  for (const [title, kind, field, year, planYear, topic] of TITLES) {
    it(title, () => {
      const read = readTitle(title)
      assert.ok(read)
      const actual = [read.kind, read.unit === undefined ? 'unknown' : fieldOf(read.unit), read.year, read.planYear, read.topic]
      assert.deepEqual(actual, [kind, field, year, planYear, topic])
    })
  }
  for (const title of NO_TITLES)
    it(`不是标题：${title}`, () => {
      assert.equal(readTitle(title), undefined)
    })

  it('promises a plan only behind the summary', () => {
    assert.equal(readTitle('云溪镇2023年工作总结和明年工作打算')?.promisesPlan, true)
    assert.equal(readTitle('云溪镇2023年计划执行情况报告')?.promisesPlan, false)
    assert.equal(readTitle('云溪镇2023年工作总结')?.promisesPlan, false)
  })

  it('a government reports of the year before', () => {
    assert.deepEqual([readTitle('云溪县2024年政府工作报告')?.kind, readTitle('云溪县2024年政府工作报告')?.year], ['government', 2023])
  })
})

describe('stageOf', () => {
  const stages = {
    云溪幼儿园: 'kindergarten',
    云溪小学: 'primary',
    云溪初级中学: 'junior',
    云溪高级中学: 'senior',
    云溪中学: 'secondary',
    云溪县职业教育中心: 'vocational',
    云溪特殊教育学校: 'special',
  }
  for (const [unit, stage] of Object.entries(stages))
    it(unit, () => {
      assert.equal(stageOf(unit), stage)
    })
})

function profileOf(text: string, options: DocumentOptions = {}): ReportProfile {
  return new ReportDocument(text, 'markdown', options).profile
}

const SUMMARY = '一、加强党的建设\n\n落实“三会一课”，发展党员12名。\n\n二、提高教学质量\n\n全年组织教研活动36次，听课评课210节。\n'

describe('recogniseProfile: is it a report?', () => {
  it('a report whose title is missing', () => {
    const profile = profileOf(`2023年，云溪区教育局坚持稳中求进，扎实推进重点工作。现将有关情况报告如下：\n\n${SUMMARY}`)
    assert.deepEqual([profile.isReport, profile.kind, profile.field, profile.year], [true, 'annual', 'education-bureau', 2023])
  })
  it('a report whose title is broken over lines', () => {
    const profile = profileOf(`云溪区教育局\n\n2023年工作总结\n\n${SUMMARY}`)
    assert.deepEqual([profile.isReport, profile.unit, profile.field], [true, '云溪区教育局', 'education-bureau'])
  })
  it('a report that keeps neither title nor lead', () => {
    const profile = profileOf(
      `一、2023年工作回顾\n\n2023年以来，全区教育系统深入贯彻上级部署，扎实推进各项工作，全面加强教师队伍建设，深入开展教研活动，坚持五育并举，落实安全工作责任。\n\n${SUMMARY.replace('一、', '二、').replace('二、提', '三、提')}`,
    )
    assert.equal(profile.isReport, true)
  })
  it('a government report without title', () => {
    assert.deepEqual(
      [
        profileOf('各位代表：\n\n现在，我代表县人民政府，向大会报告政府工作，请予审议。\n\n一、2023年工作回顾\n\n经济平稳运行。').kind,
        profileOf('各位代表：\n\n现在，我代表县人民政府，向大会报告政府工作，请予审议。').isReport,
      ],
      ['government', true],
    )
  })
  it('a manual in Chinese is none', () => {
    assert.equal(
      profileOf(
        '# 工作总结助手\n\n本工具用于检查工作总结。安装后在编辑器里打开文件即可使用。\n\n## 一、安装\n\n运行安装命令。\n\n## 二、配置\n\n新建配置文件，填写规则。\n\n## 三、开发计划\n\n支持更多格式。',
      ).isReport,
      false,
    )
  })
  it('an English text, a notice, a speech, an empty text are none', () => {
    assert.equal(profileOf('# Changelog\n\n## 1.0\n\n- Work report checks (工作总结)\n').isReport, false)
    assert.equal(
      profileOf(
        '# 关于加强校园安全工作的通知\n\n各学校：\n\n为全面加强校园安全工作，深入贯彻上级部署，现就有关工作通知如下：\n\n一、落实责任\n\n坚持党政同责。\n\n二、扎实开展排查\n\n推进隐患整改。',
      ).isReport,
      false,
    )
    assert.equal(
      profileOf('# 在全区教育工作会议上的讲话\n\n同志们：\n\n2023年，全区教育工作扎实推进。下面，我讲三点意见。\n\n一、坚持党的领导\n\n落实责任。').isReport,
      false,
    )
    assert.equal(profileOf('').isReport, false)
  })
  it('a blog of the year is none, a weak title over the text of a report is one', () => {
    assert.equal(profileOf('# 2023年终总结\n\n今年读了很多书，去了很多地方，写了几个好玩的项目。明年想继续写下去，也想多陪陪家人。').isReport, false)
    assert.equal(
      profileOf(
        '# 2023年度总结\n\n2023年，全体教师坚持立德树人，深入推进课堂改革，扎实开展教研工作，落实安全责任，全面加强管理。\n\n一、教学\n\n开展教研36次。',
      ).isReport,
      true,
    )
  })
})

describe('recogniseProfile: year and plan', () => {
  it('takes the text’s own year when two titles disagree', () => {
    const profile = profileOf(
      '2023年云溪区教育局上半年工作总结\n\n2022年云溪区教育局上半年工作总结\n\n2022年上半年，我局认真履职。现将有关情况报告如下：\n\n一、主要工作\n\n开展教研36次。',
    )
    assert.deepEqual([profile.kind, profile.year], ['half-year', 2022])
  })
  it('takes the lead’s year when the title has none', () => {
    assert.equal(profileOf('云溪区教育局工作总结\n\n2021年，我局认真履职。现将有关情况报告如下：\n\n一、主要工作\n\n开展教研36次。').year, 2021)
  })
  it('plans for the next year only where a plan is promised or stands', () => {
    assert.equal(profileOf(`云溪镇2023年工作总结和明年工作计划\n\n${SUMMARY}`).planYear, 2024)
    assert.equal(profileOf(`云溪镇2023年工作总结\n\n${SUMMARY}\n三、下一步打算\n\n引进项目8个，6月底前开工4个。\n`).planYear, 2024)
    assert.equal(profileOf(`云溪镇2023年工作总结\n\n${SUMMARY}`).planYear, undefined)
    assert.equal(profileOf(`云溪镇2023年上半年工作总结及下半年工作计划\n\n${SUMMARY}`).planYear, 2023)
  })
  it('hears a promise in the lead', () => {
    assert.equal(profileOf(`云溪镇2023年工作情况\n\n现将2023年工作总结和2024年工作打算报告如下：\n\n${SUMMARY}`).promisesPlan, true)
  })
  it('knows who looks after sports', () => {
    assert.equal(profileOf('云溪区教体局2023年工作总结').hasSports, true)
    assert.equal(profileOf('云溪区教育局2023年工作总结').hasSports, false)
    assert.equal(profileOf('云溪区体育小学2023年工作总结').hasSports, false)
  })
  it('finds the unit beside the title or in the signature', () => {
    assert.equal(profileOf('2023年度述职述廉报告\n\n云溪小学校长　林某某\n\n一年来，我认真履职。').unit, '云溪小学')
    assert.equal(profileOf(`2023年工作总结\n\n${SUMMARY}\n云溪区教育局\n\n2023年12月28日`).unit, '云溪区教育局')
  })
  it('is overruled by front matter or configuration', () => {
    const profile = profileOf('云溪区教育局2023年工作总结', {
      profile: { kind: 'half-year', field: 'school', year: 2020, planYear: 2025, unit: '云溪中学', sections: { require: ['health'], ignore: ['safety'] } },
    })
    assert.deepEqual(
      [profile.kind, profile.field, profile.year, profile.planYear, profile.unit, profile.stage],
      ['half-year', 'school', 2020, 2025, '云溪中学', 'secondary'],
    )
    assert.deepEqual(profile.sections, { require: ['health'], ignore: ['safety'] })
  })

  describe('the year and kind that title alone does not tell', () => {
    const body =
      '\n\n一年来，本人扎实推进各项工作，现将工作情况总结如下：\n\n一、教学工作\n\n认真备课，落实课程标准。\n\n二、存在的问题\n\n一是学习不够；二是创新不足。\n\n王明\n'
    const read = (title: string, signed: string): string => {
      const { kind, year } = new ReportDocument(`${title}${body}${signed}\n`, 'plain').profile
      return `${kind} ${year ?? '-'}`
    }
    it('takes the year before for what is signed in January', () => {
      assert.equal(read('个人年度工作总结', '2025年1月6日'), 'annual 2024')
      assert.equal(read('个人年度工作总结', '2024年12月30日'), 'annual 2024')
      assert.equal(read('工作计划', '2024年12月26日'), 'plan 2025')
    })
    it('tells a teaching plan and a monthly report from a yearly one', () => {
      assert.equal(read('三年级语文教学计划', '2024年9月1日'), 'plan 2024')
      assert.equal(read('12月份工作月报', '2024年12月30日'), 'other 2024')
      assert.equal(read('2024年11月份工作总结', '2024年12月1日'), 'other 2024')
    })
  })
})
