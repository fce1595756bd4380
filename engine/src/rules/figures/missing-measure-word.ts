import { figuresOf, type Figure } from '../../document/figure.js'
import { readUnit } from '../../document/unit.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'
import type { Sentence } from '../../document/sentence.js'
import { DIGITS } from '../../linting/triggers.js'

type MessageId = 'broken' | 'uncounted'

/** Words that begin a new clause; behind a number they show that the measure word, and often a mark, is lost. */
const CLAUSE_WORDS = new Set(
  (
    '依托 依靠 借助 运用 应用 使用 增设 补充 补齐 整合 盘活 腾退 拆除 清理 清退 修建 修缮 翻新 搭建 搬迁 撤并 撤销 合并 ' +
    '移交 划转 调整 调配 选拔 聘请 聘任 评审 考核 评估 验收 竣工 开工 启动 承办 主办 协办 承接 签订 签署 签约 编制 编写 ' +
    '出版 发布 公布 发表 刊发 报道 推送 推广 推荐 推选 申报 申请 立项 结题 结项 获评 获批 获奖 取得 征集 收集 汇编 汇总 ' +
    '梳理 摸排 核查 核实 督导 督促 约谈 通报 处理 处罚 取缔 关停 责令 破获 调解 调处 回访 家访 关爱 救助 帮扶 结对 捐赠 ' +
    '筹集 争取 落地 投用 启用 交付 搬入 入驻 引入 招引 洽谈 对接 带动 辐射 惠及 受益 统筹 新建 改建 扩建 改扩建 续建 改造 ' +
    '建设 建成 建立 完成 开展 推进 推动 加强 加快 加大 组织 实施 培育 覆盖 举办 印发 制定 出台 落实 强化 深化 健全 完善 ' +
    '优化 提升 打造 创建 争创 召开 开设 开通 成立 设立 选派 选聘 招聘 引进 培养 培训 表彰 评选 评定 遴选 认定 获得 荣获 ' +
    '入选 发放 资助 投入 拨付 下达 安排 采购 配备 配置 安装 购置 维修 加固 排查 整治 整改 检查 督查 巡查 抽查 查处 化解 ' +
    '受理 办理 办结 处置 接待 走访 慰问 宣传 宣讲 学习 参加 参与 邀请 联合 协调 指导 帮助 服务 保障 确保 实现 促进 支持 ' +
    '鼓励 引导 规范 严格 坚持 围绕 聚焦 突出 积极 认真 扎实 全面 切实 持续 深入 进一步 通过 结合 按照 根据 利用 发挥 逐步 ' +
    '有效 有力 全力 大力 不断 常态化 先后 并且 以及 使得 同时'
  ).split(' '),
)
/** Things that need a measure word: 10个项目, not 10项目. */
const COUNTED_WORDS = new Set(
  (
    '单项 项目 高中 学校 幼儿园 教师 学生 班级 课程 课题 活动 工程 企业 机构 社区 村庄 家长 党员 干部 团队 平台 ' +
    '基地 中心 场馆 设备 设施 问题 隐患 案例 作品 论文 奖项 荣誉 品牌 专业 岗位 学位 床位 会议 讲座 比赛 赛事 ' +
    '党组织 党支部 支部 义务教育 中小学 公办 民办 普惠性 乡镇学校 教学点 食堂 教室 校车 隐患点 家庭 贫困户 村民 群众 ' +
    '志愿者 骨干 名师 师生 辅导员 工作人员 执法人员 检查组 工作组 督导组 试点 示范点 示范校 示范区 重点 优秀 先进 ' +
    '专任教师 市级 省级 区级 县级 国家级 校级 成员 环节 方面 步骤 措施 任务 事项 案件 投诉 举报 诉求 建议 提案 ' +
    '文件 制度 预案 方案 合同 协议 工作室 实验室 图书室 运动场 操场 厕所 卫生室 养老院 合作社 农场 老年人 残疾人 ' +
    '新生 毕业生 考生 幼儿 儿童 留守儿童 专家 教练 裁判 运动员 选手 社团 集团 联盟 共同体 网格 网点 站点 监控 ' +
    '摄像头 电脑 图书 课桌 多媒体'
  ).split(' '),
)
const LONGEST = 3

/** Numbers that are names: hotlines, plans, roads, models, classes of school. */
const NAMES = /^(?:110|119|120|122|12\d{3}|95\d{3}|96\d{3}|985|211|863|973|333|315|1530|(?:19|20)\d{2})$/
const NAME_BEFORE =
  /(?:国道|省道|县道|高速|[路线图表第级之班队营]|热线|电话|拨打|平台|编号|代码|代号|邮编|网址|号码|型号|版本|附件|附表|专栏|专题|制造|规划|愿景|目标|奥运|指数|得分|评分|分值|均分|比值|系数|约为|农历|公元|号|突破|超过|达到|[达近超逾为至到是和与乘加减除]|等于|大于|小于|高于|低于)$/

