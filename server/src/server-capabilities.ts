import { TextDocumentSyncKind, type ClientCapabilities, type InitializeResult, type RenameOptions } from 'vscode-languageserver'
import { FIX_ALL_KIND } from './handlers/code-actions.js'
import { TRIGGER_CHARACTERS } from './handlers/completion.js'
import { FIRST_TRIGGER } from './handlers/on-type-formatting.js'
import { RESTRUCTURING_KINDS } from './handlers/restructuring-actions.js'
import { TOKEN_LEGEND } from './handlers/semantic-tokens.js'

/**
 * What the server offers a client.
 *
 * @param formats whether to say at once that it formats; a client that can be told later is told for each report
 */
export function serverCapabilities(client: ClientCapabilities, formats: boolean): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.textDocument?.diagnostic !== undefined && {
      diagnosticProvider: { identifier: 'gongwen', interFileDependencies: false, workspaceDiagnostics: true },
    }),
    codeActionProvider: {
      codeActionKinds: ['quickfix', FIX_ALL_KIND, ...RESTRUCTURING_KINDS],
      ...(client.textDocument?.codeAction?.resolveSupport !== undefined && { resolveProvider: true }),
    },
    documentSymbolProvider: { label: '公文' },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: renameAbility(client),
    codeLensProvider: {},
    documentLinkProvider: {},
    semanticTokensProvider: { legend: TOKEN_LEGEND, full: { delta: true }, range: true },
    inlayHintProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: FIRST_TRIGGER },
    ...(formats && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    ...(client.workspace?.workspaceFolders === true && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  }
}

/** A client that cannot ask before it renames may only be told that renaming is there. */
function renameAbility({ textDocument }: ClientCapabilities): boolean | RenameOptions {
  return textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true
}
