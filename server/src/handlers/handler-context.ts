import type { ClientOptions } from '@gongwen/messages'
import { ErrorCodes, ResponseError, type ClientCapabilities, type Connection } from 'vscode-languageserver'
import type { CheckedDocuments } from '../checking/checked-documents.js'
import type { ConfigurationFiles } from '../checking/configuration-files.js'
import type { DiagnosticAbilities } from '../converters/diagnostic.js'

/** What the handlers share; made by the composition root. */
export interface HandlerContext {
  readonly connection: Connection
  readonly documents: CheckedDocuments
  readonly files: ConfigurationFiles
  /** what the client said of itself; read when a request comes, for it is known only after `initialize` */
  client(): { readonly capabilities: ClientCapabilities; readonly options: ClientOptions }
  abilities(): DiagnosticAbilities
}

/**
 * Runs a handler. What it throws is logged and answered as an internal error: one bad request costs its own answer and
 * nothing else.
 */
export async function answer<Result>(connection: Connection, request: string, handle: () => Promise<Result>): Promise<Result> {
  try {
    return await handle()
  } catch (error) {
    // an answer that the handler gave on purpose
    if (error instanceof ResponseError) throw error
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    connection.console.error(`gongwen: ${request} failed: ${reason}`)
    throw new ResponseError(ErrorCodes.InternalError, `${request} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}
