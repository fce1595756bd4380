import { DocumentFormattingRequest, DocumentRangeFormattingRequest, type Disposable, type TextEdit } from 'vscode-languageserver'
import { toEdits, toOffset } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/**
 * Formats a report, or a part of it: applies the safe fixes, figures left alone, as edits of what they change and nothing
 * else.
 *
 * A formatter for all Markdown would stand in the way of the one that the user has. So a client that lets the server
 * register itself later is told of a formatter for each open report alone.
 */
export class Formatting {
  private readonly registered = new Map<string, Promise<Disposable>>()

  constructor(private readonly context: HandlerContext) {
    const { connection, documents } = context
    connection.onDocumentFormatting(({ textDocument: { uri } }) =>
      answer(connection, 'textDocument/formatting', async (): Promise<TextEdit[] | null> => {
        const checked = await documents.check(uri)
        return checked?.isChecked === true ? toEdits(checked.document.lines, checked.mechanicalEdits()) : null
      }),
    )
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }) =>
      answer(connection, 'textDocument/rangeFormatting', async (): Promise<TextEdit[] | null> => {
        const checked = await documents.check(uri)
        if (checked?.isChecked !== true) return null
        const { lines } = checked.document
        return toEdits(lines, checked.mechanicalEditsWithin({ start: toOffset(lines, range.start), end: toOffset(lines, range.end) }))
      }),
    )
  }

  /** Whether the server is to say at once that it formats: to a client that cannot be told later. */
  get isStatic(): boolean {
    const { formatting, rangeFormatting } = this.context.client().capabilities.textDocument ?? {}
    return formatting?.dynamicRegistration !== true || rangeFormatting?.dynamicRegistration !== true
  }

  /** A document was checked, and is a report or none. */
  checked(uri: string, isReport: boolean): void {
    if (this.isStatic || isReport === this.registered.has(uri)) return
    if (!isReport) return this.forget(uri)
    this.registered.set(uri, this.register(uri))
  }

  /** A document was closed. */
  forget(uri: string): void {
    const registration = this.registered.get(uri)
    this.registered.delete(uri)
    registration?.then((formatter) => formatter.dispose()).catch((error: unknown) => this.log(error))
  }

  private register(uri: string): Promise<Disposable> {
    const { client } = this.context.connection
    const documentSelector = [{ scheme: uri.slice(0, uri.indexOf(':')), pattern: `**/${patternOf(uri)}` }]
    const registration = Promise.all([
      client.register(DocumentFormattingRequest.type, { documentSelector }),
      client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
    ]).then((both) => ({ dispose: () => both.forEach((one) => one.dispose()) }))
    registration.catch((error: unknown) => this.log(error))
    return registration
  }

  private log(error: unknown): void {
    this.context.connection.console.warn(`gongwen: formatting is not registered: ${String(error)}`)
  }
}

/** The file's name as a pattern; what patterns have a meaning for stands for any character. */
function patternOf(uri: string): string {
  const name = uri.slice(Math.max(uri.lastIndexOf('/'), uri.indexOf(':')) + 1)
  try {
    return decodeURIComponent(name).replace(/[[\]{}*?!,]/g, '?')
  } catch {
    return name
  }
}
