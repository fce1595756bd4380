/**
 * Labels that exclude each other: a prize is first or second, a kindergarten public or private. `isComplete` says of the
 * members that a list names whether nothing else is left.
 */
interface LabelFamily {
  readonly members: readonly RegExp[]
  /** the list is complete from this many members on */
  readonly complete: number
}

const FAMILIES: readonly LabelFamily[] = [
  { members: [/特等奖/, /一等奖/, /二等奖/, /三等奖/, /优秀奖|鼓励奖|优胜奖/], complete: 3 },
  { members: [/金[牌奖]/, /银[牌奖]/, /铜[牌奖]/], complete: 3 },
  { members: [/公办/, /民办/], complete: 2 },
  { members: [/男/, /女/], complete: 2 },
  { members: [/优秀/, /良好/, /(?:^|[^不])(?:基本)?(?:合格|称职)/, /不合格|不称职/], complete: 3 },
  { members: [/幼儿园|学前/, /小学/, /初中/, /高中|普高/, /中职|职业|职教|职高/, /特教|特殊教育/, /九年一贯/, /完全中学/, /义务教育/], complete: 3 },
  { members: [/国家级/, /省级/, /市级/, /区级|县级/, /校级/], complete: 4 },
  { members: [/^(?:其中)?新建/, /改扩建/, /^改建/, /^扩建/, /续建/], complete: 3 },
  { members: [/^(?:其中)?新建/, /改扩建|改建|扩建/, /维修|修缮|加固/], complete: 9 },
  { members: [/(?:专科|高职|大专)(?:学?生|层次)|高职专科/, /本科(?:学?生|层次)|职[教业]本科/, /硕士(?:研究)?生/, /博士(?:研究)?生/], complete: 9 },
  { members: [/本科生/, /(?:^|[^士])研究生/, /专科生/], complete: 2 },
  { members: [/小班/, /中班/, /大班/, /托班/], complete: 3 },
  { members: [/高一/, /高二/, /高三/], complete: 3 },
  { members: [/七年级|初一/, /八年级|初二/, /九年级|初三/], complete: 3 },
  { members: [/夏粮/, /秋粮/, /早稻/], complete: 3 },
  { members: [/内资/, /外资/], complete: 2 },
  { members: [/进口/, /出口/], complete: 2 },
  { members: [/完工|竣工|建成|投用/, /在建|正在(?:建设|施工|推进|实施)|施工中/, /前期|未开工|待开工|招标/], complete: 9 },
  { members: [/在编/, /编外|聘用|合同制/], complete: 2 },
  { members: [/正高/, /副高|高级/, /中级|一级/, /初级|二级/, /三级/], complete: 4 },
  { members: [/特级/, /一级/, /二级/, /三级/, /四级/], complete: 5 },
  { members: [/城区|城镇|城市/, /农村|乡村|乡镇/], complete: 2 },
  { members: [/东部/, /中部/, /西部/, /东北/], complete: 3 },
  { members: [/第一产业/, /第二产业/, /第三产业/], complete: 3 },
  { members: [/当[场天日]|立行立改/, /限期/], complete: 2 },
  { members: [/在职/, /退休/], complete: 2 },
  { members: [/(?:教工|教师|教职工)党员/, /学生党员/, /退休党员/], complete: 3 },
  { members: [/正式/, /预备/], complete: 2 },
  { members: [/线上/, /线下/], complete: 2 },
  { members: [/一季度/, /二季度/, /三季度/, /四季度/], complete: 4 },
]

/** What the labels of a list say of it: whether they exclude each other, and whether they leave nothing out. */
export interface LabelVerdict {
  readonly isExclusive: boolean
  readonly isComplete: boolean
}

/** Judges the labels of a list by the families of labels that work reports use. */
export function judgeLabels(labels: readonly string[]): LabelVerdict {
  // 省级以上30项、市级以上60项: the second holds the first
  if (labels.filter((label) => label.includes('以上')).length > 1) return { isExclusive: false, isComplete: false }
  for (const { members, complete } of FAMILIES) {
    const found = labels.map((label) => members.findIndex((member) => member.test(label)))
    if (found.some((member) => member < 0) || new Set(found).size < labels.length) continue
    return { isExclusive: true, isComplete: labels.length >= complete }
  }
  return { isExclusive: false, isComplete: false }
}
