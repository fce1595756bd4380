/**
 * Sentences made for each relation of figures, in several wordings, with random numbers rounded as writers round: right
 * ones must stay silent, and of those with one number altered nearly all must be found.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Linter, ReportDocument, resolveConfiguration, RULES, type Finding } from '@gongwen/engine'
import { parameters } from './arbitraries.js'

const CASES = Number(process.env['GONGWEN_CASES'] ?? 2000)
const ARITHMETIC = [
  'figures/share',
  'figures/sum',
  'figures/percentage-point',
  'figures/percentage-point-gap',
  'figures/growth',
  'figures/plan-completion',
  'figures/stages',
]
const linter = new Linter({ rules: RULES.filter(({ id }) => id.startsWith('figures/')), configuration: resolveConfiguration({ enable: 'always' }) })

function check(sentence: string): Finding[] {
  return linter.lint(new ReportDocument(`工作总结\n\n${sentence}`, 'plain'))
}

/** A relation in words: right numbers in, the sentence out; `altered` has one of them changed beyond what rounding allows. */
interface Wording {
  readonly name: string
  readonly make: (random: Random) => { readonly right: string; readonly altered: string }
}

interface Random {
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

const WORDINGS: readonly Wording[] = [
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
function randomOf(seed: number): Random {
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

describe('relations of figures, in many wordings', () => {
  it('at least six wordings for each relation', () => {
    const counts = new Map<string, number>()
    for (const { name } of WORDINGS) counts.set(name.split(':')[0] ?? '', (counts.get(name.split(':')[0] ?? '') ?? 0) + 1)
    for (const [relation, count] of counts) assert.ok(count >= 6, relation)
  })

  it(`right sentences: no finding in ${CASES} cases`, function () {
    this.timeout(600_000)
    fc.assert(
      fc.property(fc.constantFrom(...WORDINGS), fc.nat(), (wording, seed) => {
        const { right } = wording.make(randomOf(seed))
        const loud = check(right).filter(({ severity }) => severity !== 'info')
        assert.deepEqual(
          loud.map(({ ruleId, message }) => `${ruleId} ${message}`),
          [],
          right,
        )
      }),
      { ...parameters, numRuns: CASES },
    )
  })

  it(`one number altered: 0.97 found in ${CASES} cases`, function () {
    this.timeout(600_000)
    const missed = new Map<string, string[]>()
    let found = 0
    for (let i = 0; i < CASES; i++) {
      const wording = WORDINGS[i % WORDINGS.length] as Wording
      const { altered } = wording.make(randomOf(i + 1))
      if (check(altered).some(({ ruleId, severity }) => ARITHMETIC.includes(ruleId) && severity !== 'info')) found++
      else missed.set(wording.name, [...(missed.get(wording.name) ?? []), altered])
    }
    const rate = found / CASES
    assert.ok(rate >= 0.97, `${rate}\n${[...missed].map(([name, cases]) => `${name} ${cases.length}: ${cases[0]}`).join('\n')}`)
  })

  it('approximations agree with what they may stand for', () => {
    for (const right of [
      '受益学生4.8万余名，其中寄宿生1.2万名，占25%。',
      '培训教师近3000人，其中骨干教师740余人，占25%。',
      '投入资金1.35亿元，其中设备购置4500万元，占33.3%。',
      '收入23.6万元，占总额27.4万元的86.2%。',
      '培训约300人，其中女教师130人，占40%。',
      '学生由1.2万人增加到1.35万人，增长12.1%。',
    ])
      assert.deepEqual(
        check(right).map(({ message }) => message),
        [],
        right,
      )
  })
})
