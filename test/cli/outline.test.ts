import assert from 'node:assert/strict'
import type { OutlineOfText } from '../../cli/src/outline-of-text.js'
import { only, PAIRS, SEQUENCE, World } from './world.js'

const REPORT = `2024年工作总结

全年工作如下。

一、党建工作
（一）抓学习。全年学习12次（含专题4次。
（二）抓 阵地。𠮷林支部😀达标。

三、安全工作
全年演练4次。
`

describe('gongwen outline', () => {
  let world: World
  before(() => {
    world = new World({ '.gongwenrc.json': only(SEQUENCE, PAIRS), 'a.txt': REPORT, 'b.txt': REPORT })
  })
  after(() => {
    world.remove()
  })

  it('shows ordinals, titles, lines, characters and findings', async () => {
    const { code, stdout, stderr } = await world.gongwen(['outline', 'a.txt'])
    assert.equal(
      stdout,
      [
        '2024年工作总结　71 字，2 个错误',
        '  一、党建工作　第 5 行，42 字，1 个错误',
        '    （一）抓学习　第 6 行，21 字，1 个错误',
        '    （二）抓 阵地　第 7 行，15 字',
        '  三、安全工作　第 9 行，13 字，1 个错误',
        '',
      ].join('\n'),
    )
    assert.deepEqual([code, stderr], [0, ''])
  })

  it('gives the same as JSON, nested', async () => {
    const tree = JSON.parse((await world.gongwen(['outline', '--format', 'json', 'a.txt'])).stdout) as OutlineOfText
    const none = { errors: 0, warnings: 0, infos: 0, hints: 0 }
    const one = { ...none, errors: 1 }
    assert.deepEqual(tree, {
      path: 'a.txt',
      kind: 'annual',
      year: 2024,
      titles: ['2024年工作总结'],
      characters: 71,
      findings: { ...none, errors: 2 },
      sections: [
        {
          ordinal: '一、',
          title: '党建工作',
          level: 1,
          line: 5,
          characters: 42,
          findings: one,
          sections: [
            { ordinal: '（一）', title: '抓学习', level: 2, line: 6, characters: 21, findings: one, sections: [] },
            { ordinal: '（二）', title: '抓 阵地', level: 2, line: 7, characters: 15, findings: none, sections: [] },
          ],
        },
        { ordinal: '三、', title: '安全工作', level: 1, line: 9, characters: 13, findings: one, sections: [] },
      ],
    })
  })

  it('gives a Markdown list', async () => {
    assert.equal(
      (await world.gongwen(['outline', '--format', 'markdown', 'a.txt'])).stdout,
      [
        '# 2024年工作总结',
        '',
        '- 一、党建工作（42 字，1 个错误）',
        '  - （一）抓学习（21 字，1 个错误）',
        '  - （二）抓 阵地（15 字）',
        '- 三、安全工作（13 字，1 个错误）',
        '',
      ].join('\n'),
    )
  })

  it('reads standard input, and speaks English', async () => {
    const { stdout } = await world.gongwen(['outline', '--language', 'en', '-'], { stdin: REPORT })
    assert.match(stdout, /\n {2}一、党建工作 {2}line 5, 42 characters, 1 errors\n/)
  })

  it('compares with reports of its kind with --coverage', async () => {
    world.write(
      'c.txt',
      '临澄县教育局2024年工作总结和2025年工作计划\n\n一、党建工作\n全年开展主题党日12次，组织党员学习24次，覆盖党员320人。基层党组织建设持续加强。\n',
    )
    const { coverage = [] } = JSON.parse((await world.gongwen(['outline', '--coverage', '--format', 'json', 'c.txt'])).stdout) as OutlineOfText
    const plan = coverage.find(({ id }) => id === 'next-plan')
    assert.deepEqual(plan, { id: 'next-plan', name: '2025年工作计划', requirement: 'required', status: 'absent', line: null })
    assert.ok(
      coverage.some(({ status, line }) => status === 'present' && line === 3),
      JSON.stringify(coverage),
    )
    const { stdout } = await world.gongwen(['outline', '--coverage', 'c.txt'])
    assert.match(stdout, /\n\n内容对照：\n(?: {2}[^\n]+\n){2,}$/)
    assert.ok(stdout.includes('\n  2025年工作计划（应有）：没有\n'), stdout)
    assert.match((await world.gongwen(['outline', '--coverage', '--format', 'markdown', 'c.txt'])).stdout, /\n- 2025年工作计划（应有）：没有\n/)
    assert.ok(!(await world.gongwen(['outline', 'c.txt'])).stdout.includes('内容对照'))
  })

  it('takes one file', async () => {
    assert.deepEqual(
      [(await world.gongwen(['outline', '*.txt'])).code, (await world.gongwen(['outline', '*.txt'])).stderr],
      [2, 'gongwen: 一次只能看一个文件的提纲：*.txt\n'],
    )
    assert.deepEqual(
      [(await world.gongwen(['outline', 'none.txt'])).code, (await world.gongwen(['outline', 'none.txt'])).stderr],
      [2, 'gongwen: 文件不存在：none.txt\n'],
    )
  })
})
