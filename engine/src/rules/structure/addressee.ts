import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { mainTitle, titleBlocks } from '../../document/title-lines.js'
import { defineRule } from '../../linting/rule.js'

const MAX_LENGTH = 40
const MIN_LEAD = 30
const LINES_BELOW_TITLE = 3
/** Whom a circular or a speech is for, in so many words. */
const ALL =
  /^(?:各|尊敬的|同志们)[\u4e00-\u9fff、，（） ]{0,36}?(?:[局委办校园府处镇乡村]|部门|单位|科室|股室|街道|社区|企业|公司|学校|幼儿园|领导|同志|代表|委员|老师|同志们)([，。；、]?)$/
/** A superior named by its rank alone: 区教育局, 县委办公室. */
const SUPERIOR =
  /^[省市区县州旗镇乡](?:委|人民政府|政府|党工委|纪委监委|纪委|(?:教育|教体|教育体育|卫生健康|卫健|财政|民政|农业农村|应急管理|应急|公安|司法|审计|统计|水利|林业|住建|人社|发改|交通运输|自然资源|生态环境|文化和旅游|文旅|市场监管|市场监督管理|科技|商务|医保|乡村振兴)[局委]|安委会|安委办|(?:委|政府)办公室|委[\u4e00-\u9fff]{2,4}部)([，。；、]?)$/

/** 区教育局：: the line of those addressed ends with a colon. */
export default defineRule<'document', 'missing' | 'mark'>({
  id: 'structure/addressee',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '主送机关末尾没有冒号',
  summaryEn: 'The line of those addressed does not end with a colon',
  rationale: 'GB/T 9704—2012第7.3.2条：主送机关编排于标题下空一行位置，居左顶格，最后一个机关名称后标全角冒号。标题下只写本单位名称的，是署名，不在此列。',
  messages: {
    missing: { what: '主送机关“{name}”后面缺冒号。', advice: '在末尾加上“：”。', en: 'The addressee “{name}” takes a colon behind it.' },
    mark: { what: '主送机关后面用“：”，不用“{mark}”。', advice: '把“{mark}”改为“：”。', en: 'The addressee takes “：” behind it, not “{mark}”.' },
  },
  examples: [
    {
      title: '没有冒号',
      text: '阳光中学关于2024年安全工作情况的报告\n\n⟦区教育局⟧\n\n2024年，我校始终把安全工作放在首位，全年没有发生安全责任事故。现将工作情况报告如下：\n\n一、健全组织\n正文。',
      reports: ['missing'],
      message: '主送机关“区教育局”后面缺冒号。',
      fixed:
        '阳光中学关于2024年安全工作情况的报告\n\n区教育局：\n\n2024年，我校始终把安全工作放在首位，全年没有发生安全责任事故。现将工作情况报告如下：\n\n一、健全组织\n正文。',
    },
    {
      title: '用了别的标点',
      text: '清溪区教育局2025年工作要点\n\n各中小学、幼儿园⟦。⟧\n\n现将2025年全区教育工作要点印发给你们，请结合各自实际，认真组织实施，抓好落实。\n\n一、健全组织\n正文。',
      reports: ['mark'],
    },
    {
      title: '有冒号',
      text: '阳光中学关于2024年安全工作情况的报告\n\n区教育局：\n\n2024年，我校始终把安全工作放在首位，全年没有发生安全责任事故。现将工作情况报告如下：\n\n一、健全组织\n正文。',
      reports: [],
    },
    {
      title: '标题下是自己的名称',
      text: '2024年工作总结\n\n县教育局\n\n2024年，我局始终把安全工作放在首位，全年没有发生安全责任事故。现将工作情况报告如下：\n\n一、健全组织\n正文。',
      reports: [],
    },
    {
      title: '本单位的简称',
      text: '清溪县教育局2024年工作总结\n\n县教育局\n\n2024年，我局始终把安全工作放在首位，全年没有发生安全责任事故。现将工作情况报告如下：\n\n一、健全组织\n正文。',
      reports: [],
    },
  ],
  reads: () => [],
  *check(document, { say }) {
    const at = lineBelowTitle(document)
    if (at === undefined) return
    const line = at.block.canonical.trim()
    const from = at.block.canonical.indexOf(line)
    const mark = ALL.exec(line)?.[1] ?? (isSuperior(document, line) ? SUPERIOR.exec(line)?.[1] : undefined)
    if (mark === undefined) return
    const range = document.toDocument(at, { start: mark === '' ? from : from + line.length - 1, end: from + line.length })
    const edit = mark === '' ? { start: range.end, end: range.end, newText: '：' } : { ...range, newText: '：' }
    yield {
      range,
      messageId: mark === '' ? 'missing' : 'mark',
      args: { name: line, mark },
      fixes: [{ title: say('末尾用“：”', 'End with “：”'), safety: 'unsafe', edits: [edit] }],
    }
  },
})

/** The short line between title and lead, where it stands alone. */
function lineBelowTitle(document: ReportDocument): PositionedBlock | undefined {
  const title = mainTitle(document)
  if (title === undefined) return undefined
  const titles = titleBlocks(document)
  const below = document
    .prose()
    .filter((at) => at.start >= title.at.end && !titles.has(at))
    .slice(0, LINES_BELOW_TITLE)
  const lead = below.findIndex(({ block }) => block.text.length >= MIN_LEAD && /[，。]/.test(block.canonical))
  const at = lead === 1 ? below[0] : undefined
  return at !== undefined && at.block.kind === 'paragraph' && at.block.text.length <= MAX_LENGTH ? at : undefined
}

/** Whether a body named by its rank alone is another than the one that reports: the title says who does. */
function isSuperior(document: ReportDocument, line: string): boolean {
  const unit = mainTitle(document)?.title.unit
  const name = line.replace(/[，。；、]$/, '').slice(1)
  return unit !== undefined && !unit.includes(name) && !name.includes(unit.slice(-2))
}
