/**
 * Sentences for each relation of figures, in several wordings, with random numbers rounded as writers round: right ones,
 * and the same with one number altered.
 */
/** A relation in words: right numbers in, the sentence out; `altered` has one of them changed beyond what rounding allows. */
export interface Wording {
  readonly name: string
  readonly make: (random: Random) => { readonly right: string; readonly altered: string }
}

export interface Random {
  readonly int: (from: number, to: number) => number
  readonly pick: <Value>(values: readonly Value[]) => Value
}

/** a/b in per cent to some decimals, rounded half up or cut off. */
function percent(part: number, total: number, places: number, cut: boolean): string {
  const scaled = (part * 100 * 10 ** places) / total
  return ((cut ? Math.floor(scaled + 1e-9) : Math.round(scaled)) / 10 ** places).toFixed(places)
}

/** A percentage well off another: by three points or more, and still between one and 99. */
function off(random: Random, value: string): string {
  const places = value.split('.')[1]?.length ?? 0
  const by = random.int(31, 90) / 10
  const number = Number(value)
  const moved = number + by < 99 && (random.int(0, 1) === 0 || number - by < 1) ? number + by : number - by
  return Math.max(0.5, moved).toFixed(places)
}

const SUBJECTS = [
  ['教师', '名', '骨干教师'],
  ['学生', '人', '寄宿学生'],
  ['学校', '所', '乡村学校'],
  ['问题', '个', '共性问题'],
  ['项目', '个', '省级项目'],
  ['党员', '名', '女党员'],
] as const

function share(name: string, words: (n: { thing: string; unit: string; part: string; a: number | string; t: number | string; p: string }) => string): Wording {
  return {
    name: `share: ${name}`,
    make: (random) => {
      const [thing, unit, part] = random.pick(SUBJECTS)
      const t = random.int(120, 60_000)
      const a = random.int(Math.ceil(t * 0.06), Math.floor(t * 0.92))
      const p = percent(a, t, random.int(0, 2), random.int(0, 3) === 0)
      return { right: words({ thing, unit, part, a, t, p }), altered: words({ thing, unit, part, a, t, p: off(random, p) }) }
    },
  }
}

function rate(name: string, words: (n: { a: number; t: number; p: string }) => string): Wording {
  return {
    name: `rate: ${name}`,
    make: (random) => {
      const t = random.int(60, 3000)
      const a = random.int(Math.ceil(t * 0.5), Math.floor(t * 0.96))
      const p = percent(a, t, random.int(0, 2), random.int(0, 3) === 0)
      return { right: words({ a, t, p }), altered: words({ a, t, p: off(random, p) }) }
    },
  }
}

function sum(name: string, words: (items: readonly number[], total: number) => string, alter: 'total' | 'over' = 'total'): Wording {
  return {
    name: `sum: ${name}`,
    make: (random) => {
      const items = [random.int(3, 400), random.int(3, 400), random.int(3, 400)]
      const total = items.reduce((all, item) => all + item, 0)
      const by = random.int(1, Math.max(1, Math.floor(Math.min(...items) / 2)))
      return { right: words(items, total), altered: words(items, alter === 'over' || random.int(0, 1) === 0 ? total - by : total + by) }
    },
  }
}

function gap(name: string, words: (a: string, b: string, x: string) => string): Wording {
  return {
    name: `points: ${name}`,
    make: (random) => {
      const a = random.int(300, 700)
      const x = random.int(5, 250)
      const show = (tenths: number): string => (tenths / 10).toFixed(1)
      return { right: words(show(a), show(a + x), show(x)), altered: words(show(a), show(a + x), show(x + random.int(3, 40))) }
    },
  }
}

function growth(name: string, words: (before: number, after: number, difference: number, p: string) => string): Wording {
  return {
    name: `growth: ${name}`,
    make: (random) => {
      const before = random.int(60, 9000)
      const difference = random.int(Math.ceil(before * 0.05), Math.floor(before * 0.8))
      const p = percent(difference, before, 1, random.int(0, 3) === 0)
      return { right: words(before, before + difference, difference, p), altered: words(before, before + difference, difference, off(random, p)) }
    },
  }
}

