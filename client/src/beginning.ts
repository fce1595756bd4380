import type { NewReport, OfferedKind, ReportKind } from '@gongwen/messages'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { exists } from './configuring.js'
import { NewReportRequest, ReportKindsRequest } from './protocol.js'

/** Where the unit's name is remembered: the next report is the same unit's. */
const UNIT = 'unit'
const STEPS = 3
/** So many names are tried for a new report. */
const MOST_DRAFTS = 20

/**
 * Asks for kind, year and unit and opens the skeleton of such a report: an untitled Markdown document with a tab stop at
 * every place to be filled in. Nothing happens when the writer breaks off.
 */
export async function beginReport(client: BaseLanguageClient, memory: vscode.Memento): Promise<void> {
  await client.start()
  const now = new Date()
  const offered = await client.sendRequest(ReportKindsRequest, { year: now.getFullYear(), month: now.getMonth() + 1 })
  const chosen = await pickKind(offered)
  const part = chosen === undefined ? undefined : await pickPart(chosen)
  const year = chosen === undefined || part === undefined ? undefined : await askYear(chosen)
  const unit = year === undefined ? undefined : await askUnit(memory)
  if (chosen === undefined || part === undefined || year === undefined || unit === undefined) return
  await memory.update(UNIT, unit)
  const folder = folderInUse()
  const request = { folder: folder === undefined ? null : client.code2ProtocolConverter.asUri(folder.uri), kind: chosen.kind, year, part, unit }
  await open(await client.sendRequest(NewReportRequest, request), folder)
}

async function open({ title, pieces }: NewReport, folder: vscode.WorkspaceFolder | undefined): Promise<void> {
  const snippet = new vscode.SnippetString()
  for (const { text, isPlaceholder } of pieces) {
    if (isPlaceholder) snippet.appendPlaceholder(text)
    else snippet.appendText(text)
  }
  const target = await targetIn(folder, title)
  const document = await (target === undefined
    ? vscode.workspace.openTextDocument({ language: 'markdown', content: '' })
    : vscode.workspace.openTextDocument(target))
  const editor = await vscode.window.showTextDocument(document)
  await editor.insertSnippet(snippet)
}

/**
 * Where a report with a title is saved without a question: in the folder, under its title, or with a number behind it where
 * there is such a file or draft. Undefined where there is no folder on a disk; the editor then asks when it is saved.
 */
async function targetIn(folder: vscode.WorkspaceFolder | undefined, title: string): Promise<vscode.Uri | undefined> {
  if (folder?.uri.scheme !== 'file') return undefined
  // a unit that is to be filled in is no part of a file's name
  const name = title.replace(/^【[^】]{0,40}】/, '').replaceAll(/[\\/:*?"<>|]/g, '')
  for (let number = 1; number <= MOST_DRAFTS; number++) {
    const file = vscode.Uri.joinPath(folder.uri, `${name}${number === 1 ? '' : `（${number}）`}.md`)
    const draft = file.with({ scheme: 'untitled' })
    const isDraft = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === draft.toString())
    if (!isDraft && !(await exists(file))) return draft
  }
  return undefined
}

async function pickKind(offered: readonly OfferedKind[]): Promise<OfferedKind | undefined> {
  const items = offered.map((kind) => ({ label: kindInWords(kind.kind), description: timeInWords(kind), offered: kind }))
  const picked = await vscode.window.showQuickPick(items, { title: titleOf(1), placeHolder: vscode.l10n.t('Which kind of report?') })
  return picked?.offered
}

/** The quarter or the term; the usual one stands first. Other kinds have no parts. */
async function pickPart(kind: OfferedKind): Promise<number | undefined> {
  const parts = partsOf(kind.kind)
  if (parts.length === 0) return kind.part
  const items = parts.map((label, i) => ({ label, part: i + 1 })).sort((a, b) => Number(b.part === kind.part) - Number(a.part === kind.part))
  return (await vscode.window.showQuickPick(items, { title: titleOf(1), placeHolder: vscode.l10n.t('Which quarter or term?') }))?.part
}

async function askYear({ kind, year }: OfferedKind): Promise<number | undefined> {
  const typed = await vscode.window.showInputBox({
    title: titleOf(2),
    prompt: yearPrompt(kind),
    value: String(year),
    validateInput: (value) => (/^(?:19|20)\d\d$/.test(value.trim()) ? undefined : vscode.l10n.t('Please write the year in four digits, such as {0}.', year)),
  })
  return typed === undefined ? undefined : Number(typed.trim())
}

async function askUnit(memory: vscode.Memento): Promise<string | undefined> {
  const unit = await vscode.window.showInputBox({
    title: titleOf(3),
    prompt: vscode.l10n.t('The unit’s full name. Leave it empty to fill it in later, or to take the one that the configuration file names.'),
    value: memory.get<string>(UNIT, ''),
    placeHolder: vscode.l10n.t('Such as 某县教育局'),
  })
  return unit?.trim()
}

function titleOf(step: number): string {
  return vscode.l10n.t('New Report ({0}/{1})', step, STEPS)
}

/** What a kind of report is called. */
function kindInWords(kind: ReportKind): string {
  switch (kind) {
    case 'annual':
      return vscode.l10n.t('Annual report')
    case 'half-year':
      return vscode.l10n.t('Half-year report')
    case 'quarter':
      return vscode.l10n.t('Quarterly report')
    case 'term':
      return vscode.l10n.t('Report of a school term')
    case 'plan':
      return vscode.l10n.t('Plan of a year')
    case 'duty':
      return vscode.l10n.t('Report on one’s duties')
    case 'government':
      return vscode.l10n.t('Report of a government')
  }
}

function partsOf(kind: ReportKind): string[] {
  if (kind === 'quarter') return [1, 2, 3, 4].map((part) => vscode.l10n.t('Quarter {0}', part))
  return kind === 'term' ? [1, 2].map((part) => vscode.l10n.t('Term {0}', part)) : []
}

function timeInWords({ kind, year, part }: OfferedKind): string {
  const time = kind === 'term' ? vscode.l10n.t('School year {0}–{1}', year, year + 1) : String(year)
  return [time, partsOf(kind)[part - 1] ?? ''].filter((word) => word !== '').join(' ')
}

function yearPrompt(kind: ReportKind): string {
  if (kind === 'plan') return vscode.l10n.t('The year that is planned')
  if (kind === 'term') return vscode.l10n.t('The year in which the school year began')
  return vscode.l10n.t('The year that is summed up')
}

/** The folder of the active editor's document, else the workspace's first. */
function folderInUse(): vscode.WorkspaceFolder | undefined {
  const document = vscode.window.activeTextEditor?.document
  return (document && vscode.workspace.getWorkspaceFolder(document.uri)) ?? vscode.workspace.workspaceFolders?.[0]
}
