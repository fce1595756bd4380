import { Question } from '../../document/gathering.js'
import { placeholdersOf } from '../../document/placeholder.js'
import { PLACE_NAMES } from '../../lexicon/residue-phrases.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'leak'

/** So many masked places make a masked text. */
const MASKED = 3
/** 赴成都市考察 names another place, not the reporting unit's own. */
const ELSEWHERE = /(?:[赴到往从去与和及同向在至由]|来自|前往|对口|结对|援助|支援|帮扶|学习|考察|借鉴)$/
const MASKED_PLACE = /^[省市县区州镇乡]/
/** A place of two or three characters that an office or a school is named after: 天河区教育局. */
const LOCAL =
  /(?<![\u4e00-\u9fffXx×*])(?:(?![在于由经向对和与及为是省市县区镇乡委])[\u4e00-\u9fff]){2,3}[市县区镇乡](?=(?:人民)?政府|教育局|教体局|卫健局|财政局|民政局|实验|中心(?:小学|学校|校|幼儿园)|第[一二三四五六七八九十]{1,2}(?:中学|小学|幼儿园)|[一二三四五六七八九十]中|机关幼儿园)/g
/** Words that end like a place and name none. */
const NO_NAME =
  /^(?:[全各本我该某两社园校地辖片景学外邻]|示范|先进|周边|所在|上级|基层|偏远|相关|有关|开发|高新|自治|贫困|工业|行政|民族|经开|部分|兄弟|其他|城关|主城)/

/** A masked text (XX区) in which real names of places still stand. */
export default defineRule<'document', MessageId>({
  id: 'residue/mask-leak',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '脱敏不彻底，仍有真实地名',
  summaryEn: 'Real place names in a masked text',
  rationale: '文稿把本地名称换成了“XX区”“××市”，别处却还写着真实的市名，等于没有脱敏；若是要用的正式稿，则应当把占位符填实。“赴某市考察”之类提到外地的不报。',
  messages: {
    leak: {
      what: '全文以占位符隐去了地名，此处仍写着“{name}”。',
      advice: '要么一并隐去，要么把占位符填实。',
      en: 'Place names are masked elsewhere, but “{name}” still stands here.',
    },
  },
  examples: [
    {
      title: '隐去了区名，留着市名',
      text: 'XX区2024年工作总结\n\nXX区教育局联合XX市教科院开展教研，XX区获⟦贵港市⟧优秀组织奖，XX县通过验收。',
      reports: ['leak'],
      message: '全文以占位符隐去了地名，此处仍写着“贵港市”。',
    },
    {
      title: '同一级的真名夹在中间',
      text: 'XX区2024年工作总结\n\nXX区完成投资3亿元，XX区印发通知，⟦天河区⟧教育局推进课后服务，全区实验学校、我区教育局、高新区教育局联合检查，在区委区政府领导下完成。',
      reports: ['leak'],
    },
    { title: '提到外地，或没有脱敏', text: 'XX区2024年工作总结\n\nXX区教育局赴成都市考察学习，与南京市结对，XX区、XX县参加。', reports: [] },
    { title: '正式稿', text: '贵港市2024年工作总结\n\n贵港市教育局深入推进教育改革。', reports: [] },
  ],
  *check(document) {
    const masked = document.ask(MASKED_PLACES).flatMap(({ answer }) => answer)
    if (masked.length < MASKED) return
    const levels = new Set(masked)
    const seen = new Set<string>()
    for (const at of document.prose()) {
      const { canonical } = at.block
      for (const { start, end, value } of namesIn(canonical, levels)) {
        if (seen.has(value) || ELSEWHERE.test(canonical.slice(0, start)) || isQuoted(canonical, start)) continue
        seen.add(value)
        yield { range: document.toDocument(at, { start, end }), messageId: 'leak', args: { name: value } }
      }
    }
  },
})

/** Names of cities and provinces, and names of the masked level itself. */
function namesIn(text: string, levels: ReadonlySet<string>): { start: number; end: number; value: string }[] {
  const local = matchesOf(LOCAL, text).filter(([name]) => levels.has(name.at(-1) as string) && !NO_NAME.test(name))
  return [...PLACE_NAMES.match(text), ...local.map((match) => ({ start: match.index, end: match.index + match[0].length, value: match[0] }))]
}

/** Inside 《》 a name belongs to the document's title. */
function isQuoted(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

/** The levels (区, 市) of the places of a block that a mask stands for, each as often as it does. */
const MASKED_PLACES = new Question((block) => {
  const levels = placeholdersOf(block)
    .filter(({ kind }) => kind === 'mask')
    .map(({ end }) => block.canonical.slice(end, end + 1))
    .filter((level) => MASKED_PLACE.test(level))
  return levels.length === 0 ? undefined : levels
})
