import { applyEdits, restructure, type DoubtfulEdit, type ReportDocument } from '@gongwen/engine'
import { TextChecker, type CheckedText } from '../checking.js'
import { readInput } from '../reading.js'
import { deliver } from '../rewriting.js'
import type { CheckingOptions, CommandContext } from './options.js'
import { forEachInput } from '../inputs-in-turn.js'

/** Options of `gongwen renumber`. */
export interface RenumberOptions extends Pick<CheckingOptions, 'language' | 'color' | 'config'> {
  readonly diff?: boolean
  readonly write?: boolean
}

/**
 * Numbers the headings of texts anew, every sequence from one, and the references to them that are certain (见第三部分).
 * Names the references that somebody should look at. Without `write` it only says what would change. Gives 0.
 */
export async function renumber(paths: readonly string[], options: RenumberOptions, context: CommandContext): Promise<number> {
  const { terminal, say, locale } = context
  const checker = await TextChecker.open({ ...options, minSeverity: 'error', locale, cwd: terminal.cwd })
  await forEachInput(paths, context, async (input) => {
    const checked = await checker.check(await readInput(input, terminal, say))
    const { edits, doubtful } = restructure(checked.document, 'renumber')
    const rewritten = { read: checked.read, text: applyEdits(checked.read.text, edits) }
    const writes = options.diff !== true && (options.write === true || input.isStdin)
    const said = sayDone(checked, edits.length, writes, context) + sayDoubts(checked.document, doubtful, context)
    await deliver(rewritten, { writes, diff: options.diff === true, color: options.color }, said, context)
  })
  return 0
}

function sayDone({ document }: CheckedText, count: number, writes: boolean, { say }: CommandContext): string {
  if (count === 0)
    return document.outline.headings.some(({ ordinal }) => ordinal !== undefined)
      ? say('：序号连贯，无须改动', ': numbers are right already')
      : say('：没有序号', ': no numbers')
  return writes
    ? say(`：已改序号 ${count} 处`, `: changed ${count} numbers`)
    : say(
        `：应改序号 ${count} 处，文件未改动（加 --write 写入，加 --diff 看改动）`,
        `: would change ${count} numbers; file left as it is (--write writes, --diff shows)`,
      )
}

function sayDoubts({ lines, text }: ReportDocument, doubtful: readonly DoubtfulEdit[], { say }: CommandContext): string {
  return doubtful
    .map((edit) => {
      const line = lines.lineAt(edit.start) + 1
      const now = text.slice(edit.start, edit.end)
      return say(
        `\n  第 ${line} 行“${edit.text}”请核实：“${now}”是否应改为“${edit.newText}”`,
        `\n  line ${line}, “${edit.text}”: should “${now}” become “${edit.newText}”?`,
      )
    })
    .join('')
}
