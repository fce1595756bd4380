/**
 * `npm run bench:pathological`: what nobody writes and anybody may paste. Each text is checked in a process of its own, at a
 * quarter of its size and whole; printed are both times, the exponent of growth, and the memory taken at the peak.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleEngine } from './bundle.mjs'

const sentence = '全区有学生2000人，其中女生1100人，占比55%，开展“书香校园”活动12次，完成投资1.2万元。'
const lines = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('\n')
/** Each takes a scale, 1 for the whole. */
const CASES = {
  'one line of 1 MB': (k) => sentence.repeat(8000 * k),
  '100,000 headings': (k) => lines(100_000 * k, (i) => `（一）加强第${i}项工作`),
  '100,000 Markdown headings': (k) => lines(100_000 * k, (i) => `## 加强第${i}项工作`),
  '50,000 [': (k) => '['.repeat(50_000 * k),
  '20,000 nested >': (k) => `${'>'.repeat(20_000 * k)}文`,
  '20,000 nested lists': (k) => lines(20_000 * k, (i) => `${' '.repeat(Math.min(i, 2000))}- 文`),
  '100,000 figures, one paragraph': (k) => Array.from({ length: 100_000 * k }, (_, i) => `完成${i}个。`).join(''),
  '100,000 figures, a line each': (k) => lines(100_000 * k, (i) => `完成第${i % 97}类项目${i}个。`),
  '10⁵ combining marks': (k) => `好${'\u0301'.repeat(100_000 * k)}`,
  '10⁵ opening quotes': (k) => '“'.repeat(100_000 * k),
  '10⁵ question marks': (k) => '?'.repeat(100_000 * k),
  '10⁵ commas': (k) => '，'.repeat(100_000 * k),
  '10⁵ X': (k) => 'X'.repeat(100_000 * k),
  '400,000 digits': (k) => '12'.repeat(200_000 * k),
  '300,000 blanks': (k) => `${' '.repeat(300_000 * k)}文`,
  'table of 20,000 rows': (k) => `|项目|数量|\n|---|---|\n${lines(20_000 * k, (i) => `|第${i}项|${i}|`)}`,
  'table of 5,000 columns': (k) => `|${'数|'.repeat(5000 * k)}\n|${'---|'.repeat(5000 * k)}\n|${'1|'.repeat(5000 * k)}`,
  '100,000 lone surrogates': (k) => '\ud800'.repeat(100_000 * k),
  'unclosed comment, 1 MB': (k) => `<!-- ${sentence.repeat(8000 * k)}`,
  'report lines, 10 MB': (k) => lines(75_000 * k, (i) => `第${i}所学校${sentence}`),
}

const self = fileURLToPath(import.meta.url)
const [name, scale, engine] = process.argv.slice(2)
if (name !== undefined && engine !== undefined) {
  const { lintText } = await import(engine)
  const text = `2024年工作总结\n\n${CASES[name](Number(scale))}`
  const began = process.cpuUsage()
  const { findings } = lintText(text, { format: 'markdown', configuration: { enable: 'always' } })
  const { user, system } = process.cpuUsage(began)
  const broken = findings.filter(({ messageId }) => messageId === 'internal-error')
  console.log(
    JSON.stringify({
      ms: (user + system) / 1000,
      length: text.length,
      findings: findings.length,
      peak: process.resourceUsage().maxRSS / 1024,
      broken: broken.slice(0, 2).map(({ message }) => message),
    }),
  )
} else {
  const outfile = await bundleEngine()
  const run = (key, k) => {
    const { stdout, stderr, signal } = spawnSync(process.execPath, [self, key, String(k), outfile], { encoding: 'utf8', timeout: 300_000 })
    return stdout === '' ? { ms: Number.NaN, broken: [signal ?? stderr.slice(-300)], peak: 0, findings: 0, length: 0 } : JSON.parse(stdout)
  }
  console.log('| text | units | quarter, ms | whole, ms | exponent | findings | peak MB |\n|---|---|---|---|---|---|---|')
  for (const key of Object.keys(CASES)) {
    if (name !== undefined && !key.includes(name)) continue
    const [quarter, whole] = [run(key, 0.25), run(key, 1)]
    const exponent = Math.log(whole.ms / quarter.ms) / Math.log(4)
    console.log(
      `| ${key} | ${whole.length} | ${quarter.ms.toFixed(0)} | ${whole.ms.toFixed(0)} | ${exponent.toFixed(2)} | ${whole.findings} | ${whole.peak.toFixed(0)} |${whole.broken.length > 0 ? ` ${whole.broken}` : ''}`,
    )
  }
}
