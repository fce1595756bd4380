import { signatureOf } from '../../document/signature.js'
import { mainTitle } from '../../document/title-lines.js'
import { defineRule } from '../../linting/rule.js'

const KINDS = /^(.*?)(中学|小学|幼儿园|镇|乡|街道|社区)/
/** What many schools are called besides their own name. */
const GENERIC = /中心|实验|附属|希望|初级|高级|职业|完全|九年|一贯|第?[一二三四五六七八九十]{1,2}$|教育|新区|分校/
const BUREAU = /[局委办院]$/

/** The unit that signs is the one that the title names. */
export default defineRule<'document', 'other'>({
  id: 'structure/signature',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '落款的单位与标题的单位不一致',
  summaryEn: 'The unit that signs is not the one in the title',
  rationale:
    '落款应是标题里的单位。只差一两个字的，多半是写错了字；学校、乡镇的名称不同的，多半是套用了别处的材料。只比较同类的专名，简称、全称、内设机构不报。',
  messages: {
    other: {
      what: '落款是“{signed}”，而标题写的是“{unit}”。',
      advice: '核对单位名称，改正写错的一处。',
      en: 'Signed by “{signed}”, but the title names “{unit}”.',
    },
  },
  examples: [
    {
      title: '写错了字',
      text: '东坪镇2024年工作总结\n\n2024年，全镇推进各项工作。\n\n⟦东平镇人民政府⟧\n2024年12月28日',
      reports: ['other'],
      message: '落款是“东平镇人民政府”，而标题写的是“东坪镇”。',
    },
    { title: '别的学校', text: '阳光中学2024年工作总结\n\n2024年，学校推进各项工作。\n\n⟦朝阳中学⟧\n2024年12月28日', reports: ['other'] },
    { title: '局名只差一个字', text: '清溪县教育局2024年工作总结\n\n2024年，全县推进各项工作。\n\n⟦清水县教育局⟧\n2024年12月28日', reports: ['other'] },
    { title: '全称与简称', text: '阳光中学2024年工作总结\n\n2024年，学校推进各项工作。\n\n平山区阳光中学\n2024年12月28日', reports: [] },
    { title: '简称的局名、中心小学', text: '县卫健局2024年工作总结\n\n2024年，全县推进各项工作。\n\n清溪县卫生健康局\n2024年12月28日', reports: [] },
    { title: '乡镇中心小学', text: '清溪小学2024年工作总结\n\n2024年，学校推进各项工作。\n\n东坪镇中心小学\n2024年12月28日', reports: [] },
  ],
  reads: () => [],
  *check(document) {
    const { unit } = signatureOf(document)
    const named = mainTitle(document)?.title.unit
    if (unit === undefined || named === undefined || !isOther(named, unit.name)) return
    yield { range: document.toDocument(unit.at, unit), messageId: 'other', args: { signed: unit.name, unit: named } }
  },
})

/** Whether two names are of one kind and surely of two bodies. */
function isOther(named: string, signed: string): boolean {
  if (signed.includes(named) || named.includes(signed)) return false
  const [own, other] = [properName(named), properName(signed)]
  if (own !== undefined && other !== undefined) return own.kind === other.kind && !own.name.includes(other.name) && !other.name.includes(own.name)
  return named.length >= 5 && BUREAU.test(named) && named.length === signed.length && differences(named, signed) === 1 && named.at(-1) === signed.at(-1)
}

/** 平山区阳光中学 is 阳光 of the kind 中学; nothing for a name that many have. */
function properName(unit: string): { readonly name: string; readonly kind: string } | undefined {
  const match = KINDS.exec(unit.replace(/^[\u4e00-\u9fff]{0,12}?[省市区县州旗](?=[\u4e00-\u9fff]{3})/, ''))
  const name = match?.[1] ?? ''
  return name.length < 2 || name.length > 5 || GENERIC.test(name) ? undefined : { name, kind: match?.[2] ?? '' }
}

function differences(a: string, b: string): number {
  return Array.from(a).filter((unit, i) => unit !== b[i]).length
}
