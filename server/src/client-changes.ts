import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type ClientCapabilities,
  type Connection,
} from 'vscode-languageserver'
import { EXCLUDE_SETTING } from './checking/excluded.js'

/** What the client is to watch: configuration files, and the texts that may be reports. */
const CONFIGURATIONS = '**/.gongwenrc.{json,yaml,yml}'
const TEXTS = '**/*.{md,markdown,txt}'

/** Whether a changed file is a configuration file. */
export function isConfiguration(uri: string): boolean {
  return /\/\.gongwenrc\.(?:json|ya?ml)$/.test(uri)
}

/** Whether the client tells of files that change. */
export function watchesFiles({ workspace }: ClientCapabilities): boolean {
  return workspace?.didChangeWatchedFiles?.dynamicRegistration === true
}

/** Asks the client to tell of changes of settings and files. */
export async function registerForChanges(connection: Connection, client: ClientCapabilities): Promise<void> {
  const registrations: Promise<unknown>[] = []
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    registrations.push(connection.client.register(DidChangeConfigurationNotification.type, { section: ['gongwen', EXCLUDE_SETTING] }))
  }
  if (watchesFiles(client)) {
    registrations.push(
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: CONFIGURATIONS }, { globPattern: TEXTS }],
      }),
    )
  }
  try {
    await Promise.all(registrations)
  } catch (error) {
    connection.console.warn(`gongwen: the client does not tell of changes: ${String(error)}`)
  }
}

/** Makes the client ask again for what depends on settings and configuration files: an editor does not know what does. */
export function refreshAll(connection: Connection, { workspace }: ClientCapabilities): void {
  for (const [{ method }, can] of [
    [InlayHintRefreshRequest.type, workspace?.inlayHint?.refreshSupport],
    [CodeLensRefreshRequest.type, workspace?.codeLens?.refreshSupport],
    [SemanticTokensRefreshRequest.type, workspace?.semanticTokens?.refreshSupport],
  ] as const) {
    if (can === true) connection.sendRequest(method).catch((error: unknown) => connection.console.error(`gongwen: ${method} failed: ${String(error)}`))
  }
}
