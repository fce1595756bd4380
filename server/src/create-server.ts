import type { ClientOptions } from '@gongwen/messages'
import { RULES, sayIn, type Locale } from '@gongwen/engine'
import {
  ErrorCodes,
  ResponseError,
  TextDocuments,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CheckedDocuments } from './checking/checked-documents.js'
import { ConfigurationFiles, type ProblemListener } from './checking/configuration-files.js'
import { EditPauses } from './checking/edit-pauses.js'
import { excludedIn } from './checking/excluded.js'
import { TypingPlaces } from './checking/typing-places.js'
import { WorkspaceFolders } from './checking/workspace-folders.js'
import { WorkspaceReports } from './checking/workspace-reports.js'
import { isConfiguration, refreshAll, registerForChanges, watchesFiles } from './client-changes.js'
import { toConfigurationDiagnostic } from './converters/configuration-problem.js'
import { serveCodeActions } from './handlers/code-actions.js'
import { serveBeginning } from './handlers/beginning.js'
import { serveCleaning } from './handlers/cleaning.js'
import { serveCodeLens } from './handlers/code-lens.js'
import { serveComparing } from './handlers/comparing.js'
import { serveCompletion } from './handlers/completion.js'
import { Diagnostics } from './handlers/diagnostics.js'
import { serveDocumentLinks } from './handlers/document-links.js'
import { Formatting } from './handlers/formatting.js'
import type { HandlerContext } from './handlers/handler-context.js'
import { serveHealth } from './handlers/health.js'
import { serveHover } from './handlers/hover.js'
import { serveInlayHints } from './handlers/inlay-hints.js'
import { serveOnTypeFormatting } from './handlers/on-type-formatting.js'
import { serveOutline } from './handlers/outline.js'
import { serveRename } from './handlers/rename.js'
import { serveReport } from './handlers/report.js'
import { serveRestatements } from './handlers/restatements.js'
import { serveSelectionRanges } from './handlers/selection-ranges.js'
import { SemanticTokensOfReports } from './handlers/semantic-tokens.js'
import { WorkspaceDiagnostics } from './handlers/workspace-diagnostics.js'
import { serveWorkspaceSymbols } from './handlers/workspace-symbols.js'
import type { ServerPorts } from './ports.js'
import { TrustedNotification } from './protocol.js'
import { serverCapabilities } from './server-capabilities.js'
import { SettingsSource } from './settings.js'

/**
 * Puts a server together on a connection; the caller then starts it with `connection.listen()`. Everything the server
 * knows of the world comes through the connection and the ports.
 */
export function createServer(connection: Connection, ports: ServerPorts): void {
  let capabilities: ClientCapabilities = {}
  let options: ClientOptions = {}
  let locale: Locale = 'en'
  let isInitialized = false
  const texts = new TextDocuments(TextDocument)
  const settings = new SettingsSource(connection, () => capabilities)
  const files = new ConfigurationFiles(
    ports,
    problemTeller(connection, settings, () => locale),
    () => options.isTrusted !== false,
  )
  const documents = new CheckedDocuments(texts, settings, files, ports, () => locale)
  const context: HandlerContext = {
    connection,
    documents,
    files,
    client: () => ({ capabilities, options }),
    abilities: () => ({
      ...diagnosticAbilities(capabilities),
      rulePage: (ruleId) => (RULES.some(({ id }) => id === ruleId) ? (pageAmong(options, ruleId) ?? ports.rulePage(ruleId)) : undefined),
    }),
  }
  const typing = new TypingPlaces()
  const pauses = new EditPauses(ports.schedule, (uri) => diagnostics.quiet(uri))
  const formatting = new Formatting(context)
  const diagnostics = new Diagnostics({ ...context, settings, pauses, typing, formatting, ports })
  const folders = new WorkspaceFolders(connection, () => capabilities)
  const reports = new WorkspaceReports(
    ports,
    documents,
    () => folders.all(),
    () => watchesFiles(capabilities),
    (folder) => excludedIn(folder, connection, capabilities),
  )
  new WorkspaceDiagnostics({ ...context, settings, reports, ports, locale: () => locale })
  const tokens = new SemanticTokensOfReports(context)
  serveFeatures(context, settings, reports, () => locale)

  connection.onInitialize((params): InitializeResult => {
    // the protocol allows one handshake: another one would take language and abilities away from documents that are open
    if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already')
    isInitialized = true
    capabilities = params.capabilities
    options = (params.initializationOptions ?? {}) as ClientOptions
    locale = localeOf(params)
    folders.begin(params)
    return { capabilities: serverCapabilities(capabilities, formatting.isStatic), serverInfo: { name: 'gongwen' } }
  })
  connection.onInitialized(() => {
    folders.follow(() => reports.reconfigure())
    return registerForChanges(connection, capabilities)
  })
  const reconfigure = (): void => {
    diagnostics.reconfigured()
    reports.reconfigure()
    refreshAll(connection, capabilities)
  }
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.change(pushed)
    reconfigure()
  })
  connection.onNotification(TrustedNotification, () => {
    options = { ...options, isTrusted: true }
    reconfigure()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const written = changes.filter(({ uri }) => !isConfiguration(uri)).map(({ uri }) => uri)
    if (written.length > 0) reports.filesChanged(written)
    // a client that names nothing means anything
    if (written.length < changes.length || changes.length === 0) reconfigure()
  })
  followTexts(texts, diagnostics, typing)
  texts.onDidOpen(() => reports.changed())
  texts.onDidClose(({ document: { uri } }) => {
    formatting.forget(uri)
    tokens.forget(uri)
    reports.changed()
  })
  texts.listen(connection)
}

