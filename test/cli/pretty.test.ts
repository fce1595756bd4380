import assert from 'node:assert/strict'
import stringWidth from 'string-width'
import { only, PAIRS, RIGHT, SEQUENCE, SKIPPED, World, type Surroundings } from './world.js'

describe('gongwen check --format pretty', () => {
  let world: World
  beforeEach(() => {
    world = new World({ '.gongwenrc.json': only(SEQUENCE, PAIRS) })
  })
  afterEach(() => {
    world.remove()
  })

  async function check(text: string, surroundings: Surroundings = {}, ...args: string[]): Promise<string> {
    world.write('a.txt', text)
    return (await world.gongwen(['check', ...args, 'a.txt'], surroundings)).stdout
  }

  /** The excerpt of the first finding and what stands above its marks, column by column. */
  async function underlined(line: string, columns: number): Promise<{ shown: string; marked: string }> {
    const lines = (await check(`2024年工作总结\n\n${line}\n`, { columns })).split('\n')
    const at = lines.findIndex((candidate) => /^ {3,}\| +\^+$/.test(candidate))
    assert.ok(at > 0, lines.join('\n'))
    const [excerpt = '', marks = ''] = lines.slice(at - 1, at + 1)
    for (const shown of [excerpt, marks]) assert.ok(stringWidth(shown) <= columns, `${stringWidth(shown)} columns: ${shown}`)
    let column = 0
    let marked = ''
    for (const { segment } of new Intl.Segmenter('zh').segment(excerpt)) {
      if (marks.slice(column, column + stringWidth(segment)).includes('^')) marked += segment
      column += stringWidth(segment)
    }
    return { shown: excerpt.replace(/^ *\d+ \| /, ''), marked }
  }

  it('says where, how grave, which rule, what, what to do, and that it can be fixed', async () => {
    assert.equal(
      await check(SKIPPED),
      [
        `a.txt:9:1  错误  ${SEQUENCE}`,
        '  序号跳号：“二、”之后应为“三、”，文中写作“四、”。',
        '  核对是否漏了内容；若没有，把序号改为“三、”。',
        '  9 | 四、安全工作',
        '    | ^^^^',
        '  相关 6:1  教学工作',
        '  可自动修复：从此处起重新编号为“三、”',
        '',
        '检查了 1 个文件：1 个错误。其中 1 处可自动修复（gongwen fix）。',
        '',
      ].join('\n'),
    )
  })

  it('tells a note once that many places share, and names the places', async () => {
    world.write('.gongwenrc.json', only('residue/placeholder'))
    const places = Array.from({ length: 24 }, () => '走访XX社区一次。')
    const shown = await check(['2024年工作总结', '', ...places, ''].join('\n'))
    assert.equal(shown.split('\n').filter((line) => /提示 {2}residue\/placeholder/.test(line)).length, 1, shown)
    assert.match(shown, /^ {2}同样的还有23处：4:3、5:3、6:3、(\d+:3、){16}23:3等$/m)
    assert.match(shown, /1 个警告、24 条提示/, 'all are counted')
  })

  it('tells each of a few notes, and each warning however many say the same', async () => {
    const few = await check(['2024年工作总结', '', ...Array.from({ length: 3 }, (_, place) => `第${place}次（含下属单位12场。`), ''].join('\n'))
    const many = await check(['2024年工作总结', '', ...Array.from({ length: 8 }, (_, place) => `第${place}次（含下属单位12场。`), ''].join('\n'))
    assert.equal(few.split(PAIRS).length - 1, 3)
    assert.equal(many.split(PAIRS).length - 1, 8)
    assert.doesNotMatch(many, /同样的/)
  })

  const BEFORE: [title: string, before: string][] = [
    ['nothing', ''],
    ['Chinese', '全年共开展各类活动'],
    ['ASCII', 'ABC 12.5% '],
    ['𠮷 and emoji', '𠮷林路小学😀👨‍👩‍👧'],
    ['full-width letters and spaces', '　Ａ座'],
    ['a tab', '全年\t共开展'],
  ]
  for (const [title, before] of BEFORE) {
    it(`underlines the words themselves after ${title}`, async () => {
      const { marked, shown } = await underlined(`${before}（含下属单位12场。`, 100)
      assert.equal(marked[0], '（')
      assert.equal(marked, '（含下属单位12场。'.slice(0, marked.length))
      assert.equal(shown, `${before}（含下属单位12场。`.replace('\t', ' '))
    })
  }

  for (const columns of [24, 40, 60, 80, 101]) {
    it(`cuts a long line around the finding to ${columns} columns`, async () => {
      const { marked, shown } = await underlined(`${'全年开展各类活动，'.repeat(30)}其中（含下属单位12场，${'按期完成年度任务，'.repeat(30)}。`, columns)
      assert.equal(marked[0], '（')
      assert.ok(shown.startsWith('…') && shown.endsWith('…'), shown)
      assert.ok(stringWidth(shown) > columns - 12, shown)
    })
  }

  it('cuts at one end alone when the finding stands at the other', async () => {
    assert.match((await underlined(`（含下属单位12场，${'按期完成，'.repeat(40)}。`, 60)).shown, /^（.*…$/)
    assert.match((await underlined(`${'按期完成，'.repeat(40)}其中（含8场。`, 60)).shown, /^….*8场。$/)
  })

  it('lets no control character of a text through to the terminal', async () => {
    const stdout = await check('2024年工作总结\n\n全年\u001b[31m开展（活动\u202e12场\u0007。\n', { columns: 100 })
    assert.match(stdout, /全年\ufffd\[31m开展（活动\ufffd12场\ufffd。/)
    for (const control of ['\u0007', '\u001b', '\u202e']) assert.ok(!stdout.includes(control))
  })

  it('marks fixes that need a look as such, and none where there is none', async () => {
    const stdout = await check('2024年工作总结\n\n全年开展活动（含下属单位12场。\n')
    assert.ok(!stdout.includes('可自动修复'), stdout)
  })

  describe('colour', () => {
    const isColoured = async (surroundings: Surroundings, ...args: string[]): Promise<boolean> =>
      (await check(SKIPPED, surroundings, ...args)).includes('\u001b[')

    it('is for terminals', async () => {
      assert.equal(await isColoured({}), false)
      assert.equal(await isColoured({ isTTY: true }), true)
      assert.equal(await isColoured({ isTTY: true, env: { TERM: 'dumb' } }), false)
    })

    it('follows NO_COLOR and FORCE_COLOR', async () => {
      assert.equal(await isColoured({ isTTY: true, env: { NO_COLOR: '1' } }), false)
      assert.equal(await isColoured({ isTTY: true, env: { NO_COLOR: '' } }), true)
      assert.equal(await isColoured({ env: { FORCE_COLOR: '1' } }), true)
      assert.equal(await isColoured({ isTTY: true, env: { FORCE_COLOR: '0' } }), false)
    })

    it('follows --color and --no-color before all', async () => {
      assert.equal(await isColoured({ env: { NO_COLOR: '1' } }, '--color'), true)
      assert.equal(await isColoured({ isTTY: true, env: { FORCE_COLOR: '1' } }, '--no-color'), false)
    })

    it('changes nothing but the colour', async () => {
      // eslint-disable-next-line no-control-regex -- the escape sequences are what is taken out
      assert.equal((await check(SKIPPED, { isTTY: true })).replaceAll(/\u001b\[\d+m/g, ''), await check(SKIPPED))
    })
  })

  it('says that nothing was found in green on a terminal', async () => {
    assert.equal(await check(RIGHT, { isTTY: true }), '\u001b[32m检查了 1 个文件，没有发现问题。\u001b[39m\n')
  })
})
