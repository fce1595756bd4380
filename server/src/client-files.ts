import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver'
import { ReadAssetRequest, ReadFileRequest, ReadFolderRequest, type FileContent } from './file-requests.js'
import type { FolderEntry } from './ports.js'

/** Files that the server reads through its client. A client that cannot be asked has none. */
export class ClientFiles {
  constructor(private readonly connection: Pick<Connection, 'sendRequest'>) {}

  /** The bytes of a file; undefined when there is none. */
  async read(uri: string): Promise<Uint8Array | undefined> {
    return bytesOf(await orNothing(this.connection.sendRequest(ReadFileRequest, { uri }), null))
  }

  /** What a folder holds. */
  readFolder(uri: string): Promise<readonly FolderEntry[]> {
    return orNothing(this.connection.sendRequest(ReadFolderRequest, { uri }), [])
  }

  /** The bytes of a file that the extension brings along, named from its folder `dist`; undefined when there is none. */
  async readAsset(name: string): Promise<Uint8Array | undefined> {
    return bytesOf(await orNothing(this.connection.sendRequest(ReadAssetRequest, { name }), null))
  }
}

async function orNothing<Answer>(asked: Promise<Answer>, nothing: Answer): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return nothing
    throw error
  }
}

function bytesOf(content: FileContent): Uint8Array | undefined {
  return content === null ? undefined : Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
}
