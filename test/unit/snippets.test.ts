import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

interface Snippet {
  prefix: string[]
  body: string[]
  description: string
}

/** What a body holds besides text: definitions with their choices, and plain repetitions such as `$1`. */
interface Stops {
  defined: { stop: number; choices: string[] }[]
  repeated: number[]
  variables: string[]
}

const snippets = JSON.parse(readFileSync(new URL('../../snippets/gongwen.json', import.meta.url), 'utf8')) as Record<string, Snippet>

/** Variables of VS Code's snippet syntax that need no adjustment in a report; CURRENT_MONTH would give “01月”. */
const VARIABLES = new Set(['CURRENT_YEAR'])
const DIGITS = '一二三四五六七八九十'

/**
 * Expands a body as the editor does before anything is typed (first choices, default texts), and notes its tab stops.
 * Throws on anything that is not well-formed: what this small reader refuses has no place in these snippets.
 */
function expand(body: string): { text: string; stops: Stops } {
  const stops: Stops = { defined: [], repeated: [], variables: [] }
  const defaults = new Map<number, string>()
  const parts: (string | number)[] = []
  const token = /\$\{(\d{1,3})\|([^|{}]{1,400})\|\}|\$\{(\d{1,3}):(\$?)([^${}|]{1,200})\}|\$\{(\d{1,3})\}|\$(\d{1,3})|[${}|]/g
  let end = 0
  for (const found of body.matchAll(token)) {
    const [whole, choiceStop, options, textStop, dollar, text, bracedStop, bareStop] = found
    parts.push(body.slice(end, found.index))
    end = found.index + whole.length
    const repeated = bracedStop ?? bareStop
    if (repeated !== undefined) {
      stops.repeated.push(Number(repeated))
      parts.push(Number(repeated))
    } else if (choiceStop !== undefined || textStop !== undefined) {
      const stop = Number(choiceStop ?? textStop)
      const choices = options?.split(',') ?? []
      if (dollar === '$' && text !== undefined) stops.variables.push(text)
      stops.defined.push({ stop, choices })
      defaults.set(stop, choices[0] ?? (dollar === '$' ? '2024' : (text ?? '')))
      parts.push(stop)
    } else assert.fail(`不完整的占位符：${body.slice(found.index, found.index + 30)}`)
  }
  parts.push(body.slice(end))
  const text = parts.map((part) => (typeof part === 'string' ? part : (defaults.get(part) ?? ''))).join('')
  return { text, stops }
}

/** Checks that the ordinals at the starts of lines run 1, 2, 3 … at each level, a deeper level starting anew. */
function assertContinuousOrdinals(text: string): void {
  const last = [0, 0, 0, 0]
  for (const line of text.split('\n')) {
    const found = /^(?:([一二三四五六七八九十]{1,2})、|（([一二三四五六七八九十]{1,2})）|(\d{1,2})\.|（(\d{1,2})）)/.exec(line)
    if (!found) continue
    const level = found.slice(1).findIndex((part) => part !== undefined)
    const written = found[level + 1] ?? ''
    const value = level < 2 ? DIGITS.indexOf(written) + 1 : Number(written)
    assert.equal(value, (last[level] ?? 0) + 1, `序号不连续：${line}`)
    last.fill(0, level + 1)
    last[level] = value
  }
}

describe('snippets：公文片段', () => {
  it('数量和覆盖面', () => {
    const prefixes = new Set(Object.values(snippets).flatMap((snippet) => snippet.prefix))
    assert.ok(Object.keys(snippets).length >= 35)
    const wanted =
      '教育局年度总结 学校年度总结 半年工作总结 年度工作计划 述职报告 党建工作 党风廉政 双减 教师队伍 校园安全 德育工作 教学教研 学前教育 办学条件 存在问题 下一步打算 一是二是三是 第一第二第三 同比增长 占比 百分点 其中分项 截至 公文标题 总结导语 总结结尾'
    assert.deepEqual(
      wanted.split(' ').filter((prefix) => !prefixes.has(prefix)),
      [],
    )
  })

  it('前缀不重复，每个片段都有中文前缀和字母前缀', () => {
    const all = Object.values(snippets).flatMap((snippet) => snippet.prefix)
    assert.deepEqual(
      all.filter((prefix, index) => all.indexOf(prefix) !== index),
      [],
    )
    for (const [name, { prefix, description }] of Object.entries(snippets)) {
      assert.ok(
        prefix.some((each) => /^\p{Script=Han}+$/u.test(each)),
        name,
      )
      assert.ok(
        prefix.some((each) => /^[a-z]+$/.test(each)),
        name,
      )
      assert.ok(description.length > 0, name)
    }
  })

  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name}：占位符完整`, () => {
      const { stops } = expand(snippet.body.join('\n'))
      const numbers = stops.defined.map(({ stop }) => stop)
      assert.deepEqual(
        [...numbers].sort((a, b) => a - b),
        numbers.map((_, index) => index + 1),
        '编号应从 1 起连续，各定义一次',
      )
      assert.deepEqual(
        stops.repeated.filter((stop) => stop !== 0 && !numbers.includes(stop)),
        [],
        '引用了没有定义的编号',
      )
      assert.equal(stops.repeated.filter((stop) => stop === 0).length, 1, '终点 $0 应恰有一个')
      assert.ok(snippet.body.at(-1)?.endsWith('$0'), '终点应在最后')
      for (const { choices } of stops.defined.filter((each) => each.choices.length > 0)) {
        assert.ok(choices.length >= 2 && new Set(choices).size === choices.length && choices.every(Boolean), choices.join())
      }
      for (const variable of stops.variables) assert.ok(VARIABLES.has(variable), variable)
    })

    it(`${name}：序号连续，标点用全角，段落有句末标点`, () => {
      const { text } = expand(snippet.body.join('\n'))
      assertContinuousOrdinals(text)
      for (const line of text.split('\n')) {
        const afterOrdinal = line.replace(/^(?:附件：|\u3000{3})?\d{1,2}\./, '')
        assert.doesNotMatch(afterOrdinal, /\p{Script=Han}[,;:!?.()[\]"']|[,;:!?.()[\]"']\p{Script=Han}| /u)
        assert.doesNotMatch(line, /[，。；、：]{2}/u)
        if (line.length > 30) assert.match(line, /[。：；]$/u)
      }
    })
  }

  it('检查本身会发现跳号和残缺的占位符', () => {
    assert.throws(() => assertContinuousOrdinals('一、甲\n（一）乙\n三、丙'), /序号不连续：三、丙/)
    assert.throws(() => assertContinuousOrdinals('一、甲\n（二）乙'), /序号不连续/)
    assert.doesNotThrow(() => assertContinuousOrdinals('一、甲\n（一）乙\n二、丙\n（一）丁\n1.戊'))
    for (const broken of ['完成${1:数额万元', '${1|甲,乙}', '$', '甲}', '${1:}']) assert.throws(() => expand(broken))
  })
})
