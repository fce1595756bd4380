/** Scrambled words: collocations of our own reports, swapped as the dictionaries of document sites swap them. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groupOf, Linter, ReportDocument, resolveConfiguration, RULES, type TextFormat } from '@gongwen/engine'

/** Words as reports use them: the right word, the wrong one, and the collocations in which it is swapped. */
const SWAPS: readonly (readonly [string, string, readonly string[]])[] = [
  ['基础', '根底', ['基础设施', '基础教育', '基础工作', '基础知识', '夯实基础', '打下坚实基础', '坚实基础', '基础薄弱', '基础数据', '基础建设']],
  [
    '安全',
    '平安',
    [
      '安全隐患',
      '安全生产',
      '安全事故',
      '食品安全',
      '粮食安全',
      '消防安全',
      '安全知识',
      '安全检查',
      '安全意识',
      '安全风险',
      '网络安全',
      '饮水安全',
      '质量安全',
      '安全应急',
    ],
  ],
  [
    '服务',
    '效劳',
    ['公共服务', '志愿服务', '课后服务', '服务群众', '服务质量', '服务中心', '服务水平', '便民服务', '延时服务', '服务队', '服务能力', '服务对象', '政务服务'],
  ],
  ['督促', '催促', ['督促整改', '督促落实', '督促学校', '督促各校', '督促检查', '督促指导']],
  ['巩固', '稳固', ['巩固拓展', '巩固提升', '巩固脱贫', '巩固义务教育', '巩固主题教育', '巩固成果']],
  ['广大', '广阔', ['广大教师', '广大群众', '广大学生', '广大家长', '广大党员', '广大干部', '广大师生', '广大市民', '广大居民']],
  ['规范', '标准', ['进一步规范办学', '依法规范招生', '规范办学行为', '全面规范财务管理', '规范招生行为']],
  ['基本', '根本', ['基本功', '基本情况', '基本养老', '基本医疗', '基本公共', '基本形成', '基本完成', '基本实现', '基本农田', '基本满足', '基本建成']],
  ['创建', '创立', ['创建工作', '创建活动', '文明创建', '平安创建', '创建文明', '创建省级', '创建示范', '创建国家级', '创建成果']],
  ['多次', '屡次', ['多次组织', '多次召开', '多次开展', '多次深入', '多次研究']],
  ['部分', '局部', ['部分学校', '部分教师', '部分干部', '部分党员', '部分学生', '部分单位', '部分群众', '部分企业', '部分家长', '部分同志']],
  ['不足', '缺乏', ['不足之处', '问题和不足', '困难和不足', '存在的问题和不足']],
  ['知识', '学问', ['知识竞赛', '知识讲座', '知识培训', '安全知识', '知识产权', '法律知识', '知识宣传', '专业知识', '健康知识']],
  ['教师', '老师', ['教师队伍', '教师资格', '教师招聘', '教师编制', '教师专业发展', '教师职称']],
  [
    '教育',
    '教化',
    ['教育局', '教育系统', '教育工作', '教育质量', '教育教学', '教育资源', '学前教育', '义务教育', '职业教育', '教育改革', '教育活动', '家庭教育', '警示教育'],
  ],
  ['智慧', '才智', ['智慧校园', '智慧教育', '智慧课堂', '智慧平台', '智慧农业', '智慧城市']],
  ['提供', '供应', ['提供支持', '提供有力', '提供帮助', '提供依据', '提供便利', '提供优质', '提供坚强']],
  ['第二', '其次', ['第二阶段', '第二季度', '第二批', '第二学期', '第二小学', '第二中学', '第二轮']],
  ['认真', '仔细', ['认真贯彻', '认真落实', '认真履行', '认真组织', '认真做好', '认真开展', '认真抓好']],
  ['继续', '接着', ['继续推进', '继续加强', '继续做好', '继续保持', '继续坚持', '继续深化', '继续完善', '继续加大']],
  ['专门', '特地', ['专门机构', '专门人员', '专门小组', '专门班子', '专门会议']],
  ['密切', '亲密', ['密切配合', '密切联系', '密切关注', '密切结合']],
  ['紧密', '严密', ['紧密围绕', '紧密结合', '紧密联系', '紧密衔接']],
  ['及时', '刚好', ['及时整改', '及时处理', '及时发现', '及时处置', '及时上报', '及时报告', '及时反馈', '及时消除', '及时解决', '及时更新', '及时公开']],
  ['积极', '进取', ['积极开展', '积极推进', '积极参与', '积极探索', '积极组织', '积极配合', '积极争取', '积极参加', '积极引导']],
  ['大力', '鼎力', ['大力推进', '大力发展', '大力实施', '大力宣传', '大力弘扬', '大力培养', '大力开展']],
  [
    '发展',
    '开展',
    [
      '优先发展',
      '均衡发展，',
      '内涵发展，',
      '均衡发展。',
      '高质量发展。',
      '高质量发展，',
      '高质量发展的',
      '可持续发展。',
      '融合发展。',
      '融合发展，',
      '协调发展。',
      '经济社会发展，',
      '经济社会发展的',
      '健康发展。',
      '专业发展。',
      '专业发展，',
      '一体化发展。',
    ],
  ],
  ['监督', '监视', ['监督检查', '民主监督', '社会监督', '群众监督', '舆论监督', '监督管理', '接受监督']],
  ['达到', '到达', ['达到标准', '达到要求', '达到国家', '达到省级', '达到优秀', '率达到9', '率达到8', '率达到1']],
  ['宣传', '宣扬', ['宣传教育', '宣传活动', '宣传工作', '宣传栏', '宣传引导', '宣传资料', '宣传标语', '宣传报道']],
  ['全面', '周全', ['全面推进', '全面落实', '全面贯彻', '全面加强', '全面完成', '全面提升', '全面开展', '全面实施']],
  ['保护', '爱护', ['环境保护', '生态保护', '耕地保护', '文物保护', '未成年人保护', '保护区', '保护条例']],
  ['突出', '杰出', ['突出问题', '突出重点', '突出位置', '突出矛盾']],
  ['目标', '目的', ['目标责任书', '目标责任制', '目标考核']],
]

