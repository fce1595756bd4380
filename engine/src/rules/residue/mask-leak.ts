import { placeholdersOf } from '../../document/placeholder.js'
import { PLACE_NAMES } from '../../lexicon/residue-phrases.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'leak'

/** So many masked places make a masked text. */
const MASKED = 3
/** 赴成都市考察 names another place, not the reporting unit's own. */
const ELSEWHERE = /(?:[赴到往从去与和及同向在至由]|来自|前往|对口|结对|援助|支援|帮扶|学习|考察|借鉴)$/
const MASKED_PLACE = /^[省市县区州镇乡]/

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
    { title: '提到外地，或没有脱敏', text: 'XX区2024年工作总结\n\nXX区教育局赴成都市考察学习，与南京市结对，XX区、XX县参加。', reports: [] },
    { title: '正式稿', text: '贵港市2024年工作总结\n\n贵港市教育局深入推进教育改革。', reports: [] },
  ],
  *check(document) {
    const prose = [...document.prose()]
    const masked = prose.reduce(
      (count, { block }) =>
        count + placeholdersOf(block).filter(({ kind, end }) => kind === 'mask' && MASKED_PLACE.test(block.canonical.slice(end, end + 1))).length,
      0,
    )
    if (masked < MASKED) return
    const seen = new Set<string>()
    for (const at of prose) {
      const { canonical } = at.block
      for (const { start, end, value } of PLACE_NAMES.match(canonical)) {
        if (seen.has(value) || ELSEWHERE.test(canonical.slice(0, start)) || isQuoted(canonical, start)) continue
        seen.add(value)
        yield { range: document.toDocument(at, { start, end }), messageId: 'leak', args: { name: value } }
      }
    }
  },
})

/** Inside 《》 a name belongs to the document's title. */
function isQuoted(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}
