import { continueAt } from '../completing/continue-line.js'
import { toEdits, toOffset } from '../converters/positions.js'
import type { SettingsSource } from '../settings.js'
import { answer, type HandlerContext } from './handler-context.js'

/** The character after which the server is asked. */
export const FIRST_TRIGGER = '\n'

/** Continues numbered items when Enter is typed, as far as the user’s settings want it. */
export function serveOnTypeFormatting(context: HandlerContext, settings: SettingsSource): void {
  const { connection, documents } = context
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }) =>
    answer(connection, 'textDocument/onTypeFormatting', async () => {
      if (ch !== FIRST_TRIGGER || !(await settings.of(uri)).continueOrdinals) return []
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return []
      const { document } = checked
      return toEdits(document.lines, continueAt(document, toOffset(document.lines, position)))
    }),
  )
}
