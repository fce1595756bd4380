import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { ledgerOf, type LedgerEntry } from '@gongwen/engine'
import { TextChecker, type CheckedText } from '../checking.js'
import { cannotWrite } from '../file-errors.js'
import { expandInputs } from '../inputs.js'
import { readInput } from '../reading.js'
import { CannotRunError } from '../terminal.js'
import type { CommandContext, LookOptions } from './options.js'

/** How figures can be written. */
type FigureFormat = 'table' | 'json' | 'csv' | 'markdown' | 'xlsx'

/** Options of `gongwen figures`. */
export interface FiguresOptions extends LookOptions {
  readonly config?: string
  /** told by the extension of `--output` where it is not given, else `table` */
  readonly format?: FigureFormat
  readonly output?: string
  /** a part of the metric's name */
  readonly metric?: string
}

const BY_EXTENSION: Readonly<Record<string, FigureFormat>> = { '.json': 'json', '.csv': 'csv', '.md': 'markdown', '.xlsx': 'xlsx' }

/** Lists the figures of one text with what they say. Gives 0. */
export async function figures(path: string, options: FiguresOptions, context: CommandContext): Promise<number> {
  const { terminal, say } = context
  const { read, document } = await readOne(path, options, context)
  const { metric, output } = options
  const ledger = ledgerOf(document).filter((entry) => metric === undefined || entry.metric.includes(metric) || entry.metricKey.includes(metric))
  const format = options.format ?? BY_EXTENSION[extname(output ?? '').toLowerCase()] ?? 'table'
  if (format === 'xlsx' && output === undefined && terminal.stdout.isTTY === true)
    throw new CannotRunError(say('Excel 文件不能显示在屏幕上，请加 --output 文件名.xlsx', 'a workbook cannot be shown here: add --output FILE.xlsx'))
  const content = await written(format, ledger, read.input.path, context)
  if (output === undefined) {
    terminal.stdout.write(content)
    return 0
  }
  const file = resolve(terminal.cwd, output)
  if (file === read.input.file)
    throw new CannotRunError(say(`--output 就是所读的文件，没有写入：${output}`, `--output is the file read, nothing written: ${output}`))
  try {
    await writeFile(file, content)
  } catch (error) {
    throw cannotWrite(output, error, say)
  }
  terminal.stdout.write(say(`已写入 ${output}：${ledger.length} 个数据\n`, `${output}: ${ledger.length} figures\n`))
  return 0
}

/**
 * Reads the one text that an argument stands for; its configuration and front matter tell its year where the text does not.
 *
 * @throws CannotRunError when the argument stands for none or for several, or the text cannot be read
 */
export async function readOne(path: string, { config }: Pick<FiguresOptions, 'config'>, { terminal, say, locale }: CommandContext): Promise<CheckedText> {
  const checker = await TextChecker.open({ ...(config !== undefined && { config }), enable: undefined, minSeverity: 'error', locale, cwd: terminal.cwd })
  const { inputs, problems } = await expandInputs([path], terminal.cwd, say)
  const [input, another] = inputs
  if (input === undefined) throw new CannotRunError(problems.join('\n'))
  if (another !== undefined) throw new CannotRunError(say(`这里只能写一个文件：${path}`, `one file only: ${path}`))
  return checker.check(await readInput(input, terminal, say))
}

async function written(format: FigureFormat, ledger: readonly LedgerEntry[], path: string, { say }: CommandContext): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify({ version: 1, path, figures: ledger.map(entryAsJson) })}\n`
  const { readingOf, sheetOf } = await import('../reporters/figure-rows.js')
  if (format === 'xlsx') return (await import('../reporters/figure-workbook.js')).workbookOf(sheetOf(ledger, say), say('数据台账', 'figures'))
  const { alignedTable, commaSeparated, markdownTable } = await import('../reporters/figure-text.js')
  if (format === 'csv') return commaSeparated(sheetOf(ledger, say))
  if (ledger.length === 0) return say('没有数据\n', 'no figures\n')
  return format === 'markdown'
    ? markdownTable(readingOf(ledger, say))
    : alignedTable(readingOf(ledger, say)) + say(`\n共 ${ledger.length} 个数据\n`, `\n${ledger.length} figures\n`)
}

/** A figure for JSON: the value an exact decimal as text, lines and columns from 1. */
function entryAsJson({
  metric,
  value,
  unit,
  unitClass,
  written: asWritten,
  scope,
  year,
  role,
  approximation,
  change,
  section,
  line,
  column,
  start,
  end,
}: LedgerEntry): object {
  return {
    metric,
    value: value?.trimmed.toString() ?? null,
    unit,
    unitClass,
    written: asWritten,
    approximation,
    scope,
    year: year ?? null,
    role,
    ...(change !== undefined && { change: { direction: change.direction, isYearOnYear: change.isYearOnYear, of: change.subject?.written ?? null } }),
    section,
    line,
    column,
    start,
    end,
  }
}
