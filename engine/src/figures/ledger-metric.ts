import { directionAtEnd } from './change-words.js'
import { SCOPE_HEAD } from './ledger-scope.js'
import type { PlacedFigure } from './placed-figure.js'

/** What a figure measures, as its words tell. */
export interface MetricReading {
  readonly metric: string
  /** whether its own words tell nothing, so that it is the metric of the figure before */
  readonly isInherited: boolean
  readonly direction: 1 | -1 | 0
}

/** Words that a metric begins with and that are none of it: time, manner, intention. */
const HEAD =
  /^(?:[的和与又还也都再已曾底末将拟比较]|及(?![格时])|并(?!轨)|均(?!衡)|有(?![效序关机])|其中|以及|目前|现在|截至|截止|至今|年初|年末|年底|全年|一年来|今年以来|今年|本年度|本学年|本学期|全学期|年内|期内|内(?![部容设地涵])|上年|去年|明年|(?:19|20)\d\d年[度底末初]?|\d{1,2}月(?:份|底)?|[到至](?![会位岗校期])|共(?![青享建同和])|总共|累计?共|一共|先后|分别|相继|陆续|继续|切实|着力|大力|积极|扎实|努力|进一步|不断|稳步|稳妥|有序|计划(?!生育)|力争|争取|预计|确保|实现|要(?![求素点闻])|需(?!求)|应(?![届急对用考])|成功|顺利|圆满|全面|深入|持续|新增的|现有|拥有|设有|具有|获得了?|同比|高质量|高标准|按时|如期)/
/** Words that only carry the noun behind them. */
const CARRIER =
  /^(?:开展了?|组织了?|举办了?|举行了?|召开了?|进行了?|实施了?|完成了?|实现了?|做好|抓好|共有|现有|达成|落实了?|共计|总计|建有|设立了?)(?=[\u4e00-\u9fff]{2})/
/** Words between a metric and its figure. */
const TAIL =
  /(?:共有|共计|总计|合计|一共|总数|总量|总人数|人数|数量|[数共有]|现有|已有|达到了?|达成|(?<![签节预制契合条履违集])约|[达逾近为是至到了已各在：的（）、，]|突破|超过|不少于|不低于|控制在|保持在|稳定在|保持|稳定|(?<![其结])余|(?<![人生班校户师日月年平])均|分别|全部|高达|多达|以上|(?<=[\u4e00-\u9fff]{3})(?:完成|实现)了?|[由从](?:上一?年|去年|原来|原先|年初|(?:19|20)\d\d年)?(?:[度末底]|同期)?的?|提高|提升|上升|增加|增长|扩大|[增升]|下降|降低|减少|压减|缩减|降)$/
const MOVED = /(?:提高|提升|上升|增加|增长|扩大|发展|[增升]|下降|降低|减少|压减|回落|[降减])了?[到至为成]$/
/** Words of a comparison, with which no metric begins. */
const COMPARISON =
  /^(?:同比|环比|[比较与][^，。；]{0,12}?(?:上一?年|去年|年)?(?:[度末底的]|同期)?)?(?:[净又再还]|相比|大幅|分别|略有|有所|[稳逐]步)?(?:提高|提升|上升|增加|增长|净增|扩大|增幅|降幅|[多少增升低]|下降|降低|减少|回落|压减|高出?|高于|低于)?(?:[率了约达为近超的]|超过|幅度|幅度为|幅度达){0,2}$/
/** Verbs that a number of things follows: 招聘126名教师. */
const VERB =
  /(?:招聘|招录|引进|培训|培养|选派|选聘|选拔|聘用|聘请|组建|成立|建立|建成|建设|新建|改建|扩建|改扩建|续建|新增|增加|增设|购置|采购|配备|更换|安装|改造|维修|打造|创建|培育|评选|表彰|认定|命名|发放|印发|制定|出台|修订|解决|整改|排查|查处|办理|受理|办结|化解|调处|处置|检查|巡查|督查|抽查|走访|慰问|资助|救助|帮扶|安置|吸纳|吸收|发展|转正|派出|推荐|遴选|参加|接待|接受|组织|开展|举办|召开|实施|完成|推进|[建获]|获得|荣获|取得|投入|拨付|下达|争取|落实|申报|立项|申请|撤并|关停|取缔|收缴|移交|拆除|增派|调整|交流|轮岗|通过|覆盖|惠及|开设|设立|设置|[设有]|张贴|悬挂|制作|撰写|印制|编印|举行|收到|接收|接到|征集|签订|签约)(?:出|了)?$/
