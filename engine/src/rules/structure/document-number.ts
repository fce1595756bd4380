import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'brackets' | 'number'

const NUMBER = /(?<=[\u4e00-\u9fff])([〔[［【（(])((?:19|20)\d\d)[〕\]］】）)] ?(第? ?0{0,4})([1-9]\d{0,4})号(?![楼线院门机井地桥])/g
/** Certificates, permits and cases have numbers of their own form. */
const OTHER_NUMBERS = /[证案裁判仲诉检鉴]|许可|国用|集用|[民刑行]初|[民刑行]终|执行?|标准|备案|登记|批次|地块|宗地/
const NEAR = 14

/** 〔2024〕8号: the year of a document's number stands in hexagonal brackets, the number without 第 and without zeros in front. */
export default defineRule<'sentence', MessageId>({
  id: 'structure/document-number',
  scope: 'sentence',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '发文字号的括号、“第”字、虚位',
  summaryEn: 'Brackets, 第 or padding zeros in the number of a document',
  rationale:
    'GB/T 9704—2012第7.2.5条：发文字号中的年份用六角括号“〔〕”括入，发文顺序号不加“第”字，不编虚位（即1不编为01）。证照、案件、地块的编号另有规定，不在此列。',
  messages: {
    brackets: {
      what: '发文字号的年份用六角括号，“{written}”应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'The year of a document number stands in 〔〕: “{right}”, not “{written}”.',
    },
    number: {
      what: '发文顺序号不加“第”，不编虚位，“{written}”应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'The number takes no 第 and no zeros in front: “{right}”, not “{written}”.',
    },
  },
  examples: [
    {
      title: '方括号、“第”和虚位',
      text: '2024年工作总结\n\n落实《关于加强校园安全的通知》（平教发⟦[2024]第012号⟧），学习平教安⟦（2024）6号⟧文件。',
      reports: ['brackets', 'brackets'],
      message: '发文字号的年份用六角括号，“[2024]第012号”应为“〔2024〕12号”。',
      fixed: '2024年工作总结\n\n落实《关于加强校园安全的通知》（平教发〔2024〕12号），学习平教安（2024）6号文件。',
    },
    {
      title: '括号对了，多了“第”和零',
      text: '2024年工作总结\n\n印发平教发⟦〔2024〕第8号⟧、平教发⟦〔2024〕08号⟧文件。',
      reports: ['number', 'number'],
      message: '发文顺序号不加“第”，不编虚位，“〔2024〕第8号”应为“〔2024〕8号”。',
    },
    {
      title: '写对了的，判决书、许可证、宗地的编号',
      text: '2024年工作总结\n\n印发平教发〔2024〕12号文件，履行（2024）皖01民初12号判决，取得建设工程规划许可证（2024）012号，出让平土案（2024）第3号，更名为平山仲裁（2024）5号，改造和平小区（2024）3号楼。',
      reports: [],
    },
  ],
  triggers: ['号'],
  *check({ canonical, text }, { say }) {
    for (const match of matchesOf(NUMBER, canonical)) {
      const [whole, open, year, lead, number] = match
      const isHexagonal = open === '〔'
      if ((isHexagonal && lead === '') || OTHER_NUMBERS.test(canonical.slice(Math.max(0, match.index - NEAR), match.index))) continue
      const range = { start: match.index, end: match.index + whole.length }
      const right = `〔${year ?? ''}〕${number ?? ''}号`
      yield {
        range,
        messageId: isHexagonal ? 'number' : 'brackets',
        args: { written: text.slice(range.start, range.end), right },
        fixes: [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: 'unsafe', edits: [{ ...range, newText: right }] }],
      }
    }
  },
})
