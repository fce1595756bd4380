import { rangeOf, RULES, type Finding, type TextEdit, type TextRange } from '@gongwen/engine'
import {
  CodeActionKind,
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { isMechanical, type CheckedText } from '../checking/checked-text.js'
import { doubtfulPhrase, selectedPhrase } from '../checking/learning.js'
import { identityOf, toDiagnostic } from '../converters/diagnostic.js'
import { toOffset } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'
import { isRestructuring, renumberingFix, resolveRestructuring, restructuringActions } from './restructuring-actions.js'
import { canResolveEdits, workspaceEdit } from './workspace-edit.js'
import { isLesson, lessonEdit, withLessons, type Lesson } from './lessons.js'
import { reopening } from './reopening.js'
import { configurations, suppressions } from './silencing-actions.js'

/** The rule that finds gaps and repeats in numbers. */
const NUMBERING = 'structure/ordinal-sequence'
/** Kind of the action that fixes the whole document; part of `source.fixAll`, which editors may run on saving. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.gongwen`

/** So many characters of a phrase stand in a title. */
const MOST_SHOWN = 20

/**
 * Offers repairs, explanations and suppressions of the findings at a place, repairs of the whole document, and on a
 * heading what may be done with its section and its number.
 */
export function serveCodeActions(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onCodeAction((params) =>
    answer(connection, 'textDocument/codeAction', async () => {
      const checked = await documents.check(params.textDocument.uri)
      if (checked?.isMisread === true) return reopening(checked, params, context)
      return checked?.isChecked === true ? finished(new ActionList(checked, params, context).collect(), context) : []
    }),
  )
  connection.onCodeActionResolve((action) =>
    answer(connection, 'codeAction/resolve', async () => {
      if (isLesson(action.data)) return { ...action, edit: await lessonEdit(action.data, context) }
      if (!isRepair(action.data)) return action
      const { uri, version, ruleId } = action.data
      const checked = await documents.check(uri)
      if (checked?.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, `${uri} has changed since the action was offered`)
      if (isRestructuring(action.data)) return resolveRestructuring(checked, action, action.data, context)
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
  private readonly range: TextRange

  constructor(
    private readonly checked: CheckedText,
    private readonly params: CodeActionParams,
    private readonly context: HandlerContext,
  ) {
    const { only } = params.context
    this.wanted = (kind) => only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`))
    const { lines } = checked.document
    const range = rangeOf(toOffset(lines, params.range.start), toOffset(lines, params.range.end))
    this.range = range
    this.findings = checked.findings.filter((finding) => finding.start <= range.end && range.start <= finding.end)
  }

  /** In the order of use: repair, explain, repair all of the rule, repair all, suppress here, in the text, configure. */
  collect(): CodeAction[] {
    const actions: CodeAction[] = []
    if (this.wanted(CodeActionKind.QuickFix) && this.findings.length > 0) {
      const ofRule = this.firstOfEachRule()
      actions.push(...this.findings.flatMap((finding) => this.fixes(finding)))
      actions.push(...ofRule.flatMap((finding) => this.renumber(finding)))
      if (this.context.client().options.explainRule === true) actions.push(...ofRule.flatMap((finding) => this.explain(finding)))
      actions.push(
        ...ofRule.flatMap((finding) => this.fixRule(finding)),
        ...this.fixAll(ofRule),
        ...ofRule.flatMap((finding) => suppressions(this.checked, finding, [this.diagnosticOf(finding)], this.context)),
        ...this.findings.flatMap((finding) => this.learnFinding(finding)),
        ...ofRule.flatMap((finding) => configurations(this.checked, finding, [this.diagnosticOf(finding)], this.context)),
      )
    }
    if (this.wanted(CodeActionKind.QuickFix)) actions.push(...this.learnSelection(actions))
    if (this.wanted(FIX_ALL_KIND)) actions.push(...this.sourceFixAll())
    return [...actions, ...restructuringActions(this.checked, this.range, this.wanted, this.context)]
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

  /** A number that is wrong may be named in the text: renumbering the document mends that too. */
  private renumber(finding: Finding): CodeAction[] {
    if (finding.ruleId !== NUMBERING) return []
    return renumberingFix(this.checked, this.context).map((action) => ({
      ...action,
      diagnostics: [this.diagnosticOf(finding)],
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
    const title = this.checked.say(`修正本文中所有此类问题（${count}处）`, `Fix all ${count} problems of this kind in the document`)
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
    const title = this.checked.say(`一键修正所有可安全修正的问题（${count}处，不改数字）`, `Fix all ${count} safely fixable problems (figures stay)`)
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: findings.map((finding) => this.diagnosticOf(finding)),
        ...this.repair(),
      },
    ]
  }

  private learnFinding(finding: Finding): CodeAction[] {
    const phrase = doubtfulPhrase(this.checked, finding)
    return phrase === undefined ? [] : this.learn(phrase, [this.diagnosticOf(finding)])
  }

  /** For what is selected, and only when the writer asked: a light bulb beside every selection would be a nuisance. */
  private learnSelection(offered: readonly CodeAction[]): CodeAction[] {
    if (this.params.context.triggerKind !== CodeActionTriggerKind.Invoked) return []
    // a jump to a finding selects it: nobody chose those words
    if (this.findings.some(({ start, end }) => start === this.range.start && end === this.range.end)) return []
    const phrase = selectedPhrase(this.checked, this.range)
    const isOffered = offered.some(({ data }) => isLesson(data) && 'learn' in data && data.learn === phrase)
    return phrase === undefined || isOffered ? [] : this.learn(phrase, [])
  }

  private learn(phrase: string, diagnostics: Diagnostic[]): CodeAction[] {
    const { uri } = this.checked
    if (!this.context.files.mayHaveFile(uri)) return []
    const shown = phrase.length > MOST_SHOWN ? `${phrase.slice(0, MOST_SHOWN)}…` : phrase
    const title = this.checked.say(`以后都当作残留：“${shown}”（写入配置文件）`, `Always treat as residue: “${shown}” (writes the configuration file)`)
    const data: Lesson = { learn: phrase, of: uri }
    return [{ title, kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 && { diagnostics }), data }]
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
    return this.params.context.diagnostics.find((diagnostic) => isRecordOf(diagnostic.data, identity) || isSamePlace(diagnostic, own)) ?? own
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

/** Actions as the client needs them: one that cannot ask again gets all edits at once. */
async function finished(actions: CodeAction[], context: HandlerContext): Promise<CodeAction[]> {
  return canResolveEdits(context) ? actions : withLessons(actions, context)
}

function isRecordOf(data: unknown, identity: string): boolean {
  return typeof data === 'object' && data !== null && 'identity' in data && data.identity === identity
}

function isSamePlace(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.source === b.source && JSON.stringify(a.range) === JSON.stringify(b.range)
}
