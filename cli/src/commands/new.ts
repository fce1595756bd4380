import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { newReport, usualTimeOf, type SkeletonKind } from '@gongwen/engine'
import { describeProblem, findConfiguration } from '@gongwen/platform'
import { cannotWrite } from '../file-errors.js'
import { CannotRunError } from '../terminal.js'
import type { CommandContext, LookOptions } from './options.js'

/** Options of `gongwen new`. */
export interface NewOptions extends LookOptions {
  readonly year?: number
  readonly part?: number
  readonly unit?: string
  readonly output?: string
}

/**
 * Writes the skeleton of a report: to standard output, or into a file that is not there yet. Gives 0.
 *
 * @param now the time by which a year that is not given is chosen
 * @throws CannotRunError when the configuration of the folder has mistakes, or the file is there already or cannot be written
 */
export async function beginReport(kind: SkeletonKind, options: NewOptions, { terminal, say, locale }: CommandContext, now = new Date()): Promise<number> {
  const { year, part, unit, output } = options
  const target = resolve(terminal.cwd, output ?? 'report.md')
  const usual = usualTimeOf(kind, { year: now.getFullYear(), month: now.getMonth() + 1 })
  const found = await findConfiguration(target)
  if (found !== undefined && found.problems.length > 0)
    throw new CannotRunError(found.problems.map((problem) => describeProblem(found.path, problem, locale)).join('\n'))
  const time = { year: year ?? usual.year, part: part ?? usual.part }
  const { text } = newReport({ kind, ...time, ...(unit !== undefined && { unit }) }, found?.configuration)
  if (output === undefined) {
    terminal.stdout.write(text)
    return 0
  }
  try {
    await writeFile(target, text, { flag: 'wx' })
  } catch (error) {
    throw cannotWrite(output, error, say)
  }
  terminal.stdout.write(`${say(`已写入 ${output}`, `wrote ${output}`)}\n`)
  return 0
}
