import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { LETTER, only, parsed, RIGHT, SEQUENCE, SKIPPED, World } from './world.js'

const root = new URL('../../', import.meta.url)

describe('gongwen check --format json', () => {
  let validate: ValidateFunction
  let world: World
  before(() => {
    validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(new URL('schemas/check-output.schema.json', root), 'utf8')) as object)
  })
  afterEach(() => {
    world.remove()
  })

  const assertValid = (output: unknown): void => {
    assert.ok(validate(output), JSON.stringify(validate.errors, null, 2))
  }

  it('is as its schema says, on every report of ours, with all rules and hints', async () => {
    const golden = readdirSync(new URL('test/golden/', root)).filter((name) => /\.(?:md|txt)$/.test(name))
    world = new World({
      ...Object.fromEntries(golden.map((name) => [name, readFileSync(new URL(`test/golden/${name}`, root))])),
      'defects.txt': SKIPPED,
      'letter.txt': LETTER,
    })
    const outcome = await world.gongwen(['check', '--format', 'json', '--min-severity', 'hint', '.'])
    const output = parsed(outcome)
    assertValid(output)
    assert.equal(output.files.length, golden.length + 2)
    assert.equal(outcome.stdout.trimEnd().split('\n').length, 1)
  }).timeout(60_000)

  it('is exactly this for one skipped ordinal', async () => {
    world = new World({ '.gongwenrc.json': only(SEQUENCE), 'a.txt': SKIPPED })
    const output = parsed(await world.gongwen(['check', '--format', 'json', 'a.txt']))
    assertValid(output)
    const offset = SKIPPED.indexOf('四、')
    const related = SKIPPED.indexOf('二、')
    const { message, advice } = output.files[0]?.findings[0] ?? {}
    assert.deepEqual(output, {
      version: 1,
      files: [
        {
          path: 'a.txt',
          kind: 'annual',
          year: 2024,
          findings: [
            {
              ruleId: SEQUENCE,
              severity: 'error',
              message,
              advice,
              start: { line: 9, column: 1, offset },
              end: { line: 9, column: 3, offset: offset + 2 },
              excerpt: '四、',
              related: [{ start: { line: 6, column: 1, offset: related }, end: { line: 6, column: 3, offset: related + 2 }, message: '教学工作' }],
              fixes: [
                {
                  title: '从此处起重新编号为“三、”',
                  safety: 'safe',
                  edits: [{ start: { line: 9, column: 1, offset }, end: { line: 9, column: 2, offset: offset + 1 }, newText: '三' }],
                },
              ],
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0, fixable: 1 },
    })
    assert.match(message ?? '', /“二、”之后应为“三、”，文中写作“四、”/)
  })

  it('gives no kind and no year for a text that is no report, and counts it', async () => {
    world = new World({ 'a.txt': LETTER, 'b.txt': RIGHT, '.gongwenrc.json': only(SEQUENCE) })
    const output = parsed(await world.gongwen(['check', '--format', 'json', 'a.txt', 'b.txt']))
    assert.deepEqual(output.files, [
      { path: 'a.txt', kind: null, year: null, findings: [] },
      { path: 'b.txt', kind: 'annual', year: 2024, findings: [] },
    ])
    assert.equal(output.summary.files, 2)
  })

  it('is whole when a file is missing, and when all are', async () => {
    world = new World({ 'a.txt': RIGHT, '.gongwenrc.json': only(SEQUENCE) })
    for (const [args, files] of [
      [['a.txt', 'none.txt'], 1],
      [['none.txt'], 0],
    ] as const) {
      const outcome = await world.gongwen(['check', '--format', 'json', ...args])
      assert.equal(outcome.code, 2)
      assertValid(parsed(outcome))
      assert.equal(parsed(outcome).summary.files, files)
    }
  })

  it('has no colour even where colour is forced', async () => {
    world = new World({ 'a.txt': SKIPPED })
    const { stdout } = await world.gongwen(['check', '--format', 'json', '--color', 'a.txt'], { isTTY: true, env: { FORCE_COLOR: '1' } })
    assert.ok(!stdout.includes('\u001b'))
  })

  it('is refused by its schema when a part is missing or unknown', () => {
    world = new World()
    assert.ok(!validate({ version: 1, files: [] }))
    assert.ok(
      !validate({
        version: 1,
        files: [{ path: 'a', kind: null, year: null, findings: [], more: 1 }],
        summary: { files: 1, errors: 0, warnings: 0, infos: 0, hints: 0, fixable: 0 },
      }),
    )
  })
})
