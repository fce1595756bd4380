import * as vscode from 'vscode'

/**
 * Opens a rule's page in the Markdown preview.
 *
 * @param ruleId `group/name`; when left out, the writer picks among the rules of the problems at the caret, or among all
 */
export async function explainRule(context: vscode.ExtensionContext, ruleId?: string): Promise<void> {
  const id = ruleId ?? (await pickRule(context))
  if (id === undefined) return
  // only an id names a page: a path that climbs out of the folder does not
  if (!/^[a-z]{1,20}\/[a-z0-9-]{1,60}$/.test(id)) throw new Error(vscode.l10n.t('There is no rule “{0}”.', id))
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${id}.md`)
  try {
    await vscode.workspace.fs.stat(page)
  } catch {
    throw new Error(vscode.l10n.t('There is no rule “{0}”.', id))
  }
  await vscode.commands.executeCommand('markdown.showPreview', page)
}

async function pickRule(context: vscode.ExtensionContext): Promise<string | undefined> {
  const here = rulesAtCaret()
  if (here.length === 1) return here[0]
  const summaries = summariesOf(context)
  const ids = here.length > 0 ? here : Object.keys(summaries)
  const items = ids.map((id) => ({ label: id, description: summaries[id] ?? '' }))
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDescription: true,
  })
  return picked?.label
}

function rulesAtCaret(): string[] {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return []
  const here = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'gongwen' && range.contains(editor.selection.active))
  return [...new Set(here.map(({ code }) => String(typeof code === 'object' ? code.value : code)))]
}

/** Every rule with its summary, from the manifest's own description of the setting `gongwen.rules`. */
function summariesOf(context: vscode.ExtensionContext): Record<string, string> {
  const manifest = context.extension.packageJSON as {
    contributes: {
      configuration: { properties: Record<string, { properties?: Record<string, { description: string }> }> }
    }
  }
  const rules = manifest.contributes.configuration.properties['gongwen.rules']?.properties ?? {}
  return Object.fromEntries(Object.entries(rules).map(([id, { description }]) => [id, description]))
}
