/**
 * `node bench/figures.mjs`: how the time of the figure rules grows from 1,000 figures to 10,000, right ones and wrong ones.
 * Near-linear is a factor of about ten; it prints and judges nothing, for milliseconds differ from machine to machine.
 */
import { bundleEngine } from './bundle.mjs'
import { best } from './measure.mjs'
import { nameOf } from './texts.mjs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const { Linter, ReportDocument, resolveConfiguration, RULES } = await import(await bundleEngine())
const linter = new Linter({ rules: RULES.filter(({ id }) => id.startsWith('figures/')), configuration: resolveConfiguration({ enable: 'always' }) })

/**
 * A report with so many figures, nine in three sentences a paragraph; `off` is added to every percentage, and everything
 * stands in one paragraph where `isOneBlock`.
 */
function reportOf(figures, off, isOneBlock) {
  const paragraphs = []
  for (let i = 0; i < figures; i += 10) {
    const total = 800 + (i % 500)
    const done = Math.floor(total * 0.9)
    const percent = ((done * 100) / total + off).toFixed(1)
    const before = 200 + (i % 90)
    paragraphs.push(
      `${nameOf(i)}片区排查隐患${total}处，整改${done}处，整改率${percent}%。现有${nameOf(i)}教师${total}名，其中骨干教师${done}名，占${percent}%。培训由${before}人次增加到${before * 2}人次，增长${(100 + off).toFixed(1)}%。投入${nameOf(i)}资金${total}万元。`,
    )
  }
  return `澜河县教育局2024年工作总结\n\n${paragraphs.join(isOneBlock ? '' : '\n')}\n`
}

console.log('| text | figures | characters | findings | ms | µs a figure |\n|---|---|---|---|---|---|')
// the first text would pay for compiling what all share
best(ROUNDS, () => linter.lint(new ReportDocument(reportOf(1_000, -7, false) + reportOf(1_000, 0, false), 'plain')))
for (const [title, off, isOneBlock] of [
  ['right', 0, false],
  ['all wrong', -7, false],
  ['right, one paragraph', 0, true],
  ['all wrong, one paragraph', -7, true],
]) {
  const rows = [1_000, 3_000, 10_000].map((figures) => {
    const text = reportOf(figures, off, isOneBlock)
    const run = () => linter.lint(new ReportDocument(text, 'plain'))
    return { figures, characters: text.length, findings: run().length, ms: best(ROUNDS, run) }
  })
  for (const { figures, characters, findings, ms } of rows)
    console.log(`| ${title} | ${figures} | ${characters} | ${findings} | ${ms.toFixed(1)} | ${((ms * 1000) / figures).toFixed(1)} |`)
  const [first, , last] = rows
  console.log(`| ${title} | ×10 | | | ×${(last.ms / first.ms).toFixed(1)} | |`)
}