/** 580依托, 改造80新建, 3-5有涵养: a number followed by words that cannot be counted without a measure word. */
export default defineRule<'sentence', MessageId>({
  id: 'figures/missing-measure-word',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '数字后面漏了量词',
  summaryEn: 'A number without its measure word',
  rationale:
    '数字后面应有量词或单位：580场、80处、14605平方米。数字直接连着动词或下一句的开头，说明量词连同标点一起丢了，读者不知道数的是什么，核对时也无从下手。',
  messages: {
    broken: {
      what: '“{number}”后面直接连着“{word}”，漏了量词，可能还漏了标点。',
      advice: '查对原稿，补上量词（个、所、次、平方米等）和标点。',
      en: '“{number}” is followed by “{word}”: a measure word, perhaps a mark too, is missing.',
    },
    uncounted: {
      what: '“{number}{word}”缺少量词。',
      advice: '在“{number}”后补上量词，如“{number}个{word}”。',
      en: '“{number}{word}” lacks a measure word.',
      severity: 'info',
    },
  },
  examples: [
    { title: '数字连着动词', text: '2024年工作总结\n\n全年开展送教下乡活动⟦360依托⟧名师工作室，带动教师共同成长。', reports: ['broken'] },
    { title: '数字连着“有”和形容词', text: '2024年工作总结\n\n重点培育⟦2-4有⟧特色的示范点。', reports: ['broken'] },
    { title: '一句里漏了两处', text: '2024年工作总结\n\n改造运动场地⟦8600统筹⟧使用专项资金，改造厕所⟦45新建⟧食堂2个。', reports: ['broken', 'broken'] },
    { title: '“项目”不是“项”', text: '2024年工作总结\n\n加快实验小学等⟦10项目⟧建设。', reports: ['uncounted'] },
    { title: '有量词、有单位', text: '2024年工作总结\n\n开展活动360场，依托工作室培训教师3期，建设面积8600平方米，完成率98%，新增学位500个。', reports: [] },
    {
      title: '名称、热线、道路、年份和得分',
      text: '2024年工作总结\n\n12345受理诉求30件，101中学开展演练，国道107改造完工，实施“333工程”，综合得分95位列第一，面向2035建设教育强国，第3完成。',
      reports: [],
    },
    { title: '数量变化', text: '2024年工作总结\n\n示范校由8增加到12，总数达到20并保持稳定，就业人数突破500创新高。', reports: [] },
  ],
  triggers: DIGITS,
  *check(sentence, { segmenter }) {
    for (const figure of figuresOf(sentence)) {
      const report = reportOf(sentence, figure, segmenter)
      if (report !== undefined) yield report
    }
  },
})

function reportOf(sentence: Sentence, figure: Figure, segmenter: RuleContext['segmenter']): Report<MessageId> | undefined {
  const text = sentence.canonical
  if (figure.kind !== 'plain' || figure.style !== 'arabic' || figure.decimals > 0 || figure.multiplier !== '') return undefined
  const { start, end } = figure.numeral
  const range = rangeStart(text, start)
  const before = text.slice(Math.max(0, range - 4), range)
  const number = text.slice(range, end)
  if (!/[\u4e00-\u9fff]$/.test(before) || NAME_BEFORE.test(before) || NAMES.test(text.slice(start, end)) || readUnit(text, end) !== undefined) return undefined
  const word =
    wordAt(text, end, CLAUSE_WORDS) ??
    (/^有(?![限关效序机])[\u4e00-\u9fff]{2}/.test(text.slice(end, end + 4)) && segmenter.segment(text.slice(end, end + 6))[0] === '有' ? '有' : undefined)
  if (word !== undefined) return { range: { start: range, end: end + word.length }, messageId: 'broken', args: { number, word } }
  const counted = wordAt(text, end, COUNTED_WORDS)
  if (counted === undefined || /^\d{3,}$/.test(number)) return undefined
  return { range: { start: range, end: end + counted.length }, messageId: 'uncounted', args: { number, word: counted } }
}

/** The start of 3-5, where the number is the upper end of a range. */
function rangeStart(text: string, start: number): number {
  const head = /\d{1,6}[-—–~～至到]{1,2}$/.exec(text.slice(Math.max(0, start - 8), start))
  return head === null ? start : start - head[0].length
}

function wordAt(text: string, at: number, words: ReadonlySet<string>): string | undefined {
  for (let length = LONGEST; length >= 2; length--) if (words.has(text.slice(at, at + length))) return text.slice(at, at + length)
  return undefined
}
