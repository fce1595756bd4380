import { sayIn, type Locale } from '@gongwen/engine'
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type PreviousResultId,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { nameOf, plain } from '../checking/addresses.js'
import type { CheckedText } from '../checking/checked-text.js'
import type { ClosedText, WorkspaceReports } from '../checking/workspace-reports.js'
import { toConfigurationDiagnostic } from '../converters/configuration-problem.js'
import { toDiagnostic } from '../converters/diagnostic.js'
import type { ServerPorts } from '../ports.js'
import type { SettingsSource } from '../settings.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Milliseconds after which the writer is shown that a check of the workspace is under way. */
const SLOW = 500

/** What workspace diagnostics need besides what every handler has. */
export interface WorkspaceDiagnosticsContext extends HandlerContext {
  readonly settings: SettingsSource
  readonly reports: WorkspaceReports
  readonly ports: Pick<ServerPorts, 'frontMatterProblems' | 'schedule'>
  /** the client's language, for a user who has not chosen one */
  locale(): Locale
}

interface Progress {
  report(message: string): void
  done(): void
}

/**
 * Answers `workspace/diagnostic`: the findings in reports of the workspace that are not open, as far as the user's settings
 * want them. Open documents are left to `textDocument/diagnostic`. A client that takes partial results gets each report as
 * soon as it is checked, and waits for an answer when nothing has changed since its last.
 */
export class WorkspaceDiagnostics {
  /** state of the workspace at the last answer */
  private answered = -1

  constructor(private readonly context: WorkspaceDiagnosticsContext) {
    const { connection } = context
    connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, progress, partial) =>
      answer(connection, 'workspace/diagnostic', () => this.pull(previousResultIds, token, progress, partial)),
    )
  }

  private async pull(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const { reports } = this.context
    if (partial !== undefined && this.answered === reports.changes) await reports.change(this.answered, token)
    const seen = reports.changes
    const items: WorkspaceDocumentDiagnosticReport[] = []
    const give = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (partial === undefined) items.push(item)
      else partial.report({ items: [item] })
    }
    let locale = this.context.locale()
    const wants = async (folder: string): Promise<boolean> => {
      const settings = await this.context.settings.of(folder)
      locale = settings.locale ?? locale
      return settings.workspaceDiagnostics
    }
    const shown = this.showProgress(progress, () => sayIn(locale)('公文检查', 'Gongwen Lint'))
    try {
      const texts = reports.closed(token, wants)
      await this.reportAll(texts, new Map(previous.map(({ uri, value }) => [plain(uri), { uri, value }])), token, give, shown)
    } finally {
      shown.done()
    }
    if (!token.isCancellationRequested) this.answered = seen
    return { items }
  }

  private async reportAll(
    texts: AsyncIterable<ClosedText>,
    previous: ReadonlyMap<string, PreviousResultId>,
    token: CancellationToken,
    give: (item: WorkspaceDocumentDiagnosticReport) => void,
    progress: Progress,
  ): Promise<void> {
    const { documents } = this.context
    const gone = new Map(previous)
    for (const uri of documents.openUris()) gone.delete(plain(uri))
    for await (const text of texts) {
      progress.report(text.uri)
      const known = previous.get(plain(text.uri))
      if (known?.value === text.resultId) {
        gone.delete(plain(text.uri))
        give({ kind: DocumentDiagnosticReportKind.Unchanged, uri: known.uri, version: null, resultId: text.resultId })
        continue
      }
      const items = await this.diagnosticsOf(text)
      if (items === undefined) continue
      gone.delete(plain(text.uri))
      give({ kind: DocumentDiagnosticReportKind.Full, uri: known?.uri ?? text.uri, version: null, resultId: text.resultId, items })
    }
    // what was deleted, renamed, switched off or is no report any more has no findings
    if (!token.isCancellationRequested) for (const { uri } of gone.values()) give({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] })
  }

  private async diagnosticsOf({ uri }: ClosedText): Promise<ReturnType<typeof toDiagnostic>[] | undefined> {
    const { reports, ports, abilities } = this.context
    const made = await reports.of(uri, 'diagnostics', 'check', (checked: CheckedText) => ({
      text: checked.text,
      locale: checked.locale,
      items: checked.findings.map((finding) => toDiagnostic(checked, finding, abilities())),
    }))
    if (made === undefined) return undefined
    const problems = await ports.frontMatterProblems(made.text)
    return [...problems.map((problem) => toConfigurationDiagnostic(problem, sayIn(made.locale))), ...made.items]
  }

  /** Progress in the client's own place for it when it gave one, else in a new one, in both cases only when it takes a while. */
  private showProgress(given: WorkDoneProgressReporter, title: () => string): Progress {
    const { connection, client, ports } = this.context
    let current: WorkDoneProgressReporter | undefined
    let isDone = false
    const begin = (reporter: WorkDoneProgressReporter): void => {
      if (isDone) return
      current = reporter
      reporter.begin(title(), undefined, undefined, false)
    }
    const cancel = ports.schedule(() => {
      if (client().capabilities.window?.workDoneProgress !== true) return begin(given)
      connection.window
        .createWorkDoneProgress()
        .then(begin)
        .catch((error: unknown) => connection.console.warn(`gongwen: no progress shown: ${String(error)}`))
    }, SLOW)
    return {
      report: (uri) => current?.report(nameOf(uri)),
      done() {
        isDone = true
        cancel()
        current?.done()
      },
    }
  }
}
