import type { Finding, LineIndex, TextRange } from '@gongwen/engine'
import type { CheckedText } from '../checking.js'
import type { Output } from '../terminal.js'
import { NOTHING, tallyWith, type Reporter, type Tally } from './reporter.js'

/** A place in a text: line and column from 1 (UTF-16 units), offset from 0, in the text without byte-order mark. */
interface JsonPosition {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Writes one object for all texts when everything was checked; `schemas/check-output.schema.json` describes it. */
export class JsonReporter implements Reporter {
  private readonly files: object[] = []
  private tally: Tally = NOTHING

  constructor(private readonly stdout: Output) {}

  async text(checked: CheckedText): Promise<void> {
    const { read, document, findings } = checked
    const { isReport, kind, year } = document.profile
    this.tally = tallyWith(this.tally, checked)
    this.files.push({
      path: read.input.path,
      kind: isReport ? kind : null,
      year: isReport ? (year ?? null) : null,
      findings: findings.map((finding) => findingAsJson(finding, document.text, document.lines)),
    })
  }

  async end(): Promise<void> {
    this.stdout.write(`${JSON.stringify({ version: 1, files: this.files, summary: this.tally })}\n`)
  }
}

function findingAsJson(finding: Finding, text: string, lines: LineIndex): object {
  const positionOf = (offset: number): JsonPosition => {
    const { line, column } = lines.positionAt(offset)
    return { line: line + 1, column: column + 1, offset }
  }
  const placeOf = ({ start, end }: TextRange): { start: JsonPosition; end: JsonPosition } => ({ start: positionOf(start), end: positionOf(end) })
  const { ruleId, severity, message, advice, related, fixes } = finding
  return {
    ruleId,
    severity,
    message,
    ...(advice !== undefined && { advice }),
    ...placeOf(finding),
    excerpt: text.slice(finding.start, finding.end),
    ...(related.length > 0 && { related: related.map((place) => ({ ...placeOf(place), message: place.message })) }),
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map((edit) => ({ ...placeOf(edit), newText: edit.newText })) })),
  }
}
