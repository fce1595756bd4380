import { isAtLeast, type Finding, type TextEdit } from '@gongwen/engine'
import type { SnippetTextEdit } from 'vscode-languageserver'
import { CodeActionKind, StringValue, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { fileSuppressionOf, suppressionOf, withReason } from '../checking/suppressing.js'
import { toRange } from '../converters/positions.js'
import type { HandlerContext } from './handler-context.js'
import type { RuleLesson } from './lessons.js'
import { workspaceEdit } from './workspace-edit.js'

/** The finding about a comment that silences nothing: another comment would be no answer to it. */
const UNUSED = 'structure/unused-suppression'

/** The actions that silence the rule of a finding here, for a reason that the writer gives, or in the whole text. */
export function suppressions(checked: CheckedText, finding: Finding, diagnostics: Diagnostic[], context: HandlerContext): CodeAction[] {
  if (finding.ruleId === UNUSED) return []
  const { document } = checked
  const here = suppressionOf(document, finding)
  const inFile = fileSuppressionOf(document, finding)
  const { ruleId } = finding
  return [
    ...(here === undefined
      ? []
      : [
          {
            title: checked.say(`此处不再提示（插入屏蔽注释：${ruleId}）`, `Suppress ${ruleId} here (inserts a comment)`),
            kind: CodeActionKind.QuickFix,
            diagnostics,
            edit: askingForReason(checked, here, context),
          },
        ]),
    {
      title: checked.say(`本文不再提示此规则（文首插入屏蔽注释：${ruleId}）`, `Suppress ${ruleId} in this document (inserts a comment)`),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: askingForReason(checked, inFile, context),
    },
  ]
}

/** The actions that write into the configuration file: the rule off, or as a note that need not be minded. */
export function configurations(checked: CheckedText, finding: Finding, diagnostics: Diagnostic[], { files }: HandlerContext): CodeAction[] {
  const { uri } = checked
  const { ruleId: rule, severity } = finding
  if (!files.mayHaveFile(uri) || rule === UNUSED) return []
  const action = (title: string, setting: RuleLesson['setting']): CodeAction => {
    const data: RuleLesson = { rule, setting, of: uri }
    return { title, kind: CodeActionKind.QuickFix, diagnostics, data }
  }
  return [
    ...(isAtLeast(severity, 'warning')
      ? [action(checked.say(`此规则以后只作提示（写入配置文件：${rule}）`, `Make ${rule} a note from now on (writes the configuration file)`), 'info')]
      : []),
    action(checked.say(`以后不检查此规则（写入配置文件：${rule}）`, `Switch ${rule} off (writes the configuration file)`), 'off'),
  ]
}

/** The edit that inserts a comment, with the caret on the reason in a client that can put it there. */
function askingForReason(checked: CheckedText, edit: TextEdit, context: HandlerContext): WorkspaceEdit {
  const plain = workspaceEdit(checked, [edit], context)
  const { documentChanges, snippetEditSupport } = context.client().capabilities.workspace?.workspaceEdit ?? {}
  const snippet = withReason(edit, checked.say('理由', 'reason'))
  if (documentChanges !== true || snippetEditSupport !== true || snippet === undefined) return plain
  const { uri, version, document } = checked
  const asking: SnippetTextEdit = { range: toRange(document.lines, edit), snippet: StringValue.createSnippet(snippet) }
  return { documentChanges: [{ textDocument: { uri, version }, edits: [asking] }] }
}
