import { rangeOf, RULES, type Finding, type TextEdit } from '@gongwen/engine'
import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { isMechanical, type CheckedText } from '../checking/checked-text.js'
import { suppressionOf } from '../checking/suppressing.js'
import { identityOf, toDiagnostic } from '../converters/diagnostic.js'
import { toEdits, toOffset } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Kind of the action that fixes the whole document; part of `source.fixAll`, which editors may run on saving. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.gongwen`

/** Offers repairs, explanations and suppressions of the findings at a place, and repairs of the whole document. */
export function serveCodeActions(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onCodeAction((params) =>
    answer(connection, 'textDocument/codeAction', async () => {
      const checked = await documents.check(params.textDocument.uri)
      return checked?.isChecked === true ? new ActionList(checked, params, context).collect() : []
    }),
  )
  connection.onCodeActionResolve((action) =>
    answer(connection, 'codeAction/resolve', async () => {
      if (!isRepair(action.data)) return action
      const { uri, version, ruleId } = action.data
      const checked = await documents.check(uri)
      if (checked?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, `${uri} has changed since the action was offered`)
      return { ...action, edit: workspaceEdit(checked, checked.mechanicalEdits(ruleId), context) }
    }),
  )
}

/**
 * What an action that repairs the whole document is resolved from. Its edits take several checks to find; an editor asks
 * for actions at every move of the caret, and seldom takes one.
 */
interface Repair {
  readonly uri: string
  readonly version: number
  /** undefined for the repair of all rules */
  readonly ruleId?: string
}

function isRepair(data: unknown): data is Repair {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data
}

/** The actions of one request, built from the newest text: what the client remembers of an older one edits nothing. */
class ActionList {
  private readonly wanted: (kind: string) => boolean
  private readonly findings: readonly Finding[]

  constructor(
    private readonly checked: CheckedText,
    private readonly params: CodeActionParams,
    private readonly context: HandlerContext,
  ) {
    const { only } = params.context
    this.wanted = (kind) => only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`))
    const { lines } = checked.document
    const range = rangeOf(toOffset(lines, params.range.start), toOffset(lines, params.range.end))
    this.findings = checked.findings.filter((finding) => finding.start <= range.end && range.start <= finding.end)
  }

  /** In the order of use: repair, explain, repair all of the rule, repair all, suppress. */
  collect(): CodeAction[] {
    const actions: CodeAction[] = []
    if (this.wanted(CodeActionKind.QuickFix) && this.findings.length > 0) {
      const ofRule = this.firstOfEachRule()
      actions.push(...this.findings.flatMap((finding) => this.fixes(finding)))
      if (this.context.client().options.explainRule === true)
        actions.push(...ofRule.flatMap((finding) => this.explain(finding)))
      actions.push(
        ...ofRule.flatMap((finding) => this.fixRule(finding)),
        ...this.fixAll(ofRule),
        ...ofRule.flatMap((finding) => this.suppress(finding)),
      )
    }
    if (this.wanted(FIX_ALL_KIND)) actions.push(...this.sourceFixAll())
    return actions
  }

  private firstOfEachRule(): Finding[] {
    const seen = new Set<string>()
    return this.findings.filter(({ ruleId }) => !seen.has(ruleId) && seen.add(ruleId))
  }

  private fixes(finding: Finding): CodeAction[] {
    const preferred = finding.fixes.find((fix) => isMechanical(finding, fix))
    return finding.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [this.diagnosticOf(finding)],
      ...(fix === preferred && { isPreferred: true }),
      edit: this.editOf(fix.edits),
    }))
  }

  private explain(finding: Finding): CodeAction[] {
    const rule = RULES.find(({ id }) => id === finding.ruleId)
    if (rule === undefined) return []
    const title = this.checked.say(`查看规则说明：${rule.summary}`, `Explain: ${rule.summaryEn}`)
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [this.diagnosticOf(finding)],
        command: { title, command: 'gongwen.explainRule', arguments: [rule.id] },
      },
    ]
  }

  private fixRule(finding: Finding): CodeAction[] {
    const count = this.checked.countMechanical(finding.ruleId)
    if (count < 2) return []
    const title = this.checked.say(
      `修正本文中所有此类问题（${count}处）`,
      `Fix all ${count} problems of this kind in the document`,
    )
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [this.diagnosticOf(finding)],
        ...this.repair(finding.ruleId),
      },
    ]
  }

  private fixAll(findings: readonly Finding[]): CodeAction[] {
    const count = this.checked.countMechanical()
    if (count < 2) return []
    const title = this.checked.say(
      `一键修正所有可安全修正的问题（${count}处，不改数字）`,
      `Fix all ${count} safely fixable problems (figures stay)`,
    )
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: findings.map((finding) => this.diagnosticOf(finding)),
        ...this.repair(),
      },
    ]
  }

  private suppress(finding: Finding): CodeAction[] {
    const edit = suppressionOf(this.checked.document, finding)
    if (edit === undefined) return []
    const title = this.checked.say(
      `此处不再提示（插入屏蔽注释：${finding.ruleId}）`,
      `Suppress ${finding.ruleId} here (inserts a comment)`,
    )
    return [
      { title, kind: CodeActionKind.QuickFix, diagnostics: [this.diagnosticOf(finding)], edit: this.editOf([edit]) },
    ]
  }

  private sourceFixAll(): CodeAction[] {
    if (this.checked.countMechanical() === 0) return []
    return [
      {
        title: this.checked.say('公文：一键修正', 'Gongwen: fix all safe problems'),
        kind: FIX_ALL_KIND,
        ...this.repair(),
      },
    ]
  }

  /** The client's own diagnostic for a finding, so that it can match them; the server's when the client sent none. */
  private diagnosticOf(finding: Finding): Diagnostic {
    const own = toDiagnostic(this.checked, finding, this.context.abilities())
    const identity = identityOf(finding)
    return (
      this.params.context.diagnostics.find(
        (diagnostic) => isRecordOf(diagnostic.data, identity) || isSamePlace(diagnostic, own),
      ) ?? own
    )
  }

  private editOf(edits: readonly TextEdit[]): WorkspaceEdit {
    return workspaceEdit(this.checked, edits, this.context)
  }

  /** The repair of one rule's findings or of all: to be resolved, or at once for a client that cannot ask again. */
  private repair(ruleId?: string): Pick<CodeAction, 'edit' | 'data'> {
    const { uri, version } = this.checked
    if (!canResolveEdits(this.context)) return { edit: this.editOf(this.checked.mechanicalEdits(ruleId)) }
    const data: Repair = { uri, version, ...(ruleId !== undefined && { ruleId }) }
    return { data }
  }
}

function canResolveEdits({ client }: HandlerContext): boolean {
  return client().capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true
}

/** An edit that the client refuses when its text has moved on, where the client can tell. */
function workspaceEdit(
  { uri, version, document }: CheckedText,
  edits: readonly TextEdit[],
  { client }: HandlerContext,
): WorkspaceEdit {
  const changes = toEdits(document.lines, edits)
  if (client().capabilities.workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: changes } }
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
}

function isRecordOf(data: unknown, identity: string): boolean {
  return typeof data === 'object' && data !== null && 'identity' in data && data.identity === identity
}

function isSamePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.source === b.source && JSON.stringify(a.range) === JSON.stringify(b.range)
}
