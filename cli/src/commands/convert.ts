import { applyEdits, ReportDocument, restructure } from '@gongwen/engine'
import { formatOf } from '@gongwen/platform'
import type { Input } from '../inputs.js'
import { forEachInput } from '../inputs-in-turn.js'
import { readInput } from '../reading.js'
import { deliver } from '../rewriting.js'
import type { CommandContext, LookOptions } from './options.js'

/** Options of `gongwen convert`. */
export interface ConvertOptions extends LookOptions {
  readonly to: 'markdown' | 'plain'
  readonly diff?: boolean
  readonly write?: boolean
}

/**
 * Sets `#` before the headings of texts, by their levels, or takes it away; nothing else changes. Without `write` it only
 * says what would change. Gives 0.
 */
export async function convert(paths: readonly string[], options: ConvertOptions, context: CommandContext): Promise<number> {
  const { to } = options
  await forEachInput(paths, context, async (input) => {
    const read = await readInput(input, context.terminal, context.say)
    // whoever wants the marks gone has Markdown, whatever the file is called
    const document = new ReportDocument(read.text, to === 'plain' ? 'markdown' : formatOf(input.file))
    const { edits } = restructure(document, to === 'plain' ? 'to-plain' : 'to-markdown')
    const writes = options.diff !== true && (options.write === true || input.isStdin)
    const said = sayDone(edits.length, writes, options, context) + (edits.length > 0 && writes ? sayName(input, options, context) : '')
    await deliver({ read, text: applyEdits(read.text, edits) }, { writes, diff: options.diff === true, color: options.color }, said, context)
  })
  return 0
}

function sayDone(count: number, writes: boolean, { to }: ConvertOptions, { say }: CommandContext): string {
  if (count === 0)
    return to === 'markdown'
      ? say('：没有需要改为 Markdown 标题的标题', ': no heading to turn into a Markdown heading')
      : say('：没有 Markdown 标题', ': no Markdown heading')
  return writes
    ? say(`：已改 ${count} 处`, `: changed ${count} places`)
    : say(
        `：应改 ${count} 处，文件未改动（加 --write 写入，加 --diff 看改动）`,
        `: would change ${count} places; file left as it is (--write writes, --diff shows)`,
      )
}

/** The name tells how a text is read: one that says otherwise ought to be changed, by whoever owns the file. */
function sayName(input: Input, { to }: ConvertOptions, { say }: CommandContext): string {
  if (input.isStdin || formatOf(input.file) === to) return ''
  const extension = to === 'markdown' ? '.md' : '.txt'
  return say(`；文件名未变，建议扩展名改为 ${extension}`, `; the file keeps its name, ${extension} would suit it`)
}
