import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { only, parsed, SEQUENCE, SKIPPED, World } from './world.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What can only be seen on the built command, run as users run it. */
describe('the built gongwen', function () {
  this.timeout(60_000)
  let world: World
  // the loader of the tests has no business in the command
  const env = { ...process.env, NODE_OPTIONS: '' }

  before(() => {
    // built anew, so that it is the same sources that speak on both sides; it takes a second
    const built = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], { cwd: root, env, encoding: 'utf8' })
    assert.equal(built.status, 0, built.stderr)
    world = new World({ '.gongwenrc.yaml': only(SEQUENCE), 'a.txt': SKIPPED, 'gbk.txt': Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0xd7, 0xdc, 0xbd, 0xe1]) })
  })
  after(() => {
    world.remove()
  })

  function spawn(args: readonly string[], input = ''): { code: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}cli/bin/gongwen.js`, ...args], { cwd: world.folder, env, input, encoding: 'utf8' })
    return { code: status, stdout, stderr }
  }

  it('says what the sources say, with the exit code of its findings', async () => {
    for (const args of [
      ['check', 'a.txt', 'gbk.txt'],
      ['check', '--format', 'json', 'a.txt', 'gbk.txt'],
      ['check', 'none.txt'],
      ['outline', 'a.txt'],
      ['fix', '--diff', 'a.txt'],
      ['explain', SEQUENCE],
      ['figures', 'a.txt'],
      ['compare', 'a.txt', 'a.txt'],
      ['check', '--help'],
    ]) {
      const { code, stdout, stderr } = await world.gongwen(args)
      assert.deepEqual(spawn(args), { code, stdout, stderr }, args.join(' '))
    }
  })

  it('reads standard input to its end', () => {
    const { code, stdout } = spawn(['check', '--format', 'json', '-'], SKIPPED + '全年开展活动。\n'.repeat(20_000))
    assert.equal(code, 1)
    assert.deepEqual(
      parsed({ stdout } as never).files.map(({ findings }) => findings.map(({ start }) => start.line)),
      [[9]],
    )
  })

  it('writes a workbook, whose library is bundled', () => {
    const { code } = spawn(['figures', '--output', 'a.xlsx', 'a.txt'])
    assert.equal(code, 0)
    const [sheet] = Object.entries(unzipSync(world.read('a.xlsx'))).filter(([name]) => name === 'xl/worksheets/sheet1.xml')
    assert.match(strFromU8((sheet as [string, Uint8Array])[1]), /<v>12<\/v>/)
  })

  it('says so when it was not built', () => {
    cpSync(`${root}cli/bin`, join(world.folder, 'cli/bin'), { recursive: true })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/bin/gongwen.js', 'check', 'a.txt'], { cwd: world.folder, env, encoding: 'utf8' })
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^gongwen: 尚未构建，请先运行 npm run build（缺少 [^\n]+gongwen\.cjs）\n$/)
  })

  it('stops quietly when nobody reads on', function () {
    if (process.platform === 'win32') this.skip()
    const many = SKIPPED.repeat(400)
    world.write('many.txt', many)
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${root}cli/bin/gongwen.js" check many.txt | head -n 1`], {
      cwd: world.folder,
      env,
      encoding: 'utf8',
    })
    assert.match(stdout, /^many\.txt:\d+:\d+ /)
    assert.equal(stderr, '')
  })
})
