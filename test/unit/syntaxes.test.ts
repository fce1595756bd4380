import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Registry } from 'vscode-textmate'

const require = createRequire(import.meta.url)
// Both are UMD bundles, whose names neither Node nor tsx can offer to an import statement.
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma')
const textmate = require('vscode-textmate') as typeof import('vscode-textmate')
const read = (name: string): string => readFileSync(new URL(`../../syntaxes/${name}`, import.meta.url), 'utf8')
const INJECTION = 'gongwen.injection'

/**
 * A Markdown as small as the test needs, with the scope names that VS Code's own grammar uses: a heading whose
 * content is tokenised as a capture, fenced code, inline code and comments. The real grammar is checked end to end.
 */
const SMALL_MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      match: '^(#{1,6})( +)(.*)$',
      name: 'markup.heading.markdown',
      captures: { 3: { name: 'entity.name.section.markdown', patterns: [] } },
    },
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
    { match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' },
    { match: '^([0-9]+\\.) ', captures: { 1: { name: 'punctuation.definition.list.begin.markdown' } } },
  ],
}

const GRAMMARS: Record<string, string> = {
  [INJECTION]: read('gongwen.injection.tmLanguage.json'),
  'text.plain.gongwen': read('gongwen-plaintext.tmLanguage.json'),
  'text.html.markdown': JSON.stringify(SMALL_MARKDOWN),
}

/** The coloured pieces of a text: [piece, its innermost scope of ours without the suffix], in order. */
type Coloured = [string, string][]

