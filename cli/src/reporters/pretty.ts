import type { Finding, Fix, ReportDocument, Severity } from '@gongwen/engine'
import { createColors } from 'picocolors'
import type { CheckedText } from '../checking.js'
import { printable, type Output, type Say } from '../terminal.js'
import { withAlikeFolded, type ShownFinding } from './alike.js'
import { excerptOf, type MeasureWidth } from './excerpt.js'
import { NOTHING, tallyWith, type Reporter, type Tally } from './reporter.js'
import { severityName, tallyInWords } from './wording.js'

/** How findings are to look. */
export interface Look {
  readonly color: boolean
  /** columns that an excerpt may take */
  readonly columns: number
  readonly say: Say
}

type Paint = (text: string) => string

const MIN_EXCERPT = 10
/** Texts that were not checked are named one by one up to this many, and only counted beyond it. */
const MAX_SKIPPED_LINES = 5
/** Places of folded findings that are named; JSON has them all. */
const MAX_PLACES = 20

/** Shows each finding with its line, its words underlined, and what to do; for people at a terminal. */
export class PrettyReporter implements Reporter {
  private readonly colors: ReturnType<typeof createColors>
  private readonly paints: Readonly<Record<Severity, Paint>>
  private readonly skipped: CheckedText[] = []
  private tally: Tally = NOTHING

  constructor(
    private readonly stdout: Output,
    private readonly look: Look,
  ) {
    this.colors = createColors(look.color)
    const { red, yellow, cyan, dim } = this.colors
    this.paints = { error: red, warning: yellow, info: cyan, hint: dim }
  }

  async text(checked: CheckedText): Promise<void> {
    this.tally = tallyWith(this.tally, checked)
    if (checked.skipped !== undefined) this.skipped.push(checked)
    let shown = ''
    for (const each of withAlikeFolded(checked.findings)) shown += `${(await this.paragraph(checked, each)).join('\n')}\n\n`
    if (shown !== '') this.stdout.write(shown)
  }

  async end(): Promise<void> {
    for (const line of this.skippedLines()) this.stdout.write(`${this.colors.dim(line)}\n`)
    if (this.skipped.length < this.tally.files) this.stdout.write(`${this.summary()}\n`)
  }

  private async paragraph({ read, document }: CheckedText, { finding, alike }: ShownFinding): Promise<string[]> {
    const { bold, dim, green } = this.colors
    const { say } = this.look
    const paint = this.paints[finding.severity]
    const at = `${read.input.path}:${positionIn(document, finding.start)}`
    const lines = [`${bold(printable(at))}  ${paint(severityName(finding.severity, say))}  ${dim(finding.ruleId)}`, `  ${printable(finding.message)}`]
    if (finding.advice !== undefined) lines.push(`  ${printable(finding.advice)}`)
    lines.push(...(await this.excerpt(document, finding, paint)))
    for (const place of finding.related) lines.push(dim(`  ${say('相关', 'related')} ${positionIn(document, place.start)}  ${printable(place.message)}`))
    if (alike.length > 0) lines.push(dim(`  ${placesInWords(alike, document, say)}`))
    const [mark, isSafe] = fixMark(finding.fixes, say)
    if (mark !== undefined) lines.push(`  ${isSafe ? green(mark) : dim(mark)}`)
    return lines
  }

  private async excerpt(document: ReportDocument, finding: Finding, paint: Paint): Promise<string[]> {
    const number = String(document.lines.lineAt(finding.start) + 1)
    const width = Math.max(MIN_EXCERPT, this.look.columns - number.length - 5)
    const { line, marks } = await excerptOf(document.text, document.lines, finding, width, loadMeasure)
    if (line === '') return []
    const { dim } = this.colors
    return [`  ${dim(`${number} |`)} ${line}`, `  ${dim(`${' '.repeat(number.length)} |`)} ${paint(marks)}`]
  }

  private skippedLines(): string[] {
    const { say } = this.look
    if (this.skipped.length > MAX_SKIPPED_LINES)
      return [
        say(
          `另有 ${this.skipped.length} 个文件不是公文或按配置不检查；--enable always 可强制检查`,
          `${this.skipped.length} files are no reports or are disabled by configuration; --enable always checks them`,
        ),
      ]
    return this.skipped.map(({ read, skipped }) => {
      const path = printable(read.input.path)
      return skipped === 'disabled'
        ? say(`${path}：按配置不检查（enable: never）`, `${path}: disabled by configuration (enable: never)`)
        : say(`${path}：不是公文，未检查；--enable always 可强制检查`, `${path}: no report, not checked; --enable always checks it`)
    })
  }

  private summary(): string {
    const { green, bold } = this.colors
    const { say } = this.look
    const checked = this.tally.files - this.skipped.length
    const found = tallyInWords(this.tally, say)
    if (found === '') return green(say(`检查了 ${checked} 个文件，没有发现问题。`, `${checked} checked, nothing found.`))
    const fixable =
      this.tally.fixable === 0 ? '' : say(`其中 ${this.tally.fixable} 处可自动修复（gongwen fix）。`, ` ${this.tally.fixable} can be fixed by gongwen fix.`)
    return bold(say(`检查了 ${checked} 个文件：${found}。`, `${checked} checked: ${found}.`)) + fixable
  }
}

async function loadMeasure(): Promise<MeasureWidth> {
  return (await import('string-width')).default
}

function positionIn(document: ReportDocument, offset: number): string {
  const { line, column } = document.lines.positionAt(offset)
  return `${line + 1}:${column + 1}`
}

/** Where the same is found again, as far as a line or two can name it. */
function placesInWords(alike: readonly Finding[], document: ReportDocument, say: Say): string {
  const places = alike.slice(0, MAX_PLACES).map(({ start }) => positionIn(document, start))
  const named = places.join(say('、', ', ')) + (alike.length > places.length ? say('等', ' …') : '')
  return say(`同样的还有${alike.length}处：${named}`, `the same in ${alike.length} more places: ${named}`)
}

/** What can be done without typing, and whether it may be done without a look. */
function fixMark(fixes: readonly Fix[], say: Say): [mark: string | undefined, isSafe: boolean] {
  const safe = fixes.find(({ safety }) => safety === 'safe')
  if (safe !== undefined) return [say(`可自动修复：${safe.title}`, `fixable: ${safe.title}`), true]
  const titles = fixes.map(({ title }) => title)
  return [titles.length === 0 ? undefined : say(`可选改法（须人工确认）：${titles.join('；')}`, `possible fixes (look first): ${titles.join('; ')}`), false]
}
