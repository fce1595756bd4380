import { checkedFigures, mentionsOf, type CheckedFigure, type FigureRole, type Finding, type LedgerEntry, type TextRange } from '@gongwen/engine'
import type { CheckedText } from '../checking/checked-text.js'

const MOST_MENTIONS = 10
const ROLES: Readonly<Record<FigureRole, readonly [zh: string, en: string]>> = {
  done: ['已完成或现有', 'done or there'],
  planned: ['计划', 'planned'],
  share: ['占比或比率', 'share or rate'],
  change: ['增减', 'change'],
  base: ['变化前的数', 'value before a change'],
}

/** What a figure is read as, where else its metric stands, and what it was checked against; Markdown. */
export function describeFigure(checked: CheckedText, entry: LedgerEntry): string {
  const { metric, written } = entry
  const items = [...readingOf(checked, entry), ...mentionsIn(checked, entry), ...checksOf(checked, entry)]
  const title = `**${metric === '' ? '' : `${escape(metric)}　`}${escape(written)}**`
  return [title, items.map((item) => `- ${item}`).join('\n')].join('\n\n')
}

function readingOf(checked: CheckedText, entry: LedgerEntry): string[] {
  const { scope, year, role } = entry
  const facts = [
    ...(scope === '' ? [] : [checked.say(`范围：${escape(scope)}`, `of ${escape(scope)}`)]),
    ...(year === undefined ? [] : [checked.say(`年份：${year}年`, `year ${year}`)]),
    checked.say(`性质：${ROLES[role][0]}`, ROLES[role][1]),
  ]
  return [checked.say(`数值：${valueOf(checked, entry)}`, `Value: ${valueOf(checked, entry)}`), facts.join(checked.say('；', '; '))]
}

/** The exact value in the base unit, and what it may stand for when it is rounded or approximate. */
function valueOf(checked: CheckedText, entry: LedgerEntry): string {
  const { value, interval, approximation, kind } = entry
  const unit = escape(kind === 'percentage' ? '%' : entry.unit)
  if (value === undefined) return checked.say('没有写明', 'left open')
  const exact = `${value.trimmed.toString()}${unit}`
  const [low, high] = [interval.low.trimmed.toString(), interval.high?.trimmed.toString()]
  if (low === high) return exact
  const reach = high === undefined ? checked.say(`${low}${unit}以上`, `${low}${unit} or more`) : `${low}～${high}${unit}`
  if (approximation === 'range') return reach
  return approximation === 'exact'
    ? checked.say(`${exact}（按四舍五入或截尾，可代表${reach}）`, `${exact} (as writers round: ${reach})`)
    : checked.say(`${exact}（约数，可代表${reach}）`, `${exact} (approximate: ${reach})`)
}

function mentionsIn(checked: CheckedText, entry: LedgerEntry): string[] {
  const others = mentionsOf(checked.document, entry).filter((other) => other !== entry)
  if (others.length === 0) return []
  const told = others.slice(0, MOST_MENTIONS).map((other) => {
    const notes = [
      ...(other.year === entry.year || other.year === undefined ? [] : [checked.say(`${other.year}年`, `${other.year}`)]),
      ...(other.role === entry.role ? [] : [checked.say(...ROLES[other.role])]),
    ]
    const note = notes.length === 0 ? '' : checked.say(`（${notes.join('，')}）`, ` (${notes.join(', ')})`)
    return checked.say(`第${other.line}行 ${escape(other.written)}${note}`, `line ${other.line} ${escape(other.written)}${note}`)
  })
  const rest = others.length > MOST_MENTIONS ? checked.say(`等${others.length}处`, ` and more, ${others.length} in all`) : ''
  return [checked.say(`同一指标的其他数：${told.join('；')}${rest}`, `Other figures of this metric: ${told.join('; ')}${rest}`)]
}

/** The relations that hold, and the findings about the figure: they say what does not. */
function checksOf(checked: CheckedText, entry: LedgerEntry): string[] {
  const holding = checkedFigures(checked.document).filter(({ holds, claim, operands }) => holds && [claim, ...operands].some((range) => overlap(range, entry)))
  const slips = checked.findings.filter((finding) => isAbout(finding, entry))
  const results = [...holding.map((relation) => agreementOf(checked, relation)), ...slips.map(({ message }) => `⚠ ${escape(message)}`)]
  return results.length === 0
    ? [checked.say('核对：文中没有可以与它互相核算的数', 'Checked: nothing in the text to compute it from')]
    : results.map((result) => checked.say(`核对：${result}`, `Checked: ${result}`))
}

function agreementOf(checked: CheckedText, { claim, formula, result, isRounded }: CheckedFigure): string {
  const written = checked.text.slice(claim.start, claim.end)
  const computed = `${escape(formula)}${isRounded ? '≈' : '＝'}${escape(result)}`
  return checked.say(`${computed}，与文中${escape(written)}一致`, `${computed}, agrees with ${escape(written)}`)
}

function isAbout({ ruleId, start, end, related }: Finding, entry: LedgerEntry): boolean {
  return ruleId.startsWith('figures/') && [{ start, end }, ...related].some((range) => overlap(range, entry))
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}

/** Words of the report as plain words of Markdown: what a writer typed must not become a link. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&').replace(/\s+/g, ' ')
}