function fall(name: string, words: (before: number, after: number, p: string) => string): Wording {
  return {
    name: `growth: ${name}`,
    make: (random) => {
      const before = random.int(60, 900)
      const after = random.int(Math.ceil(before * 0.2), Math.floor(before * 0.9))
      const p = percent(before - after, before, 1, random.int(0, 3) === 0)
      return { right: words(before, after, p), altered: words(before, after, off(random, p)) }
    },
  }
}

/** A rise with its rate told before its difference. */
function rateFirst(name: string, words: (before: number, after: number, difference: number, p: string) => string): Wording {
  return { ...growth(name, words), name: `rate first: ${name}` }
}

/** A rate told before or between its two counts. */
function rateBefore(name: string, words: (n: { a: number; t: number; p: string }) => string): Wording {
  return { ...rate(name, words), name: `rate before: ${name}` }
}

function average(name: string, words: (total: number, heads: number, average: string) => string, unit = 1): Wording {
  return {
    name: `average: ${name}`,
    make: (random) => {
      const heads = random.int(12, 900)
      const each = random.int(11, 400)
      // the total is in whole units of the text, so the average has a remainder
      const total = heads * each + random.int(0, heads - 1)
      const value = (total * unit) / heads
      const show = (number: number): string => String(random.int(0, 2) === 0 ? Math.floor(number) : Math.round(number))
      const moved = value * (random.int(0, 1) === 0 ? random.int(72, 88) / 100 : random.int(114, 150) / 100)
      return { right: words(total, heads, show(value)), altered: words(total, heads, String(Math.round(moved) + (Math.abs(moved - value) < 3 ? 5 : 0))) }
    },
  }
}

function respective(name: string, words: (values: readonly number[], shares: readonly string[], total: number) => string): Wording {
  return {
    name: `respective: ${name}`,
    make: (random) => {
      const values = [random.int(60, 900), random.int(60, 900), random.int(60, 900)]
      const total = values.reduce((sum, value) => sum + value, 0)
      const shares = values.map((value) => percent(value, total, 1, false))
      const at = random.int(0, 2)
      const altered = shares.map((share, i) => (i === at ? off(random, share) : share))
      return { right: words(values, shares, total), altered: words(values, altered, total) }
    },
  }
}

/** As many things as values, one value left out. */
function pairing(name: string, words: (values: string) => string, unit: string): Wording {
  return {
    name: `respective: ${name}`,
    make: (random) => {
      const values = [1, 2, 3].map(() => `${random.int(6, 900)}${unit}`)
      const join = (list: readonly string[]): string => (random.int(0, 1) === 0 ? list.join('、') : `${list.slice(0, -1).join('、')}和${list[list.length - 1]}`)
      return { right: words(join(values)), altered: words(join(values.slice(0, 2))) }
    },
  }
}

/** A part and its share of a whole that is stated in another paragraph. */
function impliedBase(name: string, words: (total: number, part: number, p: string) => string): Wording {
  return {
    name: `implied base: ${name}`,
    make: (random) => {
      const total = random.int(900, 60_000)
      const part = random.int(Math.ceil(total * 0.08), Math.floor(total * 0.6))
      const p = percent(part, total, 1, random.int(0, 3) === 0)
      return { right: words(total, part, p), altered: words(total, part, off(random, p)) }
    },
  }
}

/** One thing given twice, the second time as it is or with two neighbouring digits exchanged. */
function restated(name: string, words: (first: number, second: number) => string): Wording {
  return {
    name: `restated: ${name}`,
    make: (random) => {
      const digits = [random.int(1, 9), random.int(1, 9), random.int(1, 9), random.int(1, 9), random.int(1, 9)]
      const at = random.int(1, 3)
      if (digits[at] === digits[at + 1]) digits[at + 1] = ((digits[at] as number) % 9) + 1
      const value = Number(digits.join(''))
      const swapped = [...digits]
      ;[swapped[at], swapped[at + 1]] = [digits[at + 1] as number, digits[at] as number]
      return { right: words(value, value), altered: words(value, Number(swapped.join(''))) }
    },
  }
}

