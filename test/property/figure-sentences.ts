/**
 * How sentences of each relation of figures are made: with random numbers, rounded as writers round, once right and once with
 * one number altered.
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

export function share(
  name: string,
  words: (n: { thing: string; unit: string; part: string; a: number | string; t: number | string; p: string }) => string,
): Wording {
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

export function rate(name: string, words: (n: { a: number; t: number; p: string }) => string): Wording {
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

export function sum(name: string, words: (items: readonly number[], total: number) => string, alter: 'total' | 'over' = 'total'): Wording {
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

export function gap(name: string, words: (a: string, b: string, x: string) => string): Wording {
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

export function growth(name: string, words: (before: number, after: number, difference: number, p: string) => string): Wording {
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

export function fall(name: string, words: (before: number, after: number, p: string) => string): Wording {
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
export function rateFirst(name: string, words: (before: number, after: number, difference: number, p: string) => string): Wording {
  return { ...growth(name, words), name: `rate first: ${name}` }
}

/** A rate told before or between its two counts. */
export function rateBefore(name: string, words: (n: { a: number; t: number; p: string }) => string): Wording {
  return { ...rate(name, words), name: `rate before: ${name}` }
}

export function average(name: string, words: (total: number, heads: number, average: string) => string, unit = 1): Wording {
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

export function respective(name: string, words: (values: readonly number[], shares: readonly string[], total: number) => string): Wording {
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
export function pairing(name: string, words: (values: string) => string, unit: string): Wording {
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
export function impliedBase(name: string, words: (total: number, part: number, p: string) => string): Wording {
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
export function restated(name: string, words: (first: number, second: number) => string): Wording {
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
export function identity(name: string, words: (n: { base: string; part: string; whole: string; rate: string }) => string): Wording {
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

export function stages(name: string, words: (found: number, done: number) => string): Wording {
  return {
    name: `stages: ${name}`,
    make: (random) => {
      const found = random.int(20, 3000)
      return { right: words(found, random.int(Math.ceil(found / 2), found)), altered: words(found, found + random.int(1, 40)) }
    },
  }
}

/** Done in a hundred of planned; shown with one decimal of 万 or 亿, as amounts are. */
export function completion(name: string, words: (planned: string, done: string, p: string) => string): Wording {
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
export function planGrowth(name: string, words: (done: number, planned: number, p: string) => string): Wording {
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

export function tableTotal(name: string, words: (items: readonly number[], total: number) => string): Wording {
  return { ...sum(name, words), name: `table: ${name}` }
}

export function brokenNumeral(name: string, words: (amount: string) => string, spoil: (whole: number, tenth: number) => string): Wording {
  return {
    name: `numeral: ${name}`,
    make: (random) => {
      const [whole, tenth] = [random.int(1100, 9999), random.int(1, 9)]
      return { right: words(`${whole}.${tenth}`), altered: words(spoil(whole, tenth)) }
    },
  }
}

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