/** Prepositions and 等, behind which the thing counted follows its figure: 对全县32所中小学. */
const LEADS_ON = /(?:[对将把向为由在从与以被让给使按等]|针对|全[省市县区旗州镇乡校园])$/
/** Who did it, behind whom the thing counted follows its figure: 全县教育系统62个党组织. */
const DOER = /(?:[省市县区镇乡局]|系统|工委|党组|小学|中学|学校|幼儿园)$/
/** Verbs that a metric may begin with; what stands before them in a long one says who and where. */
const ACTION =
  /(?:组织|开展|举办|召开|举行|悬挂|张贴|制作|发放|印发|评选|获得|荣获|新建|改建|改扩建|新增|招聘|培训|选派|推荐|制定|申报|购置|采购|投入|下达|拨付|成立|组建|查处|排查|整改|检查|打造)(?=[\u4e00-\u9fff《]{4})/g
/** What such a head, or a scope, begins with, and what such a tail ends with: most metrics have neither. */
const HEADS = unitsOf(
  '的和与又还也都再已曾底末将拟比较及并均有其以目现截至年全一今本期内上去明0123456789到共总累先分相陆继切着大积扎努进不稳计力争预确实要需应成顺圆深持新拥设具获同高按如我中城农乡市区县直山主义学小初',
)
const TAILS = unitsOf('有计数量共达到了成逾约近为是至已各在：的（）、，破过于持定余均别部上现由从年来先初度末底期高升加长大增降低少减')
const MOVED_ENDS = unitsOf('到至为成')
/** No tail with what it looks back at is longer, and no verb, preposition or doer. */
const LONGEST_TAIL = 14
const LONGEST_VERB = 4
const PER_UNIT = /^(?:平均|[人生班校户师]均|每[^，。；]{1,3}$)[^，。；]{0,4}$/
const SUM = /^(?:共|合计|总计|一共|累计)/
const LONGEST = 24
const LONG = 12

/**
 * What a figure measures. A value's metric is the noun phrase before it, or verb and noun around it (招聘126名教师 measures
 * 招聘教师); a share of what went before says so (公办在园幼儿占在园幼儿); a change without words of its own has the metric of
 * the figure before.
 *
 * @param change whether it is a change or a former value
 * @param before the metric of what changed, or of the value before in the sentence
 * @param earlier the metric of the value before that one
 */
export function metricOf(figure: PlacedFigure, change: 'change' | 'base' | undefined, before: string | undefined, earlier: string | undefined): MetricReading {
  const words = plain(figure.label)
  const direction = MOVED_ENDS.has(words.charCodeAt(words.length - 1)) && MOVED.test(words) ? directionAtEnd(words.slice(0, -1)) : 0
  if (change !== undefined && (COMPARISON.test(words) || change === 'base') && before !== undefined) return { metric: before, isInherited: true, direction: 0 }
  const bare = strip(
    change === undefined ? words : words.replace(/(?:同比|环比|[比较][^，。；]{0,14})?(?:[增提升扩净降减压高低多少]|上升|下降|回落)[^，。；]{0,6}$/, ''),
  )
  const label = figure.kind === 'percentage' ? bare : bare.replace(/^占/, '')
  const share = shareMetric(figure, label, before, earlier)
  if (share !== undefined) return { metric: share, isInherited: false, direction }
  if (PER_UNIT.test(label) && before !== undefined) return { metric: composed(before, label), isInherited: false, direction }
  if (label === '' && SUM.test(words) && before !== undefined) return { metric: '合计', isInherited: false, direction }
  const metric = joined(figure, label)
  if (metric !== '') return { metric, isInherited: false, direction }
  const clause = clauseBefore(figure)
  if (clause !== '') return { metric: clause, isInherited: false, direction }
  return { metric: before ?? (/^(?:class|seat)$/.test(figure.unitClass) ? figure.unit.replace(/^个/, '') : ''), isInherited: before !== undefined, direction }
}

/** A longer name is of no metric: 占比，占比，占比 would add to it for ever. */
const LONGEST_COMPOSED = 60