/** 全市 rate times the share of the part by the share of the base. */
function identity(name: string, words: (n: { base: string; part: string; whole: string; rate: string }) => string): Wording {
  return {
    name: `identity: ${name}`,
    make: (random) => {
      const show = (tenths: number): string => (tenths / 10).toFixed(1)
      const [base, part, whole] = [random.int(100, 200), random.int(80, 160), random.int(200, 480)]
      const rate = (whole * part) / base / 10
      const right = rate.toFixed(1)
      const n = { base: show(base), part: show(part), whole: show(whole) }
      return { right: words({ ...n, rate: right }), altered: words({ ...n, rate: (rate * (random.int(0, 1) === 0 ? 0.88 : 1.13)).toFixed(1) }) }
    },
  }
}

function stages(name: string, words: (found: number, done: number) => string): Wording {
  return {
    name: `stages: ${name}`,
    make: (random) => {
      const found = random.int(20, 3000)
      return { right: words(found, random.int(Math.ceil(found / 2), found)), altered: words(found, found + random.int(1, 40)) }
    },
  }
}

/** Done in a hundred of planned; shown with one decimal of 万 or 亿, as amounts are. */
function completion(name: string, words: (planned: string, done: string, p: string) => string): Wording {
  return {
    name: `completion: ${name}`,
    make: (random) => {
      const planned = random.int(500, 9000)
      const done = random.int(Math.ceil(planned * 0.4), Math.floor(planned * 1.2))
      const show = (hundredths: number): string => (hundredths / 100).toFixed(2)
      const p = percent(done, planned, 1, false)
      return { right: words(show(planned), show(done), p), altered: words(show(planned), show(done), (Number(p) + random.int(31, 90) / 10).toFixed(1)) }
    },
  }
}

/** A planned value with its growth, and this year's value in another part. */
function planGrowth(name: string, words: (done: number, planned: number, p: string) => string): Wording {
  return {
    name: `plan growth: ${name}`,
    make: (random) => {
      const done = random.int(900, 90_000)
      const planned = Math.round(done * (1 + random.int(30, 200) / 1000))
      const p = percent(planned - done, done, random.int(0, 1), false)
      const text = (rate: string): string => `一、2024年工作\n\n${words(done, planned, rate).replace('|', '\n\n二、2025年工作计划\n\n')}`
      return { right: text(p), altered: text(off(random, p)) }
    },
  }
}

function tableTotal(name: string, words: (items: readonly number[], total: number) => string): Wording {
  return { ...sum(name, words), name: `table: ${name}` }
}

function brokenNumeral(name: string, words: (amount: string) => string, spoil: (whole: number, tenth: number) => string): Wording {
  return {
    name: `numeral: ${name}`,
    make: (random) => {
      const [whole, tenth] = [random.int(1100, 9999), random.int(1, 9)]
      return { right: words(`${whole}.${tenth}`), altered: words(spoil(whole, tenth)) }
    },
  }
}