/** Everything that answers a request and keeps nothing of its own between two. */
function serveFeatures(context: HandlerContext, settings: SettingsSource, reports: WorkspaceReports, locale: () => Locale): void {
  serveCodeActions(context)
  serveCleaning(context)
  serveReport(context)
  serveHealth(context)
  serveComparing(context)
  serveBeginning(context, settings, locale)
  serveOutline(context)
  serveHover(context)
  serveCompletion(context)
  serveOnTypeFormatting(context, settings)
  serveRestatements(context)
  serveRename(context)
  serveInlayHints(context, settings)
  serveWorkspaceSymbols(context, reports)
  serveSelectionRanges(context)
  serveCodeLens(context, settings)
  serveDocumentLinks(context, reports)
}

/** Shows what is wrong in a configuration file, in the language of the document that the file was read for. */
function problemTeller(connection: Connection, settings: SettingsSource, clientLocale: () => Locale): ProblemListener {
  return (uri, problems, document) => {
    // of no document when the problems are gone: then there is nothing to word
    const worded = document === undefined ? Promise.resolve({ locale: undefined }) : settings.of(document)
    const shown = worded.then(({ locale }) => {
      const say = sayIn(locale ?? clientLocale())
      return connection.sendDiagnostics({ uri, diagnostics: problems.map((problem) => toConfigurationDiagnostic(problem, say)) })
    })
    shown.catch((error: unknown) => connection.console.error(String(error)))
  }
}

/** Tells diagnostics what happens to documents. The event of a change is also given for an opening, which is no edit. */
function followTexts(texts: TextDocuments<TextDocument>, diagnostics: Diagnostics, typing: TypingPlaces): void {
  const opened = new Map<string, number>()
  texts.onDidOpen(({ document }) => {
    opened.set(document.uri, document.version)
    typing.opened(document.uri, document.getText())
    diagnostics.opened(document.uri)
  })
  texts.onDidChangeContent(({ document }) => {
    if (opened.get(document.uri) !== document.version) {
      typing.edited(document.uri, document.version, document.getText())
      diagnostics.edited(document.uri)
    }
    opened.delete(document.uri)
  })
  texts.onDidSave(({ document }) => diagnostics.saved(document.uri))
  texts.onDidClose(({ document }) => {
    opened.delete(document.uri)
    diagnostics.closed(document.uri)
  })
}

/** The page of a rule where the client says that the pages are. */
function pageAmong({ rulePages }: ClientOptions, ruleId: string): string | undefined {
  return rulePages === undefined ? undefined : `${rulePages}${ruleId}.md`
}

function diagnosticAbilities({ textDocument }: ClientCapabilities): { related: boolean; codeDescription: boolean } {
  const { diagnostic, publishDiagnostics } = textDocument ?? {}
  return {
    related: diagnostic?.relatedInformation === true || publishDiagnostics?.relatedInformation === true,
    codeDescription: diagnostic?.codeDescriptionSupport === true || publishDiagnostics?.codeDescriptionSupport === true,
  }
}

/** Chinese for a client that runs in Chinese, else English; the setting `gongwen.messageLanguage` comes before it. */
function localeOf({ locale }: InitializeParams): Locale {
  return /^zh\b/i.test(locale ?? '') ? 'zh-CN' : 'en'
}
