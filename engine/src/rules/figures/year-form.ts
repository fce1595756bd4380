import { reportPeriodOf } from '../../document/date-period.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const BARE = /(?<![\d.\-—～~至到/〔[（(A-Za-z+第№共计达约近超过增减满逾])(20[0-4]\d)(?=[\u4e00-\u9fff])/g
/** What a number counts or names: a measure, a grade of a document, an edition, a year's class. */
const NOT_A_YEAR =
  /^(?:[年届级版款型号余多个名人位万亿千百元所家项篇场次件份册户间栋幅堂条期节平公亩米吨台套辆批支笔处类种门枚班校株棵头只盏座里天分秒度本张块片组对双段路线毫厘克斤升瓦伏兆美欧英日港字集卷页行列步层楼室床副把盒箱袋桶瓶根颗粒顶面艘架口眼孔宗起例案票股倍成折等至到和与及或]|学[位年时]|小时|系列|工程|计划)/
/** Names of events, prizes and lists often stand without 年 officially. */
const NAME =
  /^[^，。；：！？]{0,24}(?:[赛杯榜]|展览|展会|[书画]展|(?:艺术|体育|科技|文化|旅游|读书|丰收|音乐|电影|美食)节|大会|博览会|博会|马拉松|论坛|峰会|案例|大奖|盛典|年会|春晚|晚会)/
const BEFORE_NAME = /(?:入选|入围|[获“‘]|荣获|评为|参加|承办|举办|主办|协办|亮相|热线|电话|拨打|专线|号码|代码)$/
const OWN_YEAR = 3

/** 2022教育局工作总结: a year is written with 年. */
export default defineRule<'document', 'missing'>({
  id: 'figures/year-form',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15835',
  summary: '年份后面漏了“年”字',
  summaryEn: 'A year without 年',
  rationale: 'GB/T 15835—2011规定年份用阿拉伯数字书写并带“年”字，如“2024年”。光写四位数字，会被读成数量；赛事、榜单等的正式名称除外。',
  messages: { missing: { what: '年份“{year}”后面漏了“年”字。', advice: '改为“{year}年”。', en: 'The year “{year}” lacks 年.' } },
  examples: [
    {
      title: '标题',
      text: '⟦2024⟧教育局上半年工作总结\n\n2024年上半年，我局认真履职。',
      reports: ['missing'],
      fixed: '2024年教育局上半年工作总结\n\n2024年上半年，我局认真履职。',
    },
    {
      title: '正文',
      text: '2024年工作总结\n\n明确了⟦2024⟧创建示范区的重点任务，制定⟦2023⟧教育发展工作台账。',
      reports: ['missing', 'missing'],
      message: '年份“2024”后面漏了“年”字。',
    },
    {
      title: '数量、届别、文号、电话、资金',
      text: '2024年工作总结\n\n培训2024人，投入2023万元，2024届毕业生、2024级新生报到，共计2024学生，印发皖教〔2024〕12号文件，热线2024转1，配备2024型设备，2023—2024学年，2024.1.5入库，第2024号提案，发放2025余份。',
      reports: [],
    },
    {
      title: '赛事、榜单的名称和书名号里',
      text: '2024年工作总结\n\n承办2024城区半程马拉松赛，入选2024中国教育典型案例，参加“2024秋季研修”，落实《中国教育现代化2035行动指南》《2024工作要点》。',
      reports: [],
    },
  ],
  reads: () => [BARE_YEARS.reading],
  readsAnyLine: true,
  *check(document, { say }) {
    const period = reportPeriodOf(document)
    for (const { at, sentence, found } of sentencesThat(document, BARE_YEARS)) {
      const { canonical } = sentence
      for (const match of found) {
        const year = match[1] as string
        const end = match.index + year.length
        const near = period !== undefined && Math.abs(Number(year) - period.year) <= OWN_YEAR
        const after = canonical.slice(end)
        if (!near || NOT_A_YEAR.test(after) || isQuoted(canonical, match.index)) continue
        if (NAME.test(after) || BEFORE_NAME.test(canonical.slice(0, match.index))) continue
        const place = (start: number, stop: number) => document.toDocument(at, { start: sentence.start + start, end: sentence.start + stop })
        const { end: insertAt } = place(match.index, end)
        yield {
          range: place(match.index, end),
          messageId: 'missing',
          args: { year },
          fixes: [{ title: say(`改为“${year}年”`, `Change to “${year}年”`), safety: 'unsafe', edits: [{ start: insertAt, end: insertAt, newText: '年' }] }],
        }
      }
    }
  },
})

/** Four digits without 年 in one sentence; kept with it. */
const BARE_YEARS = sentenceQuestion(({ canonical }) => matchesOf(BARE, canonical), /20/)

/** Whether a place stands inside 《》 or “”, where a name is given as it is. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('“') > before.lastIndexOf('”')
}
