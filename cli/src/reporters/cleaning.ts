import { RULES, type LeftReason, type Locale } from '@gongwen/engine'
import type { CleanedText } from '../commands/clean.js'
import type { CommandContext } from '../commands/options.js'
import { printable, type Say } from '../terminal.js'

const REASONS: Readonly<Record<LeftReason, readonly [zh: string, en: string]>> = {
  figure: ['改的是数字，须由写作者核对', 'a figure: for the writer to verify'],
  doubtful: ['拿不准，核对后再改', 'doubtful: look first'],
  lost: ['原文是什么无从推断，须对照原稿', 'what stood here cannot be known; see the original'],
}
/** So much of the words is shown of something that was left. */
const MOST_WORDS = 30

/** What was done to a text and what was left alone, to be shown after the file's name; several lines. */
export function cleaningInWords(cleaned: CleanedText, { say, locale }: CommandContext): string {
  const { cleaning, isSkipped, isWritten } = cleaned
  if (isSkipped) return say('：不是公文或按配置不检查，未修改', ': no report or disabled, left as it is')
  const places = placesOf(cleaned)
  const lines = [
    places === 0
      ? say('：没有可以放心清理的残留', ': nothing to clean')
      : isWritten
        ? say(`：已清理 ${places} 处`, `: cleaned ${places}`)
        : say(
            `：可清理 ${places} 处，文件未改动（--write 写入，--diff 查看改动）`,
            `: could clean ${places}; file left as it is (--write writes, --diff shows)`,
          ),
    ...cleaning.kinds.map(({ ruleId, places: count }) => `  ${nameOf(ruleId, locale)} ×${count}`),
  ]
  if (cleaning.left.length > 0) lines.push(say(`  没有动的 ${cleaning.left.length} 处：`, `  left alone: ${cleaning.left.length}`))
  lines.push(...leftLines(cleaned, say))
  return lines.map(printable).join('\n')
}

/** A line for each thing left alone; what is said of several places of one line is said once. */
function leftLines({ cleaning, linesLeft, text }: CleanedText, say: Say): string[] {
  const counts = new Map<string, number>()
  cleaning.left.forEach(({ finding, reason }, i) => {
    const line = linesLeft[i] as number
    const words = shorten(text.slice(finding.start, finding.end))
    const quoted = words === '' || finding.message.includes(words) ? '' : `${say(`“${words}”`, `“${words}” `)}`
    const told = `${say(`第 ${line} 行：`, `line ${line}: `)}${quoted}${finding.message}${say('（', ' (')}${say(...REASONS[reason])}${say('）', ')')}`
    counts.set(told, (counts.get(told) ?? 0) + 1)
  })
  return [...counts].map(([told, count]) => `    ${told}${count > 1 ? ` ×${count}` : ''}`)
}

function shorten(words: string): string {
  const [line = ''] = words.split(/\r?\n/, 1)
  const characters = Array.from(line)
  return characters.length > MOST_WORDS ? `${characters.slice(0, MOST_WORDS).join('')}…` : line
}

/** The same of all texts for other programs: one JSON object on one line, see docs/configuration.md. */
export function cleaningAsJson(texts: readonly CleanedText[], locale: Locale): string {
  const files = texts.map((cleaned) => ({
    path: cleaned.read.input.path,
    checked: !cleaned.isSkipped,
    written: cleaned.isWritten && cleaned.text !== cleaned.read.text,
    places: placesOf(cleaned),
    kinds: cleaned.cleaning.kinds.map(({ ruleId, places }) => ({ ruleId, name: nameOf(ruleId, locale), places })),
    left: cleaned.cleaning.left.map(({ finding, reason }, i) => ({
      line: cleaned.linesLeft[i] as number,
      words: cleaned.text.slice(finding.start, finding.end),
      ruleId: finding.ruleId,
      severity: finding.severity,
      reason,
      message: finding.message,
    })),
  }))
  return `${JSON.stringify({ version: 1, files })}\n`
}

function placesOf({ cleaning }: CleanedText): number {
  return cleaning.kinds.reduce((sum, { places }) => sum + places, 0)
}

function nameOf(ruleId: string, locale: Locale): string {
  const rule = RULES.find(({ id }) => id === ruleId)
  return rule === undefined ? ruleId : locale === 'en' ? rule.summaryEn : rule.summary
}
