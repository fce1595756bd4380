import { CompletionItemKind, CompletionTriggerKind, type CompletionItem, type CompletionList } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { suggestAt, type Suggestion } from '../completing/complete-line.js'
import { expressionsFrom, figuresFor, type FigureSuggestion } from '../completing/complete-words.js'
import { lackingSections } from '../completing/lacking-sections.js'
import { toOffset, toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** The characters that end an ordinal or an item of an enumeration, or begin a fixed expression. */
export const TRIGGER_CHARACTERS = ['、', '）', '是', '；', '（', '“']

/**
 * Completes ordinals, the titles of sections that the report still lacks, enumerations, fixed expressions, and figures that
 * the report gives elsewhere for the same metric.
 */
export function serveCompletion(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onCompletion(({ textDocument: { uri }, position, context: how }) =>
    answer(connection, 'textDocument/completion', async (): Promise<CompletionList> => {
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return { isIncomplete: false, items: [] }
      const offset = toOffset(checked.document.lines, position)
      const isAsked = how === undefined || how.triggerKind === CompletionTriggerKind.Invoked
      const { document } = checked
      const suggestions = [
        ...suggestAt(document, offset, lackingSections(document), isAsked),
        ...figuresFor(document, offset),
        ...expressionsFrom(document, offset, isAsked),
      ]
      return {
        isIncomplete: suggestions.length > 0,
        items: suggestions.map((suggestion, rank) => toItem(checked, suggestion, rank)),
      }
    }),
  )
}

function toItem(checked: CheckedText, suggestion: Suggestion | FigureSuggestion, rank: number): CompletionItem {
  const { kind, text, typed, start, end } = suggestion
  return {
    label: text,
    detail: detailOf(checked, suggestion),
    kind: KINDS[kind],
    // the list is narrowed here, for an editor would look for 四 in 三、
    filterText: typed + text,
    sortText: String(rank).padStart(3, '0'),
    textEdit: { range: toRange(checked.document.lines, { start, end }), newText: text },
  }
}

const KINDS: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  ordinal: CompletionItemKind.Text,
  section: CompletionItemKind.Struct,
  item: CompletionItemKind.Text,
  expression: CompletionItemKind.Constant,
  figure: CompletionItemKind.Value,
}

function detailOf(checked: CheckedText, suggestion: Suggestion | FigureSuggestion): string {
  if ('entry' in suggestion) {
    const { metric, line, year } = suggestion.entry
    const when = year === undefined ? '' : checked.say(`，${year}年`, `, ${year}`)
    return checked.say(`${metric}，见第${line}行${when}`, `${metric}, line ${line}${when}`)
  }
  return {
    ordinal: checked.say('接着编号', 'next ordinal'),
    section: checked.say('本文还没有的部分', 'section not yet written'),
    item: checked.say('接着列举', 'next item'),
    expression: checked.say('固定表述', 'fixed expression'),
    figure: '',
  }[suggestion.kind]
}