export const WORDINGS: readonly Wording[] = [
  rateFirst('同比增长，增加', (_, b, d, p) => `接待来访${b}人次，同比增长${p}%，增加${d}人次。`),
  rateFirst('比上年增长，净增', (_, b, d, p) => `参加研学学生${b}人次，比上年增长${p}%，净增${d}人次。`),
  rateFirst('括号里的增加数', (_, b, d, p) => `办理证照${b}件，同比增长${p}%（增加${d}件），办事更加便捷。`),
  rateFirst('、相连', (_, b, d, p) => `发放图书${b}册，较上年增长${p}%、增加${d}册。`),
  rateFirst('由……增加到', (a, b, d, p) => `教室由${a}间增加到${b}间，增长${p}%，增加${d}间。`),
  rateFirst('比上年的某数', (a, b, d, p) => `培训教师${b}人次，比上年的${a}人次增长${p}%，增加${d}人次。`),
  rateBefore('整改率在前', ({ a, t, p }) => `隐患整改率${p}%，共排查隐患${t}处、整改${a}处。`),
  rateBefore('完成率夹在中间', ({ a, t, p }) => `年度计划培训${t}人，完成率${p}%，实际完成${a}人。`),
  rateBefore('办结率在前', ({ a, t, p }) => `办结率达到${p}%，全年受理群众诉求${t}件，办结${a}件。`),
  rateBefore('括号里的两个数', ({ a, t, p }) => `开工率${p}%（安排项目${t}个，已开工${a}个），好于预期。`),
  rateBefore('合格率在前', ({ a, t, p }) => `食品合格率${p}%，共抽检${t}批次、合格${a}批次。`),
  rateBefore('计划数在后', ({ a, t, p }) => `完成率为${p}%，已完成造林${a}亩，年度计划${t}亩。`),
  average('人均', (total, heads, each) => `资助困难学生${heads}人，发放资金${total}元，人均${each}元。`),
  average('户均', (total, heads, each) => `为${heads}户农户发放补贴${total}元，户均${each}元。`),
  average('班均', (total, heads, each) => `全县有${heads}个教学班，在校学生${total}人，班均${each}人。`.replace('个教学班', '个班')),
  average('生均图书', (total, heads, each) => `图书馆藏书${total}册，现有学生${heads}人，生均图书${each}册。`),
  average('平均每校', (total, heads, each) => `${heads}所学校共更新课桌${total}套，平均每校${each}套。`),
  average('期均', (total, heads, each) => `举办培训${heads}期，培训学员${total}人次，期均${each}人次。`),
  average('村均', (total, heads, each) => `投入资金${total}元，惠及${heads}个村，村均${each}元。`),
  respective('分别占', ([a, b, c], [p, q, r]) => `小学教师${a}人、初中教师${b}人、高中教师${c}人，分别占${p}%、${q}%、${r}%。`),
  respective('占比分别为', ([a, b, c], [p, q, r]) => `获一等奖${a}名、二等奖${b}名、三等奖${c}名，占比分别为${p}%、${q}%和${r}%。`),
  respective('总数在前', ([a, b, c], [p, q, r], t) => `全县教师${t}人，其中小学${a}人、初中${b}人、高中${c}人，分别占${p}%、${q}%、${r}%。`),
  respective('比重分别为', ([a, b, c], [p, q, r]) => `投入设备${a}万元、平台${b}万元、培训${c}万元，比重分别为${p}%、${q}%、${r}%。`),
  pairing('招聘', (values) => `小学、初中、高中分别招聘${values}。`, '名'),
  pairing('达到', (values) => `县城、乡镇和村级服务站点分别达到${values}。`, '个'),
  pairing('增加', (values) => `来信26件、来访18件、网上信访42件，比上年分别增加${values}。`, '件'),
  impliedBase('专任教师', (t, a, p) => `全县现有专任教师${t}人。\n\n一、队伍建设\n\n县级以上骨干教师${a}人，占全县专任教师总数的${p}%。`),
  impliedBase('党员', (t, a, p) => `全局共有党员${t}名。\n\n一、党的建设\n\n在职党员中，35岁以下的${a}名，占全局党员总数的${p}%。`),
  impliedBase('学校', (t, a, p) => `全县共有中小学${t}所。\n\n一、信息化\n\n建成智慧校园${a}所，占全县中小学的${p}%。`),
  impliedBase('在校学生', (t, a, p) => `全县在校学生${t}人。\n\n一、课后服务\n\n参加课后服务${a}人，占全县在校学生的${p}%。`),
  impliedBase('两个占比', (t, a, p) => `现有高级教师${Math.round(t * 0.3)}人，占全县教师总数的30.0%。\n\n骨干教师${a}人，占全县教师总数的${p}%。`),
  impliedBase('总人数', (t, a, p) => `全县教职工总数${t}人。\n\n一、培训\n\n参加专题培训${a}人，占全县教职工总人数的${p}%。`),
  restated('导语与正文', (a, b) => `全县现有在校学生${a}人。\n\n一、规模\n\n全县在校学生${b}人，较为稳定。`),
  restated('培训人次', (a, b) => `全年培训教师${a}人次。\n\n一、队伍\n\n全年共培训教师${b}人次。`),
  restated('表格合计', (a, b) => `全县现有在校学生${a}人。\n\n| 学段 | 在校学生数（人） | 班级 |\n| --- | --- | --- |\n| 全县 | ${b} | 不详 |`),
  restated('资金', (a, b) => `投入校舍维修资金${a}万元。\n\n一、条件\n\n投入校舍维修资金${b}万元，改善条件。`),
  restated('“现有”', (a, b) => `全局现有执法人员${a}名。\n\n一、队伍\n\n全局现有执法人员${b}名，持证上岗。`),
  restated('图书', (a, b) => `学校图书馆藏书${a}册。\n\n一、阅读\n\n学校图书馆藏书${b}册，种类齐全。`),
  identity(
    '上线率',
    ({ base, part, whole, rate }) => `我县参考人数占全市考生的${base}%，本科上线人数占全市上线人数的${part}%；本科上线率${rate}%，高于全市平均水平${whole}%。`,
  ),
  identity(
    '优秀率',
    ({ base, part, whole, rate }) => `我区参考学生占全市参考人数的${base}%，优秀学生占全市优秀学生的${part}%。优秀率为${rate}%，低于全市的${whole}%。`,
  ),
  identity(
    '录取率',
    ({ base, part, whole, rate }) => `全县报考人数占全省考生的${base}%，录取人数占全省录取人数的${part}%，录取率${rate}%，高于全省${whole}%。`,
  ),
  identity(
    '合格率',
    ({ base, part, whole, rate }) => `我县合格人数占全市合格人数的${part}%，参考人数占全市参考人数的${base}%，合格率为${rate}%，高于全市平均${whole}%。`,
  ),
  identity(
    '升学率',
    ({ base, part, whole, rate }) => `升学人数占全市升学总数的${part}%，应考学生占全市应考学生的${base}%。升学率${rate}%，比全市平均${whole}%略有不同。`,
  ),
  identity(
    '及格率',
    ({ base, part, whole, rate }) => `我校考生占全市参考人数的${base}%，及格学生占全市及格人数的${part}%，及格率${rate}%，高出全市${whole}%。`,
  ),
  stages('发现、整改', (a, b) => `发现问题隐患${a}处，整改${b}处。`),
  stages('受理、办结', (a, b) => `受理群众来信${a}件，办结${b}件。`),
  stages('申报、获批', (a, b) => `申报课题${a}项，获批${b}项。`),
  stages('报名、录取', (a, b) => `报名${a}人，录取${b}人。`),
  stages('发放、回收', (a, b) => `发放问卷${a}份，回收${b}份。`),
  stages('开工、竣工', (a, b) => `已开工${a}个，竣工${b}个。`),
  completion('完成年度目标的', (t, a, p) => `年度计划投资${t}亿元，已完成投资${a}亿元，完成年度目标的${p}%。`),
  completion('完成计划的', (t, a, p) => `计划造林${t}万亩，实际造林${a}万亩，完成计划的${p}%。`),
  completion('占年度任务的', (t, a, p) => `年度目标任务${t}亿元，目前入库税收${a}亿元，占年度任务的${p}%。`),
  completion('为预算的', (t, a, p) => `年初预算安排${t}亿元，实际支出${a}亿元，完成预算的${p}%。`),
  completion('达到年度计划的', (t, a, p) => `下达任务${t}万吨，收购粮食${a}万吨，达到年度计划的${p}%。`),
  completion('完成全年任务的', (t, a, p) => `全年任务${t}亿元，到位资金${a}亿元，完成全年任务的${p}%。`),
  tableTotal('合计行', ([a, b, c], t) => `| 学段 | 学校数（所） |\n| --- | --- |\n| 小学 | ${a} |\n| 初中 | ${b} |\n| 高中 | ${c} |\n| 合计 | ${t} |`),
  tableTotal('总计行', ([a, b, c], t) => `| 单位 | 人数（人） |\n| --- | --- |\n| 机关 | ${a} |\n| 学校 | ${b} |\n| 园所 | ${c} |\n| 总计 | ${t} |`),
  tableTotal(
    '合计列',
    ([a, b, c], t) =>
      `| 类别 | 小学 | 初中 | 高中 | 合计 |\n| --- | --- | --- | --- | --- |\n| 班级 | 62 | 38 | 20 | 120 |\n| 学校 | 12 | 8 | 4 | 24 |\n| 教师 | ${a} | ${b} | ${c} | ${t} |`,
  ),
  tableTotal('合计在第一行', ([a, b, c], t) => `| 项目 | 金额（万元） |\n| --- | --- |\n| 合计 | ${t} |\n| 设备 | ${a} |\n| 校舍 | ${b} |\n| 培训 | ${c} |`),
  tableTotal(
    '小计列',
    ([a, b, c], t) =>
      `| 片区 | 问题 | 隐患 | 信访 | 小计 |\n| --- | --- | --- | --- | --- |\n| 东河 | 12 | 9 | 3 | 24 |\n| 北塘 | 20 | 14 | 6 | 40 |\n| 城关 | ${a} | ${b} | ${c} | ${t} |`,
  ),
  tableTotal('共计行', ([a, b, c], t) => `| 季度 | 检查次数 |\n| --- | --- |\n| 一季度 | ${a} |\n| 二季度 | ${b} |\n| 三季度 | ${c} |\n| 共计 | ${t} |`),
  planGrowth('预算收入', (a, b, p) => `完成一般公共预算收入${a}万元。|计划实现一般公共预算收入${b}万元，增长${p}%。`),
  planGrowth('游客', (a, b, p) => `全年接待游客${a}人次。|力争接待游客${b}人次，比上年增长${p}%。`),
  planGrowth('培训', (a, b, p) => `培训教师${a}人次。|计划培训教师${b}人次，同比增长${p}%。`),
  planGrowth('进出口', (a, b, p) => `进出口总额${a}万元。|进出口总额达到${b}万元，增长${p}%。`),
  planGrowth('固定资产投资', (a, b, p) => `完成固定资产投资${a}万元，好于预期。|固定资产投资完成${b}万元，增幅${p}%。`),
  planGrowth('营业收入', (a, b, p) => `实现营业收入${a}万元。|预计实现营业收入${b}万元，较上年增长${p}%。`),
  brokenNumeral(
    '千分撇错位',
    (n) => `投入资金${n}万元，改造校舍。`,
    (w, d) => `${String(w).slice(0, 1)},${String(w).slice(2)}.${d}`,
  ),
  brokenNumeral(
    '两个小数点',
    (n) => `税收完成${n}万元，增幅较大。`,
    (w, d) => `${w}.${d}.2`,
  ),
  brokenNumeral(
    '两个点相连',
    (n) => `完成投资${n}万元。`,
    (w, d) => `${w}..${d}`,
  ),
  brokenNumeral(
    '句号当小数点',
    (n) => `兑现奖补${n}万元，群众满意。`,
    (w, d) => `${w}。${d}`.replace(/^(?:19|20)/, '31'),
  ),
  brokenNumeral(
    '字母O',
    (n) => `培训学员${n.split('.')[0] ?? ''}人。`,
    (w) => `${String(w).slice(0, 2)}O${String(w).slice(3)}`,
  ),
  brokenNumeral(
    '四位一节',
    (n) => `发放补助${n}元。`,
    (w, d) => `1,${w}.${d}`,
  ),

  share('其中', ({ thing, unit, part, a, t, p }) => `全区现有${thing}${t}${unit}，其中${part}${a}${unit}，占${p}%。`),
  share('其中，……占比', ({ thing, unit, part, a, t, p }) => `目前共有${thing}${t}${unit}，其中，${part}${a}${unit}，占比${p}%。`),
  share('占总数', ({ thing, unit, part, a, t, p }) => `年内新增${part}${a}${unit}，占${thing}总数${t}${unit}的${p}%。`),
  share('量词在前', ({ thing, unit, part, a, t, p }) => `${part}${a}${unit}，占全县${t}${unit}${thing}的${p}%，比重稳步提高。`),
  share('中', ({ thing, unit, part, a, t, p }) => `在${t}${unit}${thing}中，${part}有${a}${unit}，占${p}%。`),
  share('括号', ({ thing, unit, part, a, t, p }) => `全县${thing}${t}${unit}，其中${part}${a}${unit}（占${p}%），结构更趋合理。`),
  share('占比为', ({ thing, unit, part, a, t, p }) => `截至年底，${thing}达到${t}${unit}，其中${part}${a}${unit}，占比为${p}%，完成年度目标。`),
  rate('开工率', ({ a, t, p }) => `全年安排建设项目${t}个，已开工${a}个，开工率${p}%。`),
  rate('开工率，量词在前', ({ a, t, p }) => `今年实施${t}个项目，目前${a}个项目已开工，开工率达到${p}%。`),
  rate('整改率', ({ a, t, p }) => `排查发现安全隐患${t}处，完成整改${a}处，整改率为${p}%。`),
  rate('办结率', ({ a, t, p }) => `受理群众诉求${t}件，办结${a}件，办结率达${p}%。`),
  rate('合格率', ({ a, t, p }) => `抽检食品${t}批次，合格${a}批次，合格率${p}%。`),
  rate('上线率', ({ a, t, p }) => `参加高考${t}人，本科上线${a}人，上线率${p}%，再创新高。`),
  rate('回收率', ({ a, t, p }) => `发放问卷${t}份，回收${a}份，回收率${p}%。`),
  rate('支付率', ({ a, t, p }) => `下达资金${t}万元，已支付${a}万元，支付率${p}%。`),
  rate('完成率', ({ a, t, p }) => `年度计划培训${t}人，实际完成${a}人，完成率${p}%。`),
  rate('前一句里的总数', ({ a, t, p }) => `今年全县参加中考${t}人。普通高中录取${a}人，录取率为${p}%。`),
  sum('共', ([a, b, c], t) => `表彰先进集体${a}个、先进单位${b}个、示范岗${c}个，共${t}个。`),
  sum('合计', ([a, b, c], t) => `招聘小学教师${a}名、初中教师${b}名、高中教师${c}名，合计${t}名。`),
  sum('共计', ([a, b, c], t) => `检查食堂${a}所，宿舍${b}所，实验室${c}所，共计${t}所。`),
  sum('其中，等次列全', ([a, b, c], t) => `获得市级奖项${t}个，其中一等奖${a}个、二等奖${b}个、三等奖${c}个。`),
  sum('其中，学段列全', ([a, b, c], t) => `新增学位${t}个，其中幼儿园${a}个、小学${b}个、初中${c}个。`),
  sum('其中，还有其他', ([a, b, c], t) => `受理事项${t}件，其中咨询类${a}件、投诉类${b}件、其他${c}件。`),
  sum('括号', ([a, b, c], t) => `培训教师${t}人次（小学${a}人次、初中${b}人次、高中${c}人次）。`),
  sum('冒号', ([a, b, c], t) => `全年立项课题${t}项：国家级${a}项、省级${b}项、市级${c}项。`),
  sum('奖牌', ([a, b, c], t) => `运动会上获得${a}金${b}银${c}铜，共${t}枚奖牌。`),
  gap('由……提高到', (a, b, x) => `覆盖率由上年的${a}%提高到${b}%，提高${x}个百分点。`),
  gap('从……上升至', (a, b, x) => `优良率从${a}%上升至${b}%，上升了${x}个百分点。`),
  gap('比上年的', (a, b, x) => `毛入园率达到${b}%，比上年的${a}%提高${x}个百分点。`),
  gap('高于全市', (a, b, x) => `优秀率为${b}%，高于全市平均${a}%的${x}个百分点。`),
  gap('由……下降到', (a, b, x) => `近视率由${b}%下降到${a}%，下降${x}个百分点。`),
  gap('较年初', (a, b, x) => `参与率为${b}%，较年初的${a}%增加${x}个百分点。`),
  growth('由……增加到', (a, b, _, p) => `教室由${a}间增加到${b}间，增长${p}%。`),
  growth('从……提高到', (a, b, _, p) => `藏书从上年的${a}册提高到${b}册，增长了${p}%。`),
  growth('比上年增加', (_, b, d, p) => `培训教师${b}人次，比上年增加${d}人次，增长${p}%。`),
  growth('同比增加', (_, b, d, p) => `接待来访${b}人次，同比增加${d}人次，增幅${p}%。`),
  growth('比上年的某数增长', (a, b, _, p) => `办理事项${b}件，比上年的${a}件增长${p}%。`),
  growth('比上年的某数增加', (a, b, d, p) => `办理事项${b}件，比上年的${a}件增加${d}件，增长${p}%。`),
  fall('由……减少到', (before, after, p) => `大班额由${before}个减少到${after}个，下降${p}%。`),
  fall('比上年的某数下降', (before, after, p) => `发生事故${after}起，比上年的${before}起下降${p}%。`),
]

/** Seeds by number: the same cases on every run. */
export function randomOf(seed: number): Random {
  let state = (seed * 2654435761 + 40503) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (values) => values[Math.floor(next() * values.length)] as (typeof values)[number],
  }
}
