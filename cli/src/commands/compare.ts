import { compareReports, comparisonAsMarkdown } from '@gongwen/engine'
import { obstacleInWords } from '../reporters/figure-wording.js'
import { CannotRunError } from '../terminal.js'
import { readOne } from './figures.js'
import type { CommandContext, LookOptions } from './options.js'

/** Options of `gongwen compare`. */
export interface CompareOptions extends LookOptions {
  readonly config?: string
  readonly format: 'table' | 'json' | 'markdown'
}

/**
 * Sets this year's report beside last year's. Gives 1 when something is to be looked at again, else 0.
 *
 * @throws CannotRunError when a text cannot be read, or the two are not of different years in this order
 */
export async function compare(lastPath: string, currentPath: string, options: CompareOptions, context: CommandContext): Promise<number> {
  const { terminal, say } = context
  const last = await readOne(lastPath, options, context)
  const current = await readOne(currentPath, options, context)
  const comparison = compareReports(last.document, current.document)
  if (typeof comparison === 'string') throw new CannotRunError(obstacleInWords(comparison, [lastPath, currentPath], say))
  const named = { comparison, lastPath: last.read.input.path, currentPath: current.read.input.path }
  const { comparisonAsJson, comparisonAsText, whereLeftOut } = await import('../reporters/figure-comparison.js')
  terminal.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(comparisonAsJson(named, say))}\n`
      : options.format === 'markdown'
        ? comparisonAsMarkdown(named, say, { where: whereLeftOut(say) })
        : comparisonAsText(named, say),
  )
  return comparison.flags.length === 0 ? 0 : 1
}
