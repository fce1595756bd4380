import { fixAll, isAtLeast, type Finding, type Severity } from '@gongwen/engine'
import { TextChecker } from '../checking.js'
import type { Input } from '../inputs.js'
import { forEachInput } from '../inputs-in-turn.js'
import { readInput } from '../reading.js'
import { NOTHING, tallyWith } from '../reporters/reporter.js'
import { tallyInWords } from '../reporters/wording.js'
import { deliver, type RewrittenText } from '../rewriting.js'
import type { CheckingOptions, CommandContext } from './options.js'

/** Options of `gongwen fix`. */
export interface FixOptions extends CheckingOptions {
  readonly diff?: boolean
  readonly dryRun?: boolean
  readonly failOn: Severity
}

/** A text with its safe fixes applied, and the findings that were there before. */
interface FixedText extends RewrittenText {
  readonly before: readonly Finding[]
  readonly remaining: readonly Finding[]
  readonly isSkipped: boolean
}

/**
 * Applies safe fixes and writes the files back in their own encoding. Figures are never changed. Gives 1 when something as
 * grave as `--fail-on` is left, else 0.
 */
export async function fix(paths: readonly string[], options: FixOptions, context: CommandContext): Promise<number> {
  const { terminal, locale } = context
  const checker = await TextChecker.open({ ...options, locale, cwd: terminal.cwd })
  let hasFailed = false
  await forEachInput(paths, context, async (input) => {
    const fixed = await fixInput(input, checker, context)
    const writes = options.diff !== true && options.dryRun !== true
    await deliver(fixed, { writes, diff: options.diff === true, color: options.color }, sayDone(fixed, writes, context), context)
    hasFailed ||= fixed.remaining.some(({ severity }) => isAtLeast(severity, options.failOn))
  })
  return hasFailed ? 1 : 0
}

async function fixInput(input: Input, checker: TextChecker, { terminal, say }: CommandContext): Promise<FixedText> {
  const read = await readInput(input, terminal, say)
  const check = await checker.prepare(read)
  const { findings: before, skipped } = check(read.text)
  const { text, remaining } = fixAll(read.text, (current) => check(current).findings)
  return { read, text, before, remaining, isSkipped: skipped !== undefined }
}

function sayDone(fixed: FixedText, writes: boolean, { say }: CommandContext): string {
  if (fixed.isSkipped) return say('：不是公文或按配置不检查，未修改', ': no report or disabled, left as it is')
  const done = mendedByRule(fixed)
  const left = tallyInWords(tallyWith(NOTHING, { findings: fixed.remaining }), say)
  const isChanged = fixed.text !== fixed.read.text
  const count = done.reduce((sum, [, many]) => sum + many, 0)
  const rules = done.map(([rule, many]) => `${rule} ×${many}`).join(say('、', ', '))
  const what = !isChanged
    ? say('：没有可自动修复的问题', ': nothing to fix')
    : writes
      ? say(`：已修复 ${count} 处（${rules}）`, `: fixed ${count} (${rules})`)
      : say(`：可修复 ${count} 处（${rules}），文件未改动`, `: could fix ${count} (${rules}); file left as it is`)
  return what + (left === '' ? '' : say(`；还有 ${left}须人工处理`, `; left for you: ${left}`))
}

/** How many findings of each rule are gone. */
function mendedByRule({ before, remaining }: FixedText): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { ruleId } of before) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  for (const { ruleId } of remaining) counts.set(ruleId, (counts.get(ruleId) ?? 0) - 1)
  return [...counts].filter(([, count]) => count > 0)
}
