/** Answers the server's requests for files that it cannot reach itself; server/src/file-requests.ts is the other side. */
import * as vscode from 'vscode'
import { RequestType, type BaseLanguageClient } from 'vscode-languageclient'

const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('gongwen/readFile')
const ReadFolderRequest = new RequestType<{ readonly uri: string }, readonly FolderEntry[], void>('gongwen/readFolder')
const ReadAssetRequest = new RequestType<{ readonly name: string }, string | null, void>('gongwen/readAsset')

interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** What says that there is no such file, or no file system for it. */
const ABSENT = ['FileNotFound', 'FileIsADirectory', 'FileNotADirectory', 'Unavailable']
const CHUNK = 32_768

/**
 * Lets the server read files of the editor's file systems (virtual ones, too) and what the extension brings along.
 * Bytes go in base64; null stands for a file that is not there.
 */
export function answerFileRequests(client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable[] {
  return [
    client.onRequest(ReadFileRequest, ({ uri }) => contentOf(client.protocol2CodeConverter.asUri(uri))),
    client.onRequest(ReadFolderRequest, ({ uri }) => entriesOf(client.protocol2CodeConverter.asUri(uri))),
    client.onRequest(ReadAssetRequest, ({ name }) => contentOf(vscode.Uri.joinPath(extension, 'dist', name))),
  ]
}

async function contentOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return toBase64(await vscode.workspace.fs.readFile(uri))
  } catch (error) {
    if (error instanceof vscode.FileSystemError && ABSENT.includes(error.code)) return null
    throw error
  }
}

async function entriesOf(uri: vscode.Uri): Promise<FolderEntry[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri)
    return entries.map(([name, type]) => ({ name, kind: kindOf(type) }))
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return []
    throw error
  }
}

/** A link to a file is a file; one to a folder is not followed, for it might lead round in a circle. */
function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if (type === vscode.FileType.Directory) return 'folder'
  return (type & vscode.FileType.File) !== 0 ? 'file' : 'other'
}

/** In pieces: a function takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let characters = ''
  for (let i = 0; i < bytes.length; i += CHUNK) characters += String.fromCharCode(...bytes.subarray(i, i + CHUNK))
  return btoa(characters)
}
