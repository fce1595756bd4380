/** Requests by which the server reads through its client what it cannot reach itself; client/src/file-requests.ts answers them. */
import { RequestType } from 'vscode-languageserver'
import type { FolderEntry } from './ports.js'

/** Bytes in base64; null when there is no such file. */
export type FileContent = string | null

/** Reads a file of whatever file system the editor has. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, FileContent, void>('gongwen/readFile')

/** Lists a folder of whatever file system the editor has; a folder that cannot be read holds nothing. */
export const ReadFolderRequest = new RequestType<{ readonly uri: string }, readonly FolderEntry[], void>('gongwen/readFolder')

/** Reads a file that the extension brings along, named from its folder `dist`. */
export const ReadAssetRequest = new RequestType<{ readonly name: string }, FileContent, void>('gongwen/readAsset')