function composed(before: string, label: string): string {
  return before.length + label.length > LONGEST_COMPOSED ? label.slice(-LONGEST_COMPOSED) : before + label
}

/** The metric of a share: 公办在园幼儿占在园幼儿; a whole that is named before it (占在校生31992人的88%) is a metric too. */
function shareMetric(figure: PlacedFigure, label: string, before: string | undefined, earlier: string | undefined): string | undefined {
  if (figure.kind !== 'percentage' && figure.kind !== 'ratio') return undefined
  if (before !== undefined && label.startsWith('占')) return composed(before, label.length === 1 ? '占比' : label)
  if (before === undefined || earlier === undefined) return undefined
  const isOfWhole = /占[^，。；]{2,40}的$/.test(figure.sentence.canonical.slice(Math.max(0, figure.start - 44), figure.start))
  return isOfWhole ? composed(earlier, `占${before}`) : undefined
}

/** A metric without the words that only carry it, for comparing. */
export function keyOfMetric(metric: string): string {
  if (metric === '合计') return ''
  let key = metric.replace(/[的了、，《》“”‘’（）\s]/g, '')
  for (let carried = CARRIER.exec(key); carried !== null; carried = CARRIER.exec(key)) key = key.slice(carried[0].length)
  return key
}

function plain(text: string): string {
  return text.replace(/[\s“”‘’]/g, '')
}

function strip(text: string): string {
  let rest = text
  for (let changed = true; changed;) {
    const head = HEADS.has(rest.charCodeAt(0)) ? (HEAD.exec(rest) ?? SCOPE_HEAD.exec(rest)) : null
    const bare = head === null ? rest : rest.slice(head[0].length)
    const next = TAILS.has(bare.charCodeAt(bare.length - 1)) ? withoutTail(bare) : bare
    changed = next !== rest
    rest = next
  }
  return rest
}

function withoutTail(text: string): string {
  const tail = TAIL.exec(text.slice(-LONGEST_TAIL))
  return tail === null ? text : text.slice(0, -tail[0].length)
}

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)))
}

/** The noun behind a unit, up to 的, without a predicate of its own where one begins plainly. */
function nounOf(noun: string): string {
  if (noun === '') return ''
  if (/^(?:[并且]|投入使用|建成|完工|竣工|开工|正式|顺利|同步)/.test(noun)) return ''
  const bare = noun.replace(/^的/, '').replace(/以上|以内|左右|以下/, '')
  const at = bare.indexOf('的')
  const head = at >= 2 ? bare.slice(0, at) : bare
  const rest = head.slice(2).search(/全部|均(?!衡)|都|基本|一律/)
  return (rest < 0 ? head : head.slice(0, rest + 2)).slice(0, 14)
}

function joined({ noun: behind, unitClass }: PlacedFigure, label: string): string {
  const noun = nounOf(plain(behind))
  const last = label.slice(-LONGEST_VERB)
  const leadsOn = LEADS_ON.test(last) || (DOER.test(last) && unitClass !== 'institution')
  const lead = leadsOn && noun.length >= 2 ? '' : label
  if (lead === '' || /^[对将把向为由在从与以]$/.test(lead)) return strip(noun)
  const metric = (noun.length >= 2 && VERB.test(lead.slice(-LONGEST_VERB)) ? lead + noun : lead).replace(/现有|共有|设有|建有/, '')
  if (metric.length > LONG) return fromAction(metric)
  return metric
}

/** A long metric from its last verb on: 区教育局组织召开校园安全工作会议 measures meetings called. */
function fromAction(metric: string): string {
  let from = 0
  for (const { index } of metric.matchAll(ACTION)) from = index
  return metric.slice(Math.max(from, metric.length - LONGEST))
}

/** The clause before a figure whose own has nothing to say (经费投入大幅增长，达到1200万元), when no figure stands in it. */
function clauseBefore(figure: PlacedFigure): string {
  const before = figure.sentence.canonical.slice(0, figure.start)
  const match = /(?:^|[。；，])([^，。；\d]{2,24})，[^，。；\d]{0,8}$/.exec(before)
  if (match === null) return ''
  return strip((match[1] as string).replace(/(?:大幅|稳步|逐步|持续|不断|明显|显著)?(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少)$/, ''))
}
