/**
 * `node bench/ledger.mjs`: how the time for a ledger grows from 1,000 figures to 10,000, and that of comparing two reports.
 * Near-linear is a factor of about ten; it prints and judges nothing, for milliseconds differ from machine to machine.
 */
import { bundleEngine } from './bundle.mjs'
import { best } from './measure.mjs'
import { nameOf } from './texts.mjs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9)
const { compareReports, ledgerOf, ReportDocument } = await import(await bundleEngine())

/** A report with so many figures, five a sentence, three sentences a paragraph; no two metrics alike. */
function reportOf(year, figures) {
  const lines = [`澜河县教育局${year}年工作总结`, '', `一、${year}年工作`]
  for (let i = 0; i < figures; i += 15) {
    if (i % 300 === 0) lines.push(`（${'一二三四五六七八九十'[(i / 300) % 10]}）抓好第${i / 300 + 1}片区工作`)
    const sentence = (j) =>
      `第${j}片区招聘${nameOf(j)}教师${120 + (j % 80)}名，比上年增加${3 + (j % 7)}名，投入${nameOf(j)}资金${(j % 90) + 10}.5万元，占片区教育支出${200 + (j % 50)}万元的${20 + (j % 30)}.4%。`
    lines.push(sentence(i) + sentence(i + 5) + sentence(i + 10))
  }
  return `${lines.join('\n')}\n`
}

const rows = [1_000, 3_000, 10_000].map((figures) => {
  const [last, current] = [reportOf(2023, figures), reportOf(2024, figures)]
  const read = (text) => new ReportDocument(text, 'plain')
  const found = ledgerOf(read(current)).length
  return {
    figures: found,
    characters: current.length,
    ledger: best(ROUNDS, () => ledgerOf(read(current))),
    compare: best(ROUNDS, () => compareReports(read(last), read(current))),
  }
})
console.log('| figures | characters | ledger, ms | µs a figure | two reports compared, ms |\n|---|---|---|---|---|')
for (const { figures, characters, ledger, compare } of rows)
  console.log(`| ${figures} | ${characters} | ${ledger.toFixed(1)} | ${((ledger * 1000) / figures).toFixed(1)} | ${compare.toFixed(1)} |`)
const [first, , last] = rows
console.log(
  `\n${(last.figures / first.figures).toFixed(1)} times the figures: ledger ${(last.ledger / first.ledger).toFixed(1)} times, comparison ${(last.compare / first.compare).toFixed(1)} times the time`,
)