const folder = join(import.meta.dirname, '../golden')
const goldens = readdirSync(folder)
  .filter((name) => /^(?!README).*\.(?:md|txt)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), format: (name.endsWith('.md') ? 'markdown' : 'plain') as TextFormat }))
const linter = new Linter({ rules: RULES.filter(({ id }) => groupOf(id) === 'residue'), configuration: resolveConfiguration({ enable: 'always' }) })

/** The text with every collocation swapped, and the places of the wrong words in it. */
function scramble(text: string): { scrambled: string; places: { start: number; wrong: string }[] } {
  const all = SWAPS.flatMap(([right, wrong, phrases]) => phrases.map((phrase) => ({ right, wrong, phrase })))
  let scrambled = ''
  const places: { start: number; wrong: string }[] = []
  for (let i = 0; i < text.length;) {
    const hit = all.find(({ phrase }) => text.startsWith(phrase, i))
    if (hit === undefined) {
      scrambled += text[i] as string
      i++
      continue
    }
    const at = hit.phrase.indexOf(hit.right)
    places.push({ start: scrambled.length + at, wrong: hit.wrong })
    scrambled += hit.phrase.replace(hit.right, hit.wrong)
    i += hit.phrase.length
  }
  return { scrambled, places }
}

describe('residue/scrambled-word on scrambled reports', function () {
  this.timeout(20_000)

  it('finds nine swapped words in ten', () => {
    const missed = new Map<string, number>()
    let swapped = 0
    let found = 0
    for (const { text, format } of goldens) {
      const { scrambled, places } = scramble(text)
      const findings = linter.lint(new ReportDocument(scrambled, format)).filter(({ ruleId }) => ruleId === 'residue/scrambled-word')
      for (const { start, wrong } of places) {
        swapped++
        if (findings.some((finding) => finding.start <= start && finding.end >= start + wrong.length)) found++
        else missed.set(scrambled.slice(start - 4, start + 6), (missed.get(scrambled.slice(start - 4, start + 6)) ?? 0) + 1)
      }
    }
    assert.ok(swapped > 250, `only ${swapped} words swapped`)
    assert.ok(
      found >= swapped * 0.9,
      `${found} of ${swapped} found; missed: ${[...missed]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 40)
        .map(([words, times]) => `${words}×${times}`)
        .join(' ')}`,
    )
  })

  it('one slip in a report is no more than an information, and its correction is never automatic', () => {
    const { text, format } = goldens.find((golden) => golden.text.includes('认真落实')) as (typeof goldens)[number]
    const findings = linter.lint(new ReportDocument(text.replace('认真落实', '仔细落实'), format))
    assert.equal(findings.length, 1)
    for (const { ruleId, severity, fixes } of findings) {
      assert.equal(severity, 'info')
      assert.equal(ruleId, 'residue/scrambled-word')
      assert.deepEqual(
        fixes.map(({ safety }) => safety),
        ['unsafe'],
      )
    }
  })

  it('a report that was not scrambled holds no such word, not even a doubtful one', () => {
    for (const { name, text, format } of goldens) {
      assert.deepEqual(
        linter.lint(new ReportDocument(text, format)).map(({ start, end }) => `${name} ${text.slice(start, end)}`),
        [],
      )
    }
  })
})
