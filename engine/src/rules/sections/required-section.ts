import type { Heading } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { sectionCoverage, type SectionCoverage } from '../../document/section-coverage.js'
import { hasMisdatedPlan } from '../../document/section-evidence.js'
import { skeletonEdits } from '../../document/section-skeleton.js'
import type { SectionType } from '../../document/section-taxonomy.js'
import { headRange } from '../../document/title-lines.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'
import { countHan } from '../../text/characters.js'

type MessageId = 'missing' | 'usual' | 'planned'

const SCATTERED = 6
/** How much of a heading a message names. */
const SHOWN = 14
/** A text shorter than this has only been begun. */
const MIN_HAN = 60

const DRAFT = '【请填写：落款单位】'
const BODY = '全年组织教研活动36次，听课评课210节，中考成绩稳步提高。'
const PARTY = '全系统46个党支部落实“三会一课”，发展党员12名。'
const TEACHERS = '招聘教师45名，交流轮岗教师30名，培训骨干教师200人次。'
const SAFETY = '排查安全隐患86处，整改85处，开展应急演练64次。'
const PROBLEMS = '一是紧缺学科教师不足；二是东片区学位偏紧。'
const PLAN = '补充紧缺学科教师20名，8月底前新增学位900个。'

/** A section that every reviewer looks for is not there, neither with a heading nor as substance under another one. */
export default defineRule<'document', MessageId>({
  id: 'sections/required-section',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '缺少这类报告应有的部分',
  summaryEn: 'A section that such reports must have is missing',
  rationale:
    '办公室核稿先看内容齐不齐：教育局的年度总结要有党建、教师队伍、安全稳定，2021至2023年要有“双减”（此后多并入其他部分，只作提示）；述职述廉要有廉洁自律。有自己的标题算有，在别的标题下连续写了两句以上的实质内容也算有；只在导语里提一句不算。问的是哪些部分，随单位、文种和年份而定，可在 front matter 或配置里增减。',
  messages: {
    missing: {
      what: '缺少{name}这一部分：没有{looked}一类的标题，也没有连续两句以上的实质内容{nearest}。',
      advice: '补写这一部分，可放在{place}；确实没有这项工作的，可在配置里去掉。',
      en: 'Nothing on {name}: no heading such as {looked}, nor two sentences of substance in a row{nearest}.',
    },
    usual: {
      what: '没有看到{name}这一部分：没有{looked}一类的标题，也没有连续两句以上的实质内容{nearest}。',
      advice: '同类报告一般有这一部分，请看是否需要补写，可放在{place}。',
      en: 'Reports like this usually have {name}: no heading such as {looked}, nor two sentences of substance in a row{nearest}.',
      severity: 'info',
    },
    planned: {
      what: '{name}只在计划里有标题，总结部分没有写：没有{looked}一类的标题，也没有连续两句以上的实质内容。',
      advice: '补写这一年做了什么，可放在{place}；确实没有这项工作的，可在配置里去掉。',
      en: '{name} has a heading in the plan only, and nothing tells what was done: no heading such as {looked}, nor two sentences of substance in a row.',
    },
  },
  examples: [
    {
      title: '导语提了一句“双减”，正文没有写',
      text: `⟦云溪区教育局2023年工作总结⟧\n\n2023年，我局落实“双减”政策，各项工作平稳有序。现将有关情况报告如下：\n\n一、加强党的建设\n\n${PARTY}\n\n二、提高教学质量\n\n${BODY}\n\n三、建强教师队伍\n\n${TEACHERS}\n\n四、维护校园安全\n\n${SAFETY}\n\n五、存在的问题\n\n${PROBLEMS}\n\n六、2024年工作打算\n\n${PLAN}\n\n${DRAFT}`,
      reports: ['missing'],
      message: '缺少“双减”工作这一部分：没有“双减”“减负”“作业管理”一类的标题，也没有连续两句以上的实质内容（最接近的一处只提到“双减”）。',
      fixed: `云溪区教育局2023年工作总结\n\n2023年，我局落实“双减”政策，各项工作平稳有序。现将有关情况报告如下：\n\n一、加强党的建设\n\n${PARTY}\n\n二、提高教学质量\n\n${BODY}\n\n三、“双减”工作\n\n课后服务覆盖义务教育学校【请填写：所数】，参加学生【请填写：人数和参与率】。\n\n加强作业管理，【请填写：作业统筹和控时情况】；规范校外培训，【请填写：检查和整改情况】。\n\n四、建强教师队伍\n\n${TEACHERS}\n\n五、维护校园安全\n\n${SAFETY}\n\n六、存在的问题\n\n${PROBLEMS}\n\n七、2024年工作打算\n\n${PLAN}\n\n${DRAFT}`,
    },
    {
      title: '述职述廉报告没有写廉洁自律',
      text: `⟦2023年度述职述廉报告⟧\n\n云溪区实验小学校长　林某某\n\n一年来，我认真履行职责。现将履职情况报告如下：\n\n一、履职情况\n\n全年听课86节，组织教研36次。\n\n二、存在的不足\n\n理论学习还不够系统，调研的次数偏少。\n\n${DRAFT}`,
      reports: ['missing'],
    },
    {
      title: '只写在明年的计划里',
      text: `⟦云溪区教育局2024年工作总结和2025年工作计划⟧\n\n2024年，我局各项工作平稳有序。现将有关情况报告如下：\n\n一、提高教学质量\n\n${BODY}\n\n二、建强教师队伍\n\n${TEACHERS}\n\n三、维护校园安全\n\n${SAFETY}\n\n四、落实“双减”要求\n\n课后服务覆盖义务教育学校42所，参加学生16200人。规范校外培训，检查机构86家次。\n\n五、存在的问题\n\n${PROBLEMS}\n\n六、2025年工作计划\n\n（一）加强党的建设\n\n培育党建品牌8个，发展党员15名，开展主题党日12次。\n\n（二）补充教师\n\n${PLAN}\n\n${DRAFT}`,
      reports: ['planned'],
      message: '党建工作只在计划里有标题，总结部分没有写：没有“党建”“党的建设”“党的领导”一类的标题，也没有连续两句以上的实质内容。',
    },
    {
      title: '一般都有的部分只作参考提示',
      text: `⟦云溪区农业农村局2023年工作总结⟧\n\n2023年，我局围绕保供增收开展工作。现将有关情况报告如下：\n\n一、粮食生产\n\n建成高标准农田2.1万亩，粮食总产量12.6万吨。\n\n二、2024年工作打算\n\n新建高标准农田1.8万亩，6月底前完成招标。\n\n${DRAFT}`,
      reports: ['usual'],
    },
    {
      title: '写在别的标题下、2021年以前的报告不问“双减”、专项总结不问其他部分',
      text: `云溪区教育局2019年工作总结\n\n2019年，我局各项工作平稳有序。现将有关情况报告如下：\n\n一、加强党的建设\n\n${PARTY}\n\n二、提高教学质量\n\n${BODY}公开招聘教师45名，交流轮岗教师30名。选派骨干教师参加国培200人次。\n\n三、维护校园安全\n\n${SAFETY}\n\n四、存在的问题\n\n${PROBLEMS}\n\n五、2020年工作打算\n\n${PLAN}`,
      reports: [],
    },
    { title: '刚起了头', text: '云溪区教育局2023年工作总结\n\n2023年，我局各项工作平稳有序。', reports: [] },
    {
      title: '专项总结',
      text: '云溪区教育局2023年安全生产工作总结\n\n2023年，我局狠抓安全生产。现将有关情况报告如下：\n\n一、压实责任\n\n签订责任书45份。\n\n二、排查隐患\n\n排查隐患86处，整改85处。',
      reports: [],
    },
  ],
  *check(document, context) {
    if (!hasBody(document)) return
    for (const section of sectionCoverage(document)) {
      // a plan that title or lead promise is the business of sections/promised-plan
      if (
        (section.status !== 'absent' && !(section.isPlanned && section.requirement === 'required')) ||
        section.requirement === 'optional' ||
        (section.id === 'next-plan' && (document.profile.promisesPlan || hasMisdatedPlan(document)))
      )
        continue
      const type = document.taxonomy.byId.get(section.id)
      if (type !== undefined) yield reportOf(document, section, type, context)
    }
  },
})

