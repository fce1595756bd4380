import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Block } from '../markdown/block.js'
import { SECTION_TYPES } from './section-taxonomy.js'
import { sectionsOfHeading } from './section-words.js'

function idsOf(words: string): string[] {
  return [...sectionsOfHeading(new Block('paragraph', words, words, 0), words)].map(({ id }) => id).sort()
}

/** Headings of our own making: each must name the section, whatever else it names. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'party-building': [
    '坚持党建引领，把牢办学方向',
    '坚持和加强党的全面领导',
    '加强党对教育工作的全面领导',
    '强化政治引领',
    '以更高标准管党治党',
    '建强基层党组织',
    '深入开展党纪学习教育',
    '发挥党员先锋作用',
  ],
  integrity: ['党风廉政建设情况', '廉洁自律方面', '严守纪律规矩，保持清正廉洁', '落实全面从严治党主体责任', '推进清廉学校建设'],
  safety: ['筑牢安全防线', '守护校园平安', '做好信访维稳', '强化后勤保障', '安全工作常抓不懈'],
  'double-reduction': ['“双减”落地见效', '减负提质增效', '课后服务全覆盖', '规范校外教育培训', '抓实“五项管理”', '加强作业管理'],
  teachers: ['建强师资队伍', '强化队伍支撑', '弘扬教育家精神', '实施强师工程', '师德师风建设', '激发人才活力'],
  'next-plan': [
    '2024年工作打算',
    '下一步工作打算',
    '下半年重点任务',
    '明年工作思路',
    '努力方向',
    '2024年重点工作安排',
    '下学期工作计划',
    '今后工作设想',
    '2024年主要举措',
  ],
  problems: ['存在的问题', '存在的主要问题和不足', '困难与挑战', '面临的困难和问题', '问题短板', '问题和下一步打算'],
  teaching: ['深化课堂改革', '提升教育教学质量', '教研工作扎实有效'],
  'mass-sports': ['大力发展全民健身', '竞技体育再创佳绩', '群众体育工作'],
  'senior-high': ['普通高中教育', '提高高中办学质量'],
}

/** Headings that hold a section's words and are not about it. */
const NOT_NAMED: Readonly<Record<string, readonly string[]>> = {
  safety: ['保障粮食安全', '加强食品安全监管', '网络安全和信息安全'],
  problems: ['解决学生学位问题', '着力破解入园难问题', '深入排查问题隐患'],
  'next-plan': ['2023年计划完成情况', '实施三年行动计划', '完成招生计划', '国培计划有序实施'],
  teachers: ['建好党员队伍', '规范校外培训机构'],
  'double-reduction': ['开展职业技能培训', '民办教育培训机构管理'],
  'mass-sports': ['教育体育事业高质量发展'],
  environment: ['优化营商环境', '整治校园周边环境'],
  'rule-of-law': ['推进依法治校'],
}

describe('sectionsOfHeading', () => {
  for (const [id, headings] of Object.entries(NAMED)) {
    for (const words of headings)
      it(`${id}：${words}`, () => {
        assert.ok(idsOf(words).includes(id), idsOf(words).join('、'))
      })
  }
  for (const [id, headings] of Object.entries(NOT_NAMED)) {
    for (const words of headings)
      it(`不是 ${id}：${words}`, () => {
        assert.ok(!idsOf(words).includes(id), idsOf(words).join('、'))
      })
  }
})

describe('openers of sections', () => {
  const golden = join(import.meta.dirname, '../../../test/golden')
  const own = [
    '全镇现有中小学12所，下辖社区5个。',
    '全镇面积36平方公里，有行政村12个、人口2.4万人。',
    '仍存在一些薄弱环节、弱项和挑战。',
    '面临着不少困难。',
    '我们也清醒地认识到，还有差距。',
    '但与群众要求相比，还有不足。',
    '针对以上问题，我们将逐项整改。',
    '今后，要继续努力。下一步，将抓好落实。下阶段将抓好落实。下半年，将抓好落实。二季度将抓好落实。明年计划新建学校。来年力争达标。',
    '下一年度将抓好落实。下年度将抓好落实。新的一年里，要抓好落实。下学期将抓好落实。新学期将抓好落实。',
    '2025年，将新建学校3所。20XX年度，重点做好招生。2025年计划重点推进课程建设。',
  ]

  it('match no sentence without a word of their cues', () => {
    const reports = readdirSync(golden)
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => readFileSync(join(golden, name), 'utf8'))
    const sentences = [...reports, ...own].flatMap((text) => text.split(/(?<=[。！？；\n])/))
    for (const { id, openers = [] } of SECTION_TYPES)
      for (const { cue, pattern } of openers) {
        const opening = sentences.filter((sentence) => new RegExp(pattern).test(sentence))
        assert.notEqual(opening.length, 0, `${id}: ${pattern}`)
        for (const sentence of opening)
          assert.ok(
            cue.some((word) => sentence.includes(word)),
            `${id}: ${sentence}`,
          )
      }
  })
})
