import * as vscode from 'vscode'
import type { ReportContent } from './content/report-content.js'
import { toHtml } from './content/to-html.js'
import { toMarkdown } from './content/to-markdown.js'
import { nameOf } from '../document-places.js'
import { withProgress } from '../late-progress.js'
import type { ExportFormat } from './panel-messages.js'

/** Makes a Word document of a content. Loaded only when asked for: its library is larger than the rest of the extension. */
export type WordWriter = (content: ReportContent) => Promise<Uint8Array>

const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { markdown: 'md', html: 'html', word: 'docx' }

/** Asks where to, and writes the content there, on whatever file system that is. Says so, with a way to open it. */
export async function exportReport(document: vscode.Uri, format: ExportFormat, content: ReportContent, toWord: WordWriter): Promise<void> {
  const extension = EXTENSIONS[format]
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the Check of the Report'),
    filters: { [nameOfFormat(format)]: [extension] },
    ...(document.scheme !== 'untitled' && { defaultUri: targetBeside(document, extension) }),
  })
  if (target === undefined) return
  await withProgress(vscode.l10n.t('Exporting…'), write(target, format, content, toWord))
  const open = vscode.l10n.t('Open')
  // not awaited: the message stays until the writer is done with it
  void vscode.window
    .showInformationMessage(vscode.l10n.t('Exported to “{0}”.', nameOf(target)), open)
    .then((choice) => (choice === open ? show(target, format) : undefined))
}

async function write(target: vscode.Uri, format: ExportFormat, content: ReportContent, toWord: WordWriter): Promise<void> {
  const bytes = format === 'word' ? await toWord(content) : new TextEncoder().encode(format === 'html' ? toHtml(content) : toMarkdown(content))
  await vscode.workspace.fs.writeFile(target, bytes)
}

async function show(target: vscode.Uri, format: ExportFormat): Promise<void> {
  if (format === 'markdown') await vscode.window.showTextDocument(target)
  else await vscode.env.openExternal(target)
}

/** `2024年总结.md` is checked in `2024年总结-报送前检查.docx`. */
function targetBeside(document: vscode.Uri, extension: string): vscode.Uri {
  const name = nameOf(document).replace(/\.[^.]{1,10}$/, '')
  return vscode.Uri.joinPath(document, '..', `${name}-${vscode.l10n.t('pre-submission check')}.${extension}`)
}

function nameOfFormat(format: ExportFormat): string {
  return { markdown: vscode.l10n.t('Markdown'), html: vscode.l10n.t('Web page'), word: vscode.l10n.t('Word') }[format]
}
