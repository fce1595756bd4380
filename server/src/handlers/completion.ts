import { CompletionItemKind, CompletionTriggerKind, type CompletionItem, type CompletionList } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { suggestAt, type Suggestion } from '../completing/complete-line.js'
import { lackingSections } from '../completing/lacking-sections.js'
import { toOffset, toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** The characters that end an ordinal or an item of an enumeration. */
export const TRIGGER_CHARACTERS = ['、', '）', '是', '；', '（']

/** Completes ordinals, the titles of sections that the report still lacks, and enumerations. */
export function serveCompletion(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onCompletion(({ textDocument: { uri }, position, context: how }) =>
    answer(connection, 'textDocument/completion', async (): Promise<CompletionList> => {
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return { isIncomplete: false, items: [] }
      const offset = toOffset(checked.document.lines, position)
      const isAsked = how === undefined || how.triggerKind === CompletionTriggerKind.Invoked
      const suggestions = suggestAt(checked.document, offset, lackingSections(checked.document), isAsked)
      return {
        isIncomplete: suggestions.length > 0,
        items: suggestions.map((suggestion, rank) => toItem(checked, suggestion, rank)),
      }
    }),
  )
}

function toItem(checked: CheckedText, { kind, text, typed, start, end }: Suggestion, rank: number): CompletionItem {
  const detail = {
    ordinal: checked.say('接着编号', 'next ordinal'),
    section: checked.say('本文还没有的部分', 'section not yet written'),
    item: checked.say('接着列举', 'next item'),
  }[kind]
  return {
    label: text,
    detail,
    kind: kind === 'section' ? CompletionItemKind.Struct : CompletionItemKind.Text,
    // the list is narrowed here, for an editor would look for 四 in 三、
    filterText: typed + text,
    sortText: String(rank).padStart(3, '0'),
    textEdit: { range: toRange(checked.document.lines, { start, end }), newText: text },
  }
}
