import type { CaretPlace, DocumentStatus } from '@gongwen/messages'
import { DocumentDiagnosticReportKind, ErrorCodes, ResponseError, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import type { EditPauses } from '../checking/edit-pauses.js'
import type { TypingPlaces } from '../checking/typing-places.js'
import { toConfigurationDiagnostic } from '../converters/configuration-problem.js'
import { toDiagnostic } from '../converters/diagnostic.js'
import { toOffset } from '../converters/positions.js'
import { RESTS_AFTER, type ServerPorts } from '../ports.js'
import { CaretNotification, CheckRequest, NO_COUNTS, StatusNotification } from '../protocol.js'
import type { SettingsSource } from '../settings.js'
import type { Formatting } from './formatting.js'
import { answer, type HandlerContext } from './handler-context.js'

/** What diagnostics need besides what every handler has. */
export interface DiagnosticsContext extends HandlerContext {
  readonly settings: SettingsSource
  readonly pauses: EditPauses
  readonly typing: TypingPlaces
  readonly formatting: Formatting
  readonly ports: Pick<ServerPorts, 'frontMatterProblems' | 'schedule'>
}

/** What is shown of a checked text. */
interface Shown {
  readonly checked: CheckedText
  readonly items: Diagnostic[]
  /** changes whenever the items do */
  readonly resultId: string
  readonly status: DocumentStatus
}

/**
 * Gives findings as diagnostics: answered when the client asks (`textDocument/diagnostic`), published to one that does not
 * know how to ask. Neither is done before a burst of edits has ended, nor for a text that is no longer the newest.
 * Findings in the sentence that is being typed wait until the caret leaves it; where nobody says that the caret is
 * there, a rest counts as leaving.
 */
export class Diagnostics {
  /** documents changed since they were opened, saved or checked by command: `onSave` passes over them */
  private readonly changed = new Set<string>()
  /** documents of which findings are held back */
  private readonly holding = new Set<string>()
  private readonly rests = new Map<string, () => void>()

  constructor(private readonly context: DiagnosticsContext) {
    const { connection } = context
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
      answer(connection, 'textDocument/diagnostic', () => this.pull(textDocument.uri, previousResultId)),
    )
    connection.onRequest(CheckRequest, ({ uri }) => answer(connection, CheckRequest.method, () => this.checkNow(uri)))
    connection.onNotification(CaretNotification, (place) => this.send(CaretNotification.method, this.caretMoved(place)))
  }

  private get isPulled(): boolean {
    return this.context.client().capabilities.textDocument?.diagnostic !== undefined
  }

  /** A document was opened. */
  opened(uri: string): void {
    this.publish(uri)
  }

  /** A document's text changed; it is published when the burst of edits has ended. */
  edited(uri: string): void {
    this.changed.add(uri)
    this.stopResting(uri)
    this.context.pauses.touch(uri)
  }

  /** No edit for a while. */
  quiet(uri: string): void {
    this.publish(uri)
    this.stopResting(uri)
    if (this.context.typing.isAttended(uri)) return
    this.rests.set(
      uri,
      this.context.ports.schedule(() => this.leave(uri), RESTS_AFTER),
    )
  }

  /** A document was saved. */
  saved(uri: string): void {
    this.changed.delete(uri)
    this.context.typing.left(uri)
    this.renew(uri)
  }

  /** A document was closed: nothing of it stays. */
  closed(uri: string): void {
    const { connection, documents, pauses, typing } = this.context
    this.changed.delete(uri)
    this.holding.delete(uri)
    this.stopResting(uri)
    pauses.forget(uri)
    typing.forget(uri)
    documents.forget(uri)
    if (!this.isPulled) this.send('textDocument/publishDiagnostics', connection.sendDiagnostics({ uri, diagnostics: [] }))
    this.tell({ uri, version: -1, isChecked: false, counts: NO_COUNTS })
  }

  /** Configuration changed: every open document is looked at again. */
  reconfigured(): void {
    this.context.documents.reconfigure()
    if (this.isPulled) this.refresh()
    else for (const uri of this.context.documents.openUris()) this.publish(uri)
  }

  private async pull(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    const { documents, pauses, settings } = this.context
    await pauses.quiet(uri)
    const unchanged = (resultId: string): DocumentDiagnosticReport => ({
      kind: DocumentDiagnosticReportKind.Unchanged,
      resultId,
    })
    if (previousResultId !== undefined && documents.isServed(uri) && (await this.waitsForSave(uri, settings))) return unchanged(previousResultId)
    const found = await this.newest(uri)
    if (found === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    const { items, resultId, status } = found
    this.tell(status)
    return resultId === previousResultId ? unchanged(previousResultId) : { kind: DocumentDiagnosticReportKind.Full, resultId, items }
  }

  private async waitsForSave(uri: string, settings: SettingsSource): Promise<boolean> {
    return this.changed.has(uri) && (await settings.of(uri)).run === 'onSave'
  }

  /** Publishes to a client that does not ask, unless an edit came meanwhile: another publication is then on its way. */
  private publish(uri: string): void {
    if (this.isPulled || !this.context.documents.isServed(uri)) return
    const { connection, settings } = this.context
    this.send(
      'publish',
      (async () => {
        if (await this.waitsForSave(uri, settings)) return
        const found = await this.newest(uri)
        if (found === undefined) return
        await connection.sendDiagnostics({ uri, version: found.checked.version, diagnostics: found.items })
        this.tell(found.status)
      })(),
    )
  }

  private async checkNow(uri: unknown): Promise<DocumentStatus> {
    if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'gongwen/check needs the uri of a document')
    const checked = await this.context.documents.check(uri)
    if (checked === undefined) return { uri, version: -1, isChecked: false, counts: NO_COUNTS }
    const isTyped = this.context.typing.left(uri)
    if (this.changed.delete(uri) || isTyped) this.renew(uri)
    this.tell(checked.status())
    return checked.status()
  }

  /** The newest text with its diagnostics: what became stale while front matter was read is dropped and made anew. */
  private async newest(uri: string): Promise<Shown | undefined> {
    const { documents, ports } = this.context
    for (;;) {
      const checked = await documents.check(uri)
      if (checked === undefined) return undefined
      const problems = await ports.frontMatterProblems(checked.text)
      if (documents.isNewest(checked))
        return this.show(
          checked,
          problems.map((problem) => toConfigurationDiagnostic(problem, (zh, en) => checked.say(zh, en))),
        )
    }
  }

  private show(checked: CheckedText, problems: readonly Diagnostic[]): Shown {
    const { uri, version, document, findings, resultId } = checked
    this.context.formatting.checked(uri, checked.isChecked)
    const typed = this.context.typing.sentenceIn(uri, version, document)
    const shown = typed === undefined ? findings : findings.filter(({ start, end }) => end <= typed.start || typed.end <= start)
    const isHolding = shown.length < findings.length
    if (isHolding) this.holding.add(uri)
    else this.holding.delete(uri)
    const abilities = this.context.abilities()
    return {
      checked,
      items: [...problems, ...shown.map((finding) => toDiagnostic(checked, finding, abilities))],
      resultId: isHolding ? `${resultId}~` : resultId,
      status: checked.status(shown),
    }
  }

  /** The caret stands somewhere else than where the last edit was made, perhaps. */
  private async caretMoved({ uri, version, position }: CaretPlace): Promise<void> {
    const { documents, typing } = this.context
    if (!documents.isServed(uri)) return
    const checked = await documents.check(uri)
    if (checked?.version !== version) return
    const typed = typing.sentenceIn(uri, version, checked.document)
    const offset = toOffset(checked.document.lines, position)
    if (typed === undefined || offset < typed.start || typed.end < offset) this.leave(uri)
    else {
      typing.attend(uri)
      this.stopResting(uri)
    }
  }

  /** The sentence that was typed counts as written. */
  private leave(uri: string): void {
    this.stopResting(uri)
    this.context.typing.left(uri)
    if (this.holding.delete(uri)) this.renew(uri)
  }

  private stopResting(uri: string): void {
    this.rests.get(uri)?.()
    this.rests.delete(uri)
  }

  /** Makes the client show one document's findings as they are now. */
  private renew(uri: string): void {
    if (this.isPulled) this.refresh()
    else this.publish(uri)
  }

  private refresh(): void {
    const { connection, client } = this.context
    if (client().capabilities.workspace?.diagnostics?.refreshSupport === true)
      this.send('workspace/diagnostic/refresh', connection.languages.diagnostics.refresh())
  }

  private tell(status: DocumentStatus): void {
    if (this.context.client().options.status === true)
      this.send(StatusNotification.method, this.context.connection.sendNotification(StatusNotification, status))
  }

  /** What is sent without waiting must not fail unseen. */
  private send(what: string, sending: Promise<unknown>): void {
    sending.catch((error: unknown) => this.context.connection.console.error(`gongwen: ${what} failed: ${String(error)}`))
  }
}
