import type { OtherText } from '@gongwen/messages'
import * as vscode from 'vscode'
import { nameOf } from '../document-places.js'

/** A folder with more reports than this is an archive: looking through it would take long. */
const MOST_FILES = 60
/** In bytes; a report has some tens of thousands. */
const LARGEST = 1_000_000

/** Texts in a document's folder that may be last year's report; the server tells which one is. Unreadable ones are left out. */
export async function siblingsOf(document: vscode.Uri): Promise<OtherText[]> {
  if (document.scheme === 'untitled') return []
  const folder = vscode.Uri.joinPath(document, '..')
  let entries: [string, vscode.FileType][]
  try {
    entries = await vscode.workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
  const files = entries
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && /\.(?:md|markdown|txt)$/i.test(name))
    .map(([name]) => vscode.Uri.joinPath(folder, name))
    .filter((uri) => uri.toString() !== document.toString())
  if (files.length > MOST_FILES) return []
  const texts = await Promise.all(files.map((uri) => readOther(uri, false).catch(() => undefined)))
  return texts.filter((text) => text !== undefined)
}

/**
 * A text as the server is given it: what the editor holds where it is open, else what is on the disk.
 *
 * @throws when it cannot be read
 */
export async function readOther(uri: vscode.Uri, isChosen: boolean): Promise<OtherText> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  const format = open === undefined ? formatOf(uri) : open.languageId === 'markdown' ? 'markdown' : 'plain'
  return { uri: uri.toString(), format, isChosen, text: open?.getText() ?? (await readText(uri)) }
}

function formatOf({ path }: vscode.Uri): OtherText['format'] {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain'
}

async function readText(uri: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(uri)
  if (size > LARGEST) throw new Error(vscode.l10n.t('“{0}” is too large for a report.', nameOf(uri)))
  const bytes = await vscode.workspace.fs.readFile(uri)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // what office programs in China save as plain text
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Asks the writer for last year's report; nothing when none was chosen. */
export async function chooseLastYear(document: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: false,
    title: vscode.l10n.t('Choose Last Year’s Report…'),
    filters: { [vscode.l10n.t('Reports')]: ['md', 'markdown', 'txt'] },
    ...(document.scheme !== 'untitled' && { defaultUri: vscode.Uri.joinPath(document, '..') }),
  })
  return chosen?.[0]
}
