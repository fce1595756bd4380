import assert from 'node:assert/strict'
import { checkConfiguration } from './configuration-check.js'
import { describeProblem } from './configuration-problem.js'
import { checkFrontMatter, frontMatterParser } from './front-matter.js'

/** The problems of a source as a terminal shows them. */
async function linesFor(source: string): Promise<string[]> {
  return (await checkConfiguration(source)).problems.map((problem) => describeProblem('c', problem))
}

describe('configuration', () => {
  it('gives what a right one says', async () => {
    const source =
      'enable: always\nrules:\n  structure/ordinal-sequence: off\n  punctuation/paired-marks: { severity: info }\nprofile: { kind: plan, year: 2024 }\n'
    assert.deepEqual(await checkConfiguration(source), {
      configuration: {
        enable: 'always',
        rules: { 'structure/ordinal-sequence': 'off', 'punctuation/paired-marks': { severity: 'info' } },
        profile: { kind: 'plan', year: 2024 },
      },
      problems: [],
    })
  })

  it('takes JSON, tabs and all, and an empty file', async () => {
    assert.deepEqual(await checkConfiguration('{\n\t"enable": "never",\n\t"rules": {}\n}\n'), { configuration: { enable: 'never', rules: {} }, problems: [] })
    assert.deepEqual(await checkConfiguration(''), { configuration: {}, problems: [] })
    assert.deepEqual(await checkConfiguration('# nothing set\n'), { configuration: {}, problems: [] })
  })

  it('names an unknown setting at its key, with what there is and what was meant', async () => {
    assert.deepEqual(await linesFor('enable: auto\nprofil:\n  kind: plan\n'), [
      'c:2:1：不认识的设置“profil”，可用的有 enable、rules、profile、sections、profiles 和 residue（是不是想写“profile”？）',
    ])
  })

  it('says the same in English', async () => {
    const lines = async (source: string): Promise<string[]> => (await checkConfiguration(source)).problems.map((problem) => describeProblem('c', problem, 'en'))
    assert.deepEqual(await lines('profil: {}\n'), [
      'c:1:1: unknown setting “profil”, there are enable, rules, profile, sections, profiles and residue (did you mean “profile”?)',
    ])
    assert.deepEqual(await lines('enable: alwais\n'), ['c:1:9: "alwais" is not one of the values, use auto, always or never (did you mean “always”?)'])
    assert.deepEqual(await lines('profile: { year: 3000 }\n'), ['c:1:18: 3000 is out of range, at most 2100'])
    assert.deepEqual(await lines('profile: { year: next }\n'), ['c:1:18: "next" is of the wrong type, it should be a whole number'])
    assert.deepEqual(await lines('profile: { use: ours }\n'), ['c:1:17: there is no “ours” under profiles'])
    assert.deepEqual(await lines('rules:\n\tx: off\n'), ['c:2:1: malformed: indented by tabs, use blanks'])
  })

  it('names an unknown rule', async () => {
    assert.deepEqual(await linesFor('rules:\n  structure/ordinal-sequenc: off\n'), [
      'c:2:3：没有名为“structure/ordinal-sequenc”的规则（是不是想写“structure/ordinal-sequence”？）',
    ])
  })

  it('names a value that is none of those allowed at the value', async () => {
    assert.deepEqual(await linesFor('enable: alwais\n'), ['c:1:9："alwais" 不是可用的值，应为 auto、always 或 never（是不是想写“always”？）'])
    assert.deepEqual(await linesFor('rules:\n  structure/ordinal-sequence: eror\n'), [
      'c:2:31："eror" 不是可用的值，应为 off、on、error、warning、info 或 hint（是不是想写“error”？）',
    ])
    assert.deepEqual(await linesFor('rules:\n  structure/ordinal-sequence: false\n'), [
      'c:2:31：false 不是可用的值，应为 off、on、error、warning、info 或 hint（是不是想写“off”？）',
    ])
  })

  it('looks into the long form of a rule', async () => {
    assert.deepEqual(await linesFor('rules:\n  structure/ordinal-sequence:\n    severity: on\n    sevrity: off\n'), [
      'c:3:15："on" 不是可用的值，应为 off、error、warning、info 或 hint',
      'c:4:5：不认识的设置“sevrity”，可用的有 severity 和 options（是不是想写“severity”？）',
    ])
  })

  it('names a wrong type, a number out of range, a text too short', async () => {
    assert.deepEqual(await linesFor('rules: 5\nprofile:\n  year: "2024"\nresidue:\n  phrases: 扫码\n'), [
      'c:1:8：5 的类型不对，应为若干“名称: 值”',
      'c:3:9："2024" 的类型不对，应为整数',
      'c:5:12："扫码" 的类型不对，应为列表',
    ])
    assert.deepEqual(await linesFor('profile:\n  year: 24\nresidue:\n  phrases:\n    - 扫一扫\n    - 扫\n'), [
      'c:2:9：24 超出范围，应不小于 1949',
      'c:6:7："扫" 太短，应不少于 2 个字',
    ])
    assert.deepEqual(await linesFor('- enable\n'), ['c:1:1：["enable"] 的类型不对，应为若干“名称: 值”'])
  })

  it('takes a unit’s own profile, and names sections and profiles that there are not', async () => {
    const own =
      'profile: { use: 本局, sections: { require: [研学], ignore: [language] } }\nprofiles:\n  本局:\n    base: education-bureau\n    kinds: [annual]\n    required: [研学, problems|next-plan]\n    optional: [safety]\n    sections:\n      - id: 研学\n        name: 研学旅行\n        aliases: [研学基地]\n        keywords: { 研学: 3, 营地: 1 }\n        years: { from: 2020 }\n'
    assert.deepEqual(await linesFor(own), [])
    assert.deepEqual(await linesFor(own.replace('{ 研学: 3, 营地: 1 }', '[研学, 营地]')), [])
    assert.deepEqual(await linesFor(own.replace('use: 本局', 'use: 本居').replace('[safety]', '[saftey]').replace('problems|next-plan', 'problems|nextplan')), [
      'c:1:17：profiles 里没有“本居”（是不是想写“本局”？）',
      'c:6:20：没有代号为“nextplan”的部分（是不是想写“next-plan”？）',
      'c:7:16：没有代号为“saftey”的部分（是不是想写“safety”？）',
    ])
    assert.deepEqual(
      await linesFor(
        own
          .replaceAll('研学: 3', '研学: 5')
          .replace('id: 研学', 'id: safety')
          .replace('[研学, problems', '[safety, problems')
          .replace('require: [研学]', 'require: []'),
      ),
      ['c:12:25：5 超出范围，应不大于 3'],
    )
    assert.deepEqual(await linesFor('profiles:\n  本局:\n    sections:\n      - id: safety\n        name: 安全\n'), [
      'c:4:13：“safety”是通用部分的代号，应另取一个',
    ])
    assert.deepEqual(await linesFor('profiles:\n  本局:\n    sections:\n      - name: 研学\n        keywords: 研学\n'), [
      'c:4:9：缺少“id”',
      'c:5:19："研学" 的类型不对，应为列表',
    ])
  })

  it('says where YAML itself is wrong', async () => {
    assert.deepEqual(await linesFor('enable: auto\nenable: never\n'), ['c:2:1：格式有误：同一名称写了两次'])
    const [line] = await linesFor('rules:\n  structure/ordinal-sequence: "off\n')
    assert.match(line ?? '', /^c:\d+:\d+：格式有误：缺少引号、括号或冒号$/)
  })

  it('counts columns behind characters beyond the basic plane in UTF-16 units, and lines by CRLF', async () => {
    const { problems } = await checkConfiguration('# 𠮷\r\nresidue: { phrases: ["𠮷😀", 1] }\r\n')
    assert.deepEqual(
      problems.map(({ start, end }) => [start, end]),
      [
        [
          { line: 1, column: 29 },
          { line: 1, column: 30 },
        ],
      ],
    )
  })

  it('keeps the parts that nothing is wrong with', async () => {
    const { configuration } = await checkConfiguration('enable: alwais\nrules:\n  no/such: off\n  punctuation/paired-marks: info\nresidue: 1\n')
    assert.deepEqual(configuration, { rules: { 'punctuation/paired-marks': 'info' } })
  })
})

