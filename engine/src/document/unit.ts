/**
 * What a unit counts. Figures are compared within one class only: 人 is not 人次, 家 is not 家次. Words of one class that
 * count the same things (人, 名, 位) may stand for each other.
 */
export type UnitClass = string

/** A measure word or unit of measurement behind a numeral. */
export interface Unit {
  readonly text: string
  readonly unitClass: UnitClass
}

const SHARED: readonly (readonly [UnitClass, string])[] = [
  ['person', '人 名 位'],
  ['person-time', '人次'],
  ['institution', '所 家'],
  ['household', '户'],
  ['money', '元'],
  ['money-usd', '美元'],
  ['money-other', '欧元 港元 日元 英镑 卢布 港币'],
  ['square-metre', '平方米 平米 ㎡ m² m2'],
  ['length', '米'],
  ['length-km', '公里 千米 km'],
  ['percent', '%'],
  ['permille', '‰'],
  ['percentage-point', '个百分点 百分点'],
  ['kilogram', '公斤 千克 kg'],
  ['times', '倍'],
  ['class', '个班 班'],
  ['duration-year', '年'],
  ['duration-month', '个月'],
  ['duration-day', '天 日'],
  ['duration-hour', '小时 个小时'],
  ['duration-minute', '分钟'],
  ['item', '个 项 件'],
  ['seat', '学位 个学位 床位 张床位 车位 托位 个托位 工位'],
]
/** Words that count only what they name. */
const SINGLE =
  '条 起 宗 例 处 份 册 本 张 幅 块 篇 部 套 台 台套 台件 台次 辆 艘 架 座 栋 幢 间 层 支 队 组 批 批次 次 场 场次 期 节 课时 学时 学分 堂 轮 门 类 种 款 样 对 双 枚 面 盏 棵 株 头 只 匹 羽 口 眼 道 段 片 粒 枝 根 把 床 桶 箱 袋 包 瓶 盒 笔 单 票 村 镇 乡 县 市 省 区 国 街 分 岁 成 步 句 字 词 首 曲 席 桌 餐 顿 人份 剂 针 剂次 针次 秒 周 季度 夜 晚 学期 学年 代 世纪 周年 元/人 ' +
  '平方公里 平方千米 公顷 亩 立方米 立方 m³ 吨 万吨 克 升 千瓦 兆瓦 千瓦时 度 摄氏度 ℃ 标准箱 标箱 海里 厘米 毫米 里 兆 GB TB MB MW GW kW 家次 所次 校次 园次 户次 车次 架次 列次 班次 课次 篇次 件次 条次 项次 辆次 船次 艘次 点次 店次 站 馆 课 科 栏 集 幕 则 遍 回 趟 顶 杯 页 行 列 排 盘 圈 员 校 园 社区 部门 部委 单位 家庭 口人 人天 吨次 日次 轮次 届次 块次 发 声 封 点 件套 孔 串 朵 颗 尾 门次 节次 课堂 大 星 幅次 厘 亩次'

