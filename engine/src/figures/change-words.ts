const UP = '扩招|扩容|追加|上调|拓展|新招|多招|多收|提高|提升|上升|增加|增长|增产|增收|增效|扩大|增至|升至|高出|高于|增幅|净增|[增升高多]'
const DOWN = '节约|节省|下调|下滑|缩短|精简|压降|下降|降低|减少|减产|减收|减亏|压减|压缩|缩小|回落|降至|低于|降幅|核减|[减降低少]'

const AFTER_VERB = '率了约达为近超过度'
const TAIL = '(?:[率了约达为近超]|超过|幅度){0,3}$'
const UP_END = new RegExp(`(?:${UP})${TAIL}`)
const DOWN_END = new RegExp(`(?:${DOWN})${TAIL}`)
/** What a text ends with that ends with a verb of change: few do, and each position would be tried for each verb. */
const LAST_UNITS: ReadonlySet<number> = new Set(
  Array.from(AFTER_VERB + [...UP.split('|'), ...DOWN.split('|')].map((verb) => (verb.startsWith('[') ? verb.slice(1, -1) : verb.slice(-1))).join(''), (unit) =>
    unit.charCodeAt(0),
  ),
)

/** Which way a verb of change goes: 1 up, -1 down, 0 when the text ends with neither. */
export function directionAtEnd(text: string): 1 | -1 | 0 {
  if (!LAST_UNITS.has(text.charCodeAt(text.length - 1))) return 0
  if (UP_END.test(text)) return 1
  return DOWN_END.test(text) ? -1 : 0
}

const CHANGE = new RegExp(`${UP}|${DOWN}`, 'g')
const COMPARISON =
  /同比|环比|[较比与]?(?:上一?年度?|去年|前年|往年|年初|上一?学[年期]|上[届期]|同期|原来|原有|以往|此前|[\u4e00-\u9fff]{2}前|\d{2,4}年)(?:同期|[末底])?(?:相比)?/g
const PLAIN_WORDS =
  /总[数量]|数量|[\u4e00-\u9fff](?:次数|人数|面积)$|[人次个户家件台]数$|规模|总体|整体|实际|平均|年均|累计|实现|幅度|[净共再又也均幅率了约达为近超过的]/g

/**
 * The words of a clause before a change that name what changes: 燃油费用 of ，燃油费用同比下降, and nothing of ，比上年下降.
 *
 * @param between what stands between a value and a change behind it
 */
export function ownSubject(between: string): string {
  const clause = between.slice(between.lastIndexOf('，') + 1)
  return between.includes('，')
    ? clause
        .replace(COMPARISON, '')
        .replace(CHANGE, '')
        .replace(PLAIN_WORDS, '')
        .replace(/[数量额]$/, '')
    : ''
}

/** One of these stands between any two values that change, comparison or year bind to each other. */
const BINDS_VALUES = /[到至为成比较与于年期底]/

/** Whether words between two figures may make one a change of the other, or a value that it is compared with. */
export function mayBind(between: string): boolean {
  return BINDS_VALUES.test(between)
}

/** Words between two values that make them a change from one to the other: 提高到, 增加至, 下降为. */
export const CHANGED_TO =
  /^[^，。；]{0,12}?(提高|提升|上升|增加|增长|扩大|发展|[增升]|下降|降低|减少|压减|压缩|压降|精简|缩减|缩短|缩小|回落|[降减])了?[到至为成][^，。；]{0,12}$/

/** Words between a value and an earlier one that it is compared with: ，比上年的, 高于全市. */
export const COMPARED_WITH = /^(?:[^，。；]{0,10}|[^，。；]{0,10}，[又再均也还则相]?)(比|较|高于|低于|高出|超出)[^，。；]{0,18}$/

/** A time or a standard that a value is compared with, and nothing else: 上年, 去年同期的, 2023年底, 年度计划数. */
export const STANDARD =
  '(?:年度|全年|年初|原定|既定|同口径)?(?:上一?年度?|去年|前年|往年|历年|(?:19|20)\\d\\d年度?|上一?学年|上一?学期|上一?季度?|上一?月|上半年|上期|上届|同期|同比|年初|年底|年末|月初|计划|目标|预算|任务|指标|预期|定额|概算|控制价|改革前|整治前|实施前|以往|此前|原来|原有|全[国省市州县区]|平均|标准)(?:全年|上半年|同期|年?[底末初]|同月|平均|水平|[数值量]|总数|任务)*(?:为|时的|的[^，。；多少增减升降]{0,6})?'

/** Words between a value and an earlier one that it is compared with, for counts and amounts: ，比上年的, 较年初. */
export const COMPARED_WITH_BASE = new RegExp(
  `^(?:[^，。；]{0,10}|[^，。；]{0,10}，[又再均也还则相]?)(?:同比|[比较与])${STANDARD}$|^(?:[^，。；]{0,10}|[^，。；]{0,10}，)(?:高于|低于)${STANDARD}的$`,
)

/** Words between a value and a change of it: ，比上年增加. */
export const CHANGED_BY =
  /^(?:[^，。；]{0,10}|[^，。；]{0,10}，[又再均也还则相]?)(?:同比|环比|[比较与][^，。；]{1,18}?)[^，。；]{0,3}?(?:提高|提升|上升|增加|增长|增产|增收|净增|扩大|扩招|扩容|追加|上调|拓展|新招|[多少][^，。；]{0,2}|下降|降低|减少|减产|减收|回落|压减|压降|节约|节省|下调|下滑|缩短|缩小|精简|高出|[高低])了?[约近超]?$/

/** Words between the second value and the change between the two: ，提高; 增加; 的. */
export const BY =
  /^[^，。；]{0,8}，?[^，。；]{0,6}?(?:提高|提升|上升|增加|增长|增产|增收|净增|扩大|增幅|[多少]|减产|减收|下降|降低|减少|回落|压减|压缩|压降|精简|缩减|缩短|缩小|降幅|高出|[高低的])(?:[率了约达为近超]|率[为达]|幅度为|幅度达)?$/