describe('syntaxes：公文要素着色', () => {
  let registry: Registry

  before(async () => {
    await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
    registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) => {
        const text = GRAMMARS[scope]
        return text === undefined ? null : textmate.parseRawGrammar(text, `${scope}.json`)
      },
      getInjections: (scope) => (scope === INJECTION ? [] : [INJECTION]),
    })
  })

  async function colour(text: string, scope = 'text.plain.gongwen'): Promise<Coloured> {
    const grammar = await registry.loadGrammar(scope)
    assert.ok(grammar)
    const coloured: Coloured = []
    let state = textmate.INITIAL
    for (const line of text.split('\n')) {
      const result = grammar.tokenizeLine(line, state)
      for (const token of result.tokens) {
        const ours = token.scopes.at(-1)
        if (ours?.endsWith('.gongwen') && ours !== 'text.plain.gongwen') {
          coloured.push([line.slice(token.startIndex, token.endIndex), ours.replace(/\.gongwen$/, '')])
        }
      }
      state = result.ruleStack
    }
    return coloured
  }

  const ordinals: [string, Coloured][] = [
    ['一、加强队伍建设', [['一、', 'keyword.control.ordinal.level-1']]],
    ['　　十二、其他工作', [['十二、', 'keyword.control.ordinal.level-1']]],
    ['（一）加强队伍建设', [['（一）', 'keyword.control.ordinal.level-2']]],
    ['(三)加强队伍建设', [['(三)', 'keyword.control.ordinal.level-2']]],
    ['1.加强队伍建设', [['1.', 'keyword.control.ordinal.level-3']]],
    ['（12）加强队伍建设', [['（12）', 'keyword.control.ordinal.level-4']]],
    ['③加强队伍建设', [['③', 'keyword.control.ordinal.level-5']]],
    ['第一部分 全年工作回顾', [['第一部分', 'keyword.control.ordinal.part']]],
    ['第三章', [['第三章', 'keyword.control.ordinal.part']]],
    // Not ordinals: coordinated numbers, decimals, ordinary words, and anything not at the start of its line.
    ['一、二年级不布置书面作业', []],
    ['一、二、三等奖均已颁发', []],
    ['第一部分学校已经完成', []],
    ['做好（一）项所列工作', []],
    ['𠮷一、不在行首', []],
  ]
  for (const [text, expected] of ordinals) {
    it(`序号：${text}`, async () => assert.deepEqual(await colour(text), expected))
  }

  it('行首的小数不是序号，是数量', async () => {
    assert.deepEqual(await colour('1.5万元已经到位'), [
      ['1.5', 'constant.numeric.quantity'],
      ['万元', 'keyword.other.unit'],
    ])
  })

  const enumerations: [string, string[]][] = [
    ['一是抓学习。二是抓落实；三是抓整改。', ['一是', '二是', '三是']],
    ['第一，抓学习。第二，抓落实。', ['第一', '第二']],
    ['首先，抓学习。最后，抓落实。', ['首先', '最后']],
    ['一是一，二是二，有一说一。', []],
    ['统一是否必要，第一、二季度已经说明。', []],
    ['首先要抓学习。', []],
  ]
  for (const [text, expected] of enumerations) {
    it(`列举：${text}`, async () => {
      assert.deepEqual(
        await colour(text),
        expected.map((piece) => [piece, 'keyword.other.enumeration']),
      )
    })
  }

  const placeholders: [string, string[]][] = [
    ['XX区教育局20XX年招聘X名教师', ['XX', '20XX', 'X']],
    ['××学校，某某同志，【请填写】，经费___元', ['××', '某某', '【请填写】', '___']],
    ['由×同志负责，○○○学校参加', ['×', '○○○']],
    ['购置X光机，面积为3×4，使用FLEX课程和【智慧课堂】', []],
  ]
  for (const [text, expected] of placeholders) {
    it(`待填处：${text}`, async () => {
      assert.deepEqual(
        await colour(text),
        expected.map((piece) => [piece, 'variable.other.placeholder']),
      )
    })
  }

  const figures: [string, Coloured][] = [
    [
      '完成1,250.5万元，同比增长3.2%',
      [
        ['1,250.5', 'constant.numeric.quantity'],
        ['万元', 'keyword.other.unit'],
        ['3.2', 'constant.numeric.percentage'],
        ['%', 'keyword.other.unit.percentage'],
      ],
    ],
    [
      '提高2.1个百分点',
      [
        ['2.1', 'constant.numeric.percentage-point'],
        ['个百分点', 'keyword.other.unit.percentage-point'],
      ],
    ],
    [
      '培训300余人次',
      [
        ['300', 'constant.numeric.quantity'],
        ['余人次', 'keyword.other.unit'],
      ],
    ],
    [
      '2024年9月1日开学，12月5日验收',
      [
        ['2024年9月1日', 'constant.numeric.date'],
        ['12月5日', 'constant.numeric.date'],
      ],
    ],
    ['拨打12345热线，编号为A7', []],
    ['按照临教〔2024〕12号文件', [['〔2024〕12号', 'constant.other.document-number']]],
  ]
  for (const [text, expected] of figures) {
    it(`数字：${text}`, async () => assert.deepEqual(await colour(text), expected))
  }

  it('书名号连同里面的一层', async () => {
    assert.deepEqual(await colour('印发《关于落实《学校食堂管理办法》的通知》，'), [
      ['《', 'punctuation.definition.string.begin'],
      ['关于落实《学校食堂管理办法》的通知', 'string.other.title'],
      ['》', 'punctuation.definition.string.end'],
    ])
  })

  it('漏了后一半的书名号不着色', async () => assert.deepEqual(await colour('印发《学校食堂管理办法的通知'), []))

  it('Markdown 标题里的序号着色，标题本身仍是标题', async () => {
    const grammar = await registry.loadGrammar('text.html.markdown')
    const tokens = grammar?.tokenizeLine('## 一、队伍建设', textmate.INITIAL).tokens ?? []
    const ordinal = tokens.find((token) => token.scopes.at(-1) === 'keyword.control.ordinal.level-1.gongwen')
    assert.ok(ordinal)
    assert.ok(ordinal.scopes.includes('markup.heading.markdown'))
    assert.ok(tokens.every((token) => token.scopes.includes('markup.heading.markdown')))
  })

  it('Markdown 列表的编号归 Markdown', async () => {
    assert.deepEqual(await colour('1. 加强队伍建设', 'text.html.markdown'), [])
  })

  it('代码和注释里不着色', async () => {
    const text = '```\n一、代码 30%\n```\n`XX区30人` <!-- 一是《书》 -->'
    assert.deepEqual(await colour(text, 'text.html.markdown'), [])
    assert.deepEqual(await colour(`${text}\n一、正文`, 'text.html.markdown'), [['一、', 'keyword.control.ordinal.level-1']])
  })

  it('病态的长行也是线性时间', async () => {
    const pieces = ['《', '1', '一', '_', '×', 'X', '（', '【请', ' ', '#', '1,111', '〔2024']
    const time = async (length: number): Promise<number> => {
      const started = performance.now()
      for (const piece of pieces) await colour(piece.repeat(length / piece.length))
      return performance.now() - started
    }
    await time(1000) // compiles the patterns
    const [short, long] = [await time(4000), await time(32000)]
    // Eight times the text: linear is about 8 times, quadratic 64. The bound leaves room for a busy machine.
    assert.ok(long < Math.max(short, 5) * 30, `${short.toFixed(0)} ms → ${long.toFixed(0)} ms`)
  })

  it('每个正则的量词都有上限', () => {
    const injection = read('gongwen.injection.tmLanguage.json')
    const patterns = [...injection.matchAll(/"match": ("(?:[^"\\]|\\.)*")/g)].map((found) => JSON.parse(found[1] ?? '""') as string)
    assert.ok(patterns.length >= 15)
    for (const pattern of patterns) {
      const outsideClasses = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
      assert.doesNotMatch(outsideClasses, /[*+]|\{\d+,\}/, pattern)
    }
  })
})
