import { TextChecker } from '../checking.js'
import { expandInputs } from '../inputs.js'
import { coverageOf, outlineOf, type CoverageEntry, type OutlineEntry, type OutlineOfText } from '../outline-of-text.js'
import { readInput } from '../reading.js'
import { tallyInWords } from '../reporters/wording.js'
import { CannotRunError, printable } from '../terminal.js'
import type { CheckingOptions, CommandContext } from './options.js'

/** Options of `gongwen outline`. */
export interface OutlineOptions extends CheckingOptions {
  readonly format: 'text' | 'json' | 'markdown'
  readonly coverage?: boolean
}

/** Shows the sections of one text with their length and how many findings stand in each. Gives 0. */
export async function outline(path: string, options: OutlineOptions, context: CommandContext): Promise<number> {
  const { terminal, say, locale } = context
  const checker = await TextChecker.open({ ...options, locale, cwd: terminal.cwd })
  const { inputs, problems } = await expandInputs([path], terminal.cwd, say)
  const [input, another] = inputs
  if (input === undefined) throw new CannotRunError(problems.join('\n'))
  if (another !== undefined) throw new CannotRunError(say(`一次只能看一个文件的提纲：${path}`, `one file at a time: ${path}`))
  const checked = await checker.check(await readInput(input, terminal, say))
  const tree = { ...outlineOf(checked), ...(options.coverage === true && { coverage: coverageOf(checked) }) }
  terminal.stdout.write(
    options.format === 'json' ? `${JSON.stringify(tree)}\n` : options.format === 'markdown' ? asMarkdown(tree, context) : asText(tree, context),
  )
  return 0
}

function asText(tree: OutlineOfText, context: CommandContext): string {
  const { say } = context
  const head = tree.titles.length === 0 ? say('（没有标题）', '(no title)') : tree.titles.join(' ')
  const lines = [`${head}${say('　', '  ')}${measureOf(tree, context)}`]
  const walk = (entries: readonly OutlineEntry[], depth: number): void => {
    for (const entry of entries) {
      lines.push(`${'  '.repeat(depth)}${nameOf(entry)}${say('　', '  ')}${say(`第 ${entry.line} 行，`, `line ${entry.line}, `)}${measureOf(entry, context)}`)
      walk(entry.sections, depth + 1)
    }
  }
  walk(tree.sections, 1)
  if (tree.coverage !== undefined) lines.push('', ...coverageLines(tree.coverage, '  ', context))
  return `${lines.map(printable).join('\n')}\n`
}

function asMarkdown(tree: OutlineOfText, context: CommandContext): string {
  const lines = [`# ${tree.titles.join(' ')}`.trimEnd(), '']
  const walk = (entries: readonly OutlineEntry[], depth: number): void => {
    for (const entry of entries) {
      lines.push(`${'  '.repeat(depth)}- ${nameOf(entry)}（${measureOf(entry, context)}）`)
      walk(entry.sections, depth + 1)
    }
  }
  walk(tree.sections, 0)
  if (tree.coverage !== undefined) lines.push('', ...coverageLines(tree.coverage, '- ', context))
  return `${lines.map(printable).join('\n')}\n`
}

function nameOf({ ordinal, title }: OutlineEntry): string {
  return `${ordinal ?? ''}${title}`
}

function measureOf({ characters, findings }: Pick<OutlineEntry, 'characters' | 'findings'>, { say }: CommandContext): string {
  const found = tallyInWords(findings, say)
  return say(`${characters} 字`, `${characters} characters`) + (found === '' ? '' : say(`，${found}`, `, ${found}`))
}

const REQUIREMENTS: Readonly<Record<CoverageEntry['requirement'], readonly [zh: string, en: string]>> = {
  required: ['应有', 'required'],
  expected: ['一般有', 'expected'],
  optional: ['可有', 'optional'],
}
const STATUSES: Readonly<Record<CoverageEntry['status'], readonly [zh: string, en: string]>> = {
  present: ['有', 'present'],
  embedded: ['写在其他标题下', 'under another heading'],
  'heading-only': ['只有标题', 'heading only'],
  absent: ['没有', 'absent'],
}

/** The parts that are asked for, and those that are there though nobody asks. */
function coverageLines(coverage: readonly CoverageEntry[], bullet: string, { say }: CommandContext): string[] {
  const told = coverage.filter(({ requirement, status }) => requirement !== 'optional' || status !== 'absent')
  return [
    say('内容对照：', 'Coverage:'),
    ...told.map(({ name, requirement, status, line }) => {
      const where = line === null ? '' : say(`，第 ${line} 行`, `, line ${line}`)
      return `${bullet}${name}${say('（', ' (')}${say(...REQUIREMENTS[requirement])}${say('）：', '): ')}${say(...STATUSES[status])}${where}`
    }),
  ]
}
