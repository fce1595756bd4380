import type { ClientCapabilities, Connection, InitializeParams } from 'vscode-languageserver'

/** The folders that the client has open: several, or none. Asked for once and kept until they change. */
export class WorkspaceFolders {
  /** the folder of a client that knows only one */
  private root: readonly string[] = []
  private known: Promise<readonly string[]> | undefined

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: () => ClientCapabilities,
  ) {}

  /** Takes the folder that `initialize` names. */
  begin({ rootUri }: Pick<InitializeParams, 'rootUri'>): void {
    this.root = typeof rootUri === 'string' ? [rootUri] : []
  }

  /** Calls `onChange` whenever folders are added or removed, where the client tells of that. */
  follow(onChange: () => void): void {
    if (this.capabilities().workspace?.workspaceFolders !== true) return
    this.connection.workspace.onDidChangeWorkspaceFolders(() => {
      this.known = undefined
      onChange()
    })
  }

  /** Addresses of the folders; none when the client fails to answer. */
  all(): Promise<readonly string[]> {
    if (this.capabilities().workspace?.workspaceFolders !== true) return Promise.resolve(this.root)
    this.known ??= this.ask()
    return this.known
  }

  private async ask(): Promise<readonly string[]> {
    try {
      return ((await this.connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri)
    } catch (error) {
      this.connection.console.warn(`gongwen: no workspace folders: ${String(error)}`)
      this.known = undefined
      return []
    }
  }
}