/** What follows a character that looks like a unit and belongs to another word: 12节能, 580组织, 10项目. */
const OTHER_WORD: Readonly<Record<string, RegExp>> = {
  位: /^位[列居于次一置]/,
  项: /^项目(?![标录的])/,
  分: /^分[别之析类为层级阶布片线享管工解数流]/,
  节: /^节[能约水点假日庆俭]/,
  处: /^处[理置罚于分级在]/,
  条: /^条(?:件|例(?!会))/,
  种: /^种植/,
  面: /^面[积向对临]/,
  组: /^组[织建成合]/,
  批: /^批[准评复]/,
  场: /^场[地所馆]/,
  名: /^名[列称誉师优校]/,
  对: /^对(?![夫双师母])/,
  支: /^支[持付出部撑教援配]/,
  本: /^本[次地着级届科年省市县区土职校文]/,
  片: /^片区/,
  口: /^口[径号袋]/,
  只: /^只[有要能是]/,
  根: /^根[据本]/,
  轮: /^轮[岗流训换]/,
  例: /^例[如行会]/,
  宗: /^宗旨/,
  起: /^起[到草来步]/,
  把: /^把[握关]/,
  台: /^台[湾商胞州账]/,
  类: /^类似/,
  次: /^次[年日月]/,
  区: /^区[域分位]/,
  市: /^市[场民政值]/,
  国: /^国[家内企有]/,
  员: /^员(?:工|额)/,
  列: /^列(?:入|为)/,
  行: /^行[动业政为]/,
  发: /^发[展放布现生行挥电]/,
  集: /^集[中体团合]/,
  校: /^校[园长外内区本企]/,
  园: /^园[区林长]/,
  点: /^点[位评击]/,
  回: /^回[收应访复]/,
  站: /^站(?:点|位)/,
  科: /^科[技学研]/,
  排: /^排[查名放]/,
  课: /^课[程题后堂]/,
  度: /^度(?:假|过)/,
  成: /^成[立为功员果长绩本效品熟人材年才就交都群]/,
  封: /^封闭/,
  星: /^星级/,
  步: /^步[行入道]/,
  字: /^字(?:典|第)/,
  社区: /^社区[教服工]/,
  代: /^代[表码理]/,
  首: /^首[批次个]/,
  层: /^层(?:级|面)/,
  段: /^段(?:时|落)/,
  道: /^道(?:路|德)/,
  元: /^元(?:旦|月)/,
  大: /^大(?![工行任系主战举项体专攻重品产支领板中类功活方改机要保特优基问])/,
  里: /^里[的面程]/,
  单: /^单[位项独元]/,
  队: /^队伍/,
  升: /^升[级学至到为]/,
  周: /^周[年边期岁]/,
  村: /^村[级庄民]/,
  部: /^部(?:署|分)/,
  包: /^包[含括保联]/,
  门: /^门[店诊户]/,
  期: /^期[间望待]/,
  栏: /^栏目/,
  馆: /^馆(?:藏|校)/,
  篇: /^篇章/,
  年: /^年(?:级|度)/,
  日: /^日[常均前]/,
  天: /^天(?:然|气)/,
}

interface Candidate extends Unit {
  /** what makes the characters another word's */
  readonly other: RegExp | undefined
}

const LONGEST_UNIT = 4
/** The units that begin with a UTF-16 unit, the longest first; `HEADS` has the number of the list, 0 for none. */
const LISTS: Candidate[][] = [[]]
const HEADS = new Uint16Array(0x10000)
for (const [unitClass, words] of [...SHARED, ...SINGLE.split(' ').map((text) => [text, text] as const)])
  for (const text of words.split(' ')) add(text, unitClass)
for (const list of LISTS) list.sort((a, b) => b.text.length - a.text.length)

function add(text: string, unitClass: UnitClass): void {
  const head = text.charCodeAt(0)
  if (HEADS[head] === 0) HEADS[head] = LISTS.push([]) - 1
  const list = LISTS[HEADS[head] as number] as Candidate[]
  if (text.length <= LONGEST_UNIT && !list.some((known) => known.text === text)) list.push({ text, unitClass, other: OTHER_WORD[text] })
}

/** Whether any unit begins with the UTF-16 unit at an offset. */
export function mayBeUnit(text: string, at: number): boolean {
  return at < text.length && HEADS[text.charCodeAt(at)] !== 0
}

/**
 * The measure word or unit at an offset, the longest one there is.
 *
 * @returns nothing where no unit stands, or where its characters belong to another word (节能, 组织, 项目)
 */
export function readUnit(text: string, at: number): Unit | undefined {
  if (!mayBeUnit(text, at)) return undefined
  for (const unit of LISTS[HEADS[text.charCodeAt(at)] as number] as Candidate[]) {
    if (unit.text.length > 1 && !text.startsWith(unit.text, at)) continue
    if (unit.other?.test(text.slice(at, at + LONGEST_UNIT)) === true) continue
    return unit
  }
  return undefined
}
