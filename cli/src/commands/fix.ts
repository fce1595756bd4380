import { writeFile } from 'node:fs/promises'
import { fixAll, isAtLeast, type Finding, type Severity } from '@gongwen/engine'
import { encodeText } from '@gongwen/platform'
import { createColors } from 'picocolors'
import { TextChecker } from '../checking.js'
import { expandInputs, type Input } from '../inputs.js'
import { readInput, reasonOf, type ReadInput } from '../reading.js'
import { NOTHING, tallyWith } from '../reporters/reporter.js'
import { tallyInWords } from '../reporters/wording.js'
import { CannotRunError, printable, wantsColor } from '../terminal.js'
import type { CheckingOptions, CommandContext } from './options.js'

/** Options of `gongwen fix`. */
export interface FixOptions extends CheckingOptions {
  readonly diff?: boolean
  readonly dryRun?: boolean
  readonly failOn: Severity
}

/** A text with its safe fixes applied, and the findings that were there before. */
interface FixedText {
  readonly read: ReadInput
  readonly text: string
  readonly before: readonly Finding[]
  readonly remaining: readonly Finding[]
  readonly isSkipped: boolean
}

/**
 * Applies safe fixes and writes the files back in their own encoding. Figures are never changed. Gives 1 when something as
 * grave as `--fail-on` is left, else 0.
 */
export async function fix(paths: readonly string[], options: FixOptions, context: CommandContext): Promise<number> {
  const { terminal, say, locale } = context
  const checker = await TextChecker.open({ ...options, locale, cwd: terminal.cwd })
  const { inputs, problems } = await expandInputs(paths, terminal.cwd, say)
  problems.forEach(context.fail)
  let hasFailed = false
  for (const input of inputs) {
    try {
      const fixed = await fixInput(input, checker, context)
      await deliver(fixed, options, context)
      hasFailed ||= fixed.remaining.some(({ severity }) => isAtLeast(severity, options.failOn))
    } catch (error) {
      if (!(error instanceof CannotRunError)) throw error
      context.fail(error.message)
    }
  }
  return hasFailed ? 1 : 0
}

async function fixInput(input: Input, checker: TextChecker, { terminal, say }: CommandContext): Promise<FixedText> {
  const read = await readInput(input, terminal, say)
  const check = await checker.prepare(read)
  const { findings: before, skipped } = check(read.text)
  const { text, remaining } = fixAll(read.text, (current) => check(current).findings)
  return { read, text, before, remaining, isSkipped: skipped !== undefined }
}

/** Writes the text back or shows what would change, and says what was done and what is left. */
async function deliver(fixed: FixedText, options: FixOptions, context: CommandContext): Promise<void> {
  const { terminal } = context
  const { read, text } = fixed
  const isChanged = text !== read.text
  const writes = options.diff !== true && options.dryRun !== true
  if (isChanged && options.diff === true) terminal.stdout.write(await diffOf(fixed, wantsColor(options.color, terminal)))
  if (read.input.isStdin && writes) terminal.stdout.write(isChanged ? await encoded(fixed, context) : read.bytes)
  else if (isChanged && writes) await writeBack(fixed, context)
  const said = read.input.isStdin || options.diff === true ? terminal.stderr : terminal.stdout
  said.write(`${printable(read.input.path)}${sayDone(fixed, writes, context)}\n`)
}

/** @throws CannotRunError when the file could not be written exactly as it was but for the fixes */
async function writeBack(fixed: FixedText, context: CommandContext): Promise<void> {
  const bytes = await encoded(fixed, context)
  const { path, file } = fixed.read.input
  try {
    await writeFile(file, bytes)
  } catch (error) {
    const { say } = context
    throw new CannotRunError(say(`无法写入 ${path}：${reasonOf(error, say)}`, `cannot write ${path}: ${reasonOf(error, say)}`))
  }
}

/** The fixed text as bytes; a text with bytes that decoding lost is left alone, for writing it would lose them for good. */
async function encoded({ read, text }: FixedText, { say }: CommandContext): Promise<Uint8Array> {
  const { path } = read.input
  const unchanged = await encodeText(read.text, read)
  if (Buffer.compare(unchanged, read.bytes) !== 0) throw new CannotRunError(say(`${path} 含有损坏的字节，写回会丢失内容，未修改`, `${path} holds broken bytes that writing would lose; left as it is`))
  return encodeText(text, read)
}

async function diffOf({ read, text }: FixedText, color: boolean): Promise<string> {
  const { createTwoFilesPatch } = await import('diff')
  const { path } = read.input
  const whole = createTwoFilesPatch(path, path, read.text, text, undefined, undefined, { context: 1 })
  // without the rule of equal signs above the file names, which other tools do not print
  const patch = whole.slice(whole.indexOf('--- '))
  const { red, green, cyan } = createColors(color)
  if (!color) return patch
  return patch.split('\n').map((line) => (line.startsWith('+') ? green(line) : line.startsWith('-') ? red(line) : line.startsWith('@@') ? cyan(line) : line)).join('\n')
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
    : writes ? say(`：已修复 ${count} 处（${rules}）`, `: fixed ${count} (${rules})`) : say(`：可修复 ${count} 处（${rules}），文件未改动`, `: could fix ${count} (${rules}); file left as it is`)
  return what + (left === '' ? '' : say(`；还有 ${left}须人工处理`, `; left for you: ${left}`))
}

/** How many findings of each rule are gone. */
function mendedByRule({ before, remaining }: FixedText): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { ruleId } of before) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  for (const { ruleId } of remaining) counts.set(ruleId, (counts.get(ruleId) ?? 0) - 1)
  return [...counts].filter(([, count]) => count > 0)
}
