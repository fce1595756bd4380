import { isAtLeast, type Severity } from '@gongwen/engine'
import { TextChecker, type CheckedText } from '../checking.js'
import { expandInputs, type Input } from '../inputs.js'
import { startProgress } from '../progress.js'
import { readInput } from '../reading.js'
import type { Reporter } from '../reporters/reporter.js'
import { CannotRunError, columnsOf, wantsColor, type Output, type Say } from '../terminal.js'
import type { CheckingOptions, CommandContext } from './options.js'

/** Options of `gongwen check`. */
export interface CheckOptions extends CheckingOptions {
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity
  readonly stdinFilename?: string
  readonly timing?: boolean
}

/** Checks texts and shows what was found. Gives 1 when something shown is at least as grave as `--fail-on`, else 0. */
export async function check(paths: readonly string[], options: CheckOptions, context: CommandContext): Promise<number> {
  const { terminal, say, locale } = context
  const ruleTiming = options.timing === true ? { clock: () => performance.now(), milliseconds: new Map<string, number>() } : undefined
  const checker = await TextChecker.open({ ...options, locale, cwd: terminal.cwd, ruleTiming })
  const { inputs, problems } = await expandInputs(paths.length === 0 ? ['.'] : paths, terminal.cwd, say, options.stdinFilename)
  problems.forEach(context.fail)
  const progress = await startProgress(inputs.length, terminal)
  const reporter = await reporterFor(options, progress.stdout, context)
  let hasFailed = false
  for (const input of inputs) {
    const checked = await checkInput(input, checker, context)
    progress.step()
    if (checked === undefined) continue
    hasFailed ||= checked.findings.some(({ severity }) => isAtLeast(severity, options.failOn))
    await reporter.text(checked)
  }
  await reporter.end()
  progress.stop()
  if (ruleTiming !== undefined) terminal.stderr.write(timingTable(ruleTiming.milliseconds, say))
  return hasFailed ? 1 : 0
}

/** Milliseconds of each rule, the slowest first; on the error stream, so that the findings stay what they are. */
function timingTable(milliseconds: ReadonlyMap<string, number>, say: Say): string {
  const total = [...milliseconds.values()].reduce((sum, time) => sum + time, 0)
  const rows = [...milliseconds].sort((a, b) => b[1] - a[1]).map(([rule, time]) => `${time.toFixed(1).padStart(9)}  ${rule}\n`)
  return `${say('各规则用时（毫秒）', 'Milliseconds of each rule')}\n${rows.join('')}${total.toFixed(1).padStart(9)}  ${say('合计', 'total')}\n`
}

/** Checks one input; undefined when it could not be checked, which has been told. */
async function checkInput(input: Input, checker: TextChecker, context: CommandContext): Promise<CheckedText | undefined> {
  try {
    return await checker.check(await readInput(input, context.terminal, context.say))
  } catch (error) {
    if (!(error instanceof CannotRunError)) throw error
    context.fail(error.message)
    return undefined
  }
}

async function reporterFor({ format, color }: CheckOptions, stdout: Output, { terminal, say }: CommandContext): Promise<Reporter> {
  if (format === 'json') {
    const { JsonReporter } = await import('../reporters/json.js')
    return new JsonReporter(stdout)
  }
  const { PrettyReporter } = await import('../reporters/pretty.js')
  return new PrettyReporter(stdout, { color: wantsColor(color, terminal), columns: columnsOf(terminal), say })
}
