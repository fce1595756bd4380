/**
 * No regular expression of the product is slow on any text: those written as literals, those put together from strings, and
 * those of the data. Each is analysed, and each is run on texts that are made to be hard for it.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { RegExpParser } from '@eslint-community/regexpp'
import { analyse } from 'scslre'
import { parse } from 'yaml'
import { hostileTexts, type HostileText } from '../support/hostile-text.js'

const root = resolve(import.meta.dirname, '../..')
const SIZES = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576]
/** Exponential growth shows in few characters, and more of them would never come to an end. */
const SHORT = [16, 24, 32, 40, 48, 56, 64]
/** Four times the text costs four times the time when growth is linear, sixteen times when it is quadratic. */
const TOO_STEEP = 4 ** 1.5
/** Below so many milliseconds of the processor's time the clock says nothing about growth; a text that costs more than the second is not doubled again. */
const NOISE = 30
const ENOUGH = 60

type Pattern = readonly [source: string, flags: string, where: string]

describe('regular expressions', function () {
  this.timeout(300_000)
  let patterns: readonly Pattern[]

  before(() => {
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'test/support/collect-patterns.ts'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    patterns = JSON.parse(output) as Pattern[]
  })

  it('all are seen: literals of every part, and every pattern that the data holds', () => {
    const ofData = patterns.filter(([, , where]) => where === 'data').map(([source]) => source)
    assert.ok(ofData.length > 100, `only ${ofData.length} made from strings`)
    for (const part of ['engine', 'cli', 'server', 'platform', 'client'])
      assert.ok(
        patterns.some(([, , where]) => where.startsWith(`${part}/`)),
        part,
      )
    const made = ofData.join('\n')
    assert.deepEqual(
      patternsOfData().filter((pattern) => !made.includes(new RegExp(pattern).source)),
      [],
    )
  })

  it('none backtracks, or scans again and again, without bound', () => {
    const parser = new RegExpParser()
    const slow = patterns.flatMap(([source, flags, where]) => {
      const literal = parser.parseLiteral(`/${source}/${flags}`)
      const { reports } = analyse({ pattern: literal.pattern, flags: literal.flags })
      return reports.map(({ type, exponential }) => `${type}${exponential ? ' exponential' : ''}: ${where} /${source.slice(0, 120)}/${flags}`)
    })
    assert.deepEqual(slow, [])
  })

  it('each takes time in step with the text, up to a million characters made to be hard for it', () => {
    const steep: string[] = []
    let texts = 0
    for (const [source, flags, where] of distinct(patterns)) {
      for (const text of hostileTexts(source, flags)) {
        texts++
        const found = steepness(new RegExp(source, flags.replace(/[gy]/g, '') + 'g'), text)
        if (found !== undefined) steep.push(`${found}: ${where} /${source.slice(0, 100)}/${flags} on ${JSON.stringify(text)}`)
      }
    }
    assert.ok(texts > 1_000, `only ${texts} texts`)
    assert.deepEqual(steep, [])
  })

  it('a slow one would be seen', () => {
    assert.ok(hostileTexts('^(?:[a-z]+,?)+$', '').some(({ unit }) => unit === 'a'))
    const grows = (source: string, unit: string): boolean => steepness(new RegExp(source, 'g'), { head: '', unit, tail: '\u0001' }) !== undefined
    assert.ok(grows('(?:ab|[ab])+$', 'ab'))
    assert.ok(grows('[a-z]+$', 'a'))
    assert.ok(!grows('[a-z]{0,40},', 'a'))
  })
})

/** The strings of the data that are patterns: they hold what only a pattern holds. */
function patternsOfData(): string[] {
  const folder = join(root, 'data')
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/\(\?[:=!<]|\\[dwsu]|\[\^|[\])]\{\d|\]\?/.test(value)) found.push(value)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.yaml')) walk(parse(readFileSync(join(folder, name), 'utf8')))
  }
  assert.ok(found.length > 20, `only ${found.length} patterns in the data`)
  return found
}

function distinct(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.map((pattern) => [`${pattern[0]}/${pattern[1]}`, pattern])).values()]
}

/** How much more four times the text costs, where that is more than a linear search explains; nothing where it is not. */
function steepness(pattern: RegExp, text: HostileText): string | undefined {
  for (const size of SHORT) if (timeOf(pattern, text, size) > NOISE && best(pattern, text, size) > NOISE) return `${size} characters: exponential`
  let last = Infinity
  for (const size of SIZES) {
    let cost = timeOf(pattern, text, size)
    if (cost > NOISE && cost > last * TOO_STEEP) {
      // the machine has other work too, which makes no time shorter: once more, some times each, and the best of each counts
      last = best(pattern, text, size / 4)
      cost = best(pattern, text, size)
      if (cost > NOISE && cost > last * TOO_STEEP) return `${size / 4} → ${size} characters: ${(cost / last).toFixed(1)} times`
    }
    if (cost > ENOUGH) return undefined
    last = cost
  }
  return undefined
}

function best(pattern: RegExp, text: HostileText, size: number): number {
  return Math.min(...Array.from({ length: 5 }, () => timeOf(pattern, text, size)))
}

/** Milliseconds of the processor's time for all matches in a text of a size. */
function timeOf(pattern: RegExp, { head, unit, tail }: HostileText, size: number): number {
  const hostile = head + unit.repeat(Math.ceil(size / unit.length)) + tail
  pattern.lastIndex = 0
  const { user } = process.cpuUsage()
  for (let match = pattern.exec(hostile); match !== null; match = pattern.exec(hostile)) if (match[0] === '') pattern.lastIndex++
  return process.cpuUsage({ user, system: 0 }).user / 1_000
}