describe('front matter', () => {
  it('gives the part about this tool and no other', async () => {
    assert.deepEqual(await checkFrontMatter('---\ntitle: 总结\ngongwen:\n  enable: never\n---\n正文\n'), { configuration: { enable: 'never' }, problems: [] })
    assert.equal(await checkFrontMatter('---\ntitle: 总结\n---\n正文\n'), undefined)
    assert.equal(await checkFrontMatter('正文\n'), undefined)
  })

  it('places problems in the whole text', async () => {
    const front = await checkFrontMatter('---\r\ntitle: 总结\r\ngongwen:\r\n  enable: sometimes\r\n---\r\n正文\r\n')
    assert.deepEqual(
      front?.problems.map(({ start, end }) => [start, end]),
      [
        [
          { line: 3, column: 10 },
          { line: 3, column: 19 },
        ],
      ],
    )
    assert.deepEqual(front.configuration, {})
  })

  it('an alias that names nothing, or grows without bound, is a problem and no crash', async () => {
    for (const source of [
      'a: *b',
      `a0: &a0 [1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(8)}]`).join('\n')}`,
    ]) {
      const { configuration, problems } = await checkConfiguration(source)
      assert.deepEqual(configuration, {})
      assert.match(problems[0]?.message.zh ?? '', /引用/)
    }
  })

  it('is parsed for a session, and passed over when it is no YAML', async () => {
    const parse = await frontMatterParser()
    assert.deepEqual(parse('gongwen:\n  enable: never'), { gongwen: { enable: 'never' } })
    assert.equal(parse('a: "b'), undefined)
    assert.equal(parse('a: *b'), undefined)
  })
})