function hasBody(document: ReportDocument): boolean {
  let han = 0
  for (const { block } of document.prose()) if ((han += countHan(block.text)) >= MIN_HAN) return true
  return false
}

function reportOf(document: ReportDocument, section: SectionCoverage, type: SectionType, { say }: RuleContext): Report<MessageId> {
  const { isPlanned, mentions, nearest, name, place, requirement } = section
  const word = nearest === undefined ? undefined : document.text.slice(nearest.start, nearest.end)
  return {
    range: headRange(document),
    // words of it all over the text: it may be there in a form that no rule can see, so the writer is only asked
    messageId: isPlanned && requirement === 'required' ? 'planned' : requirement === 'required' && mentions < SCATTERED ? 'missing' : 'usual',
    args: {
      name,
      looked: (type.looked ?? type.headings.slice(0, 3)).map((word) => `“${word}”`).join(''),
      nearest: word === undefined ? '' : say(`（最接近的一处只提到“${word}”）`, ` (the nearest place only mentions “${word}”)`),
      place:
        place.after === undefined
          ? say('正文最后、落款之前', 'the end of the text')
          : say(`“${headingName(place.after)}”之后`, `the place behind “${headingName(place.after)}”`),
    },
    ...(nearest !== undefined && { related: [{ ...nearest, message: say('最接近的一处', 'The place that comes nearest') }] }),
    fixes: [
      {
        title: say(`加上${name}的标题和提纲`, `Insert a heading and an outline for ${name}`),
        safety: 'unsafe',
        edits: skeletonEdits(document, type, type.id === 'next-plan' ? name : type.title),
      },
    ],
  }
}

/** A heading as a message names it: the ordinal and the first words of the title. */
function headingName({ ordinal, title }: Heading): string {
  const words = title.split(/[，,；;：:。]/)[0] as string
  return `${ordinal?.text ?? ''}${words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}`
}
