import type { FigureState, ReportCoverage, ReportData, ReportFigure, ReportFinding } from '@gongwen/messages'
import { fill } from '../fill.js'
import type { PanelStrings } from '../panel-strings.js'
import { verdictOn, type VerdictLevel } from '../verdict.js'
import { countsInWords, coverageInWords, coverageState, roleInWords, stateInWords } from '../wording.js'
import { comparisonParts } from './comparison-content.js'
import type { Cell, Item, Part, ReportContent, Tone } from './report-content.js'

/** What the export is made of besides the data. */
export interface ContentOptions {
  readonly strings: PanelStrings
  /** name of the document, without its folder */
  readonly fileName: string
  /** name of last year's document; empty without one */
  readonly lastName: string
  /** BCP 47 tag of the strings' language */
  readonly language: string
}

/** The order in which findings are told. */
export const GROUPS = ['structure', 'sections', 'figures', 'residue', 'punctuation', 'wording'] as const

const VERDICT_TONES: Readonly<Record<VerdictLevel, Tone>> = { ready: 'good', look: 'look', mend: 'bad' }
const SEVERITY_TONES: Readonly<Record<ReportFinding['severity'], Tone>> = { error: 'bad', warning: 'look', info: 'plain', hint: 'quiet' }
const STATE_TONES: Readonly<Record<FigureState, Tone>> = { wrong: 'bad', doubtful: 'look', open: 'look', checked: 'good', stated: 'plain' }
const COVERAGE: Readonly<Record<ReportCoverage['status'], { readonly fraction: number; readonly tone: Tone }>> = {
  present: { fraction: 1, tone: 'good' },
  embedded: { fraction: 0.7, tone: 'good' },
  'heading-only': { fraction: 0.3, tone: 'look' },
  absent: { fraction: 0, tone: 'bad' },
}

/** How much of a section is there, drawn: its state goes beside it in words. */
export function coverageBar({ status, requirement }: ReportCoverage): { readonly fraction: number; readonly tone: Tone } {
  // what is only usual may well be left out
  return status === 'absent' && requirement !== 'required' ? { fraction: 0, tone: 'look' } : COVERAGE[status]
}

/** How a figure's state is coloured. */
export function stateTone(state: FigureState): Tone {
  return STATE_TONES[state]
}

/** The check of a report as content to be exported: everything that the panel shows, in its order. */
export function buildContent(data: ReportData, options: ContentOptions): ReportContent {
  const { strings, fileName } = options
  const title = fill(strings.panelOf, fileName)
  return {
    title,
    language: options.language,
    parts: [
      { kind: 'heading', level: 1, text: title },
      ...verdictParts(data, strings),
      ...findingParts(data, strings),
      ...coverageParts(data, strings),
      ...lengthParts(data, strings),
      ...comparisonParts(data.comparison, options),
      ...ledgerParts(data, strings),
    ],
  }
}

function verdictParts(data: ReportData, strings: PanelStrings): Part[] {
  const { level, title, why } = verdictOn(data, strings)
  const facts = [
    [strings.unit, data.unit ?? strings.unknown],
    [strings.kind, data.kind],
    [strings.year, data.year === null ? strings.unknown : String(data.year)],
    [strings.characters, String(data.characters)],
    [strings.figureCount, String(data.figures.length)],
    [strings.problems, countsInWords(data.counts, strings)],
  ] as const
  return [
    { kind: 'paragraph', text: title, tone: VERDICT_TONES[level], isStrong: true },
    { kind: 'paragraph', text: why, tone: 'plain' },
    ...(data.hidden > 0 ? [{ kind: 'paragraph' as const, text: fill(strings.hidden, data.hidden), tone: 'quiet' as const }] : []),
    { kind: 'table', columns: facts.map(([head]) => ({ head, width: 1 })), rows: [facts.map(([, value]) => value)] },
  ]
}

function findingParts({ findings }: ReportData, strings: PanelStrings): Part[] {
  const head: Part = { kind: 'heading', level: 2, text: strings.findings }
  if (findings.length === 0) return [head, { kind: 'paragraph', text: strings.noFindings, tone: 'plain' }]
  return [
    head,
    ...GROUPS.flatMap((group): Part[] => {
      const own = findings.filter((finding) => finding.group === group)
      if (own.length === 0) return []
      return [
        { kind: 'heading', level: 3, text: `${strings[group]} (${own.length})` },
        { kind: 'list', items: own.map((finding) => findingItem(finding, strings)) },
      ]
    }),
  ]
}

function findingItem({ severity, range, message, advice, words, section }: ReportFinding, strings: PanelStrings): Item {
  const place = [fill(strings.line, range.start.line + 1), section, words].filter((part) => part !== '').join(' · ')
  return { lead: strings[severity], tone: SEVERITY_TONES[severity], text: `${message}${advice}`, details: [place] }
}

function coverageParts({ coverage }: ReportData, strings: PanelStrings): Part[] {
  const summary: Part = { kind: 'paragraph', text: coverageInWords(coverage, strings), tone: 'plain' }
  const head: Part = { kind: 'heading', level: 2, text: strings.coverage }
  if (coverage.length === 0) return [head, summary]
  const rows = coverage.map((section): Cell[] => {
    const { fraction, tone } = coverageBar(section)
    return [
      section.name,
      strings[section.requirement],
      { bars: [{ fraction, tone }] },
      { text: coverageState(section.status, strings), tone },
      section.status === 'absent' ? '' : fill(strings.line, section.range.start.line + 1),
    ]
  })
  const columns = [
    { head: strings.section, width: 3 },
    { head: strings.requirement, width: 1.5 },
    { head: strings.drawn, width: 2 },
    { head: strings.state, width: 3 },
    { head: strings.place, width: 1.5 },
  ]
  return [head, summary, { kind: 'table', columns, rows }]
}

function lengthParts({ lengths, characters }: ReportData, strings: PanelStrings): Part[] {
  if (lengths.length === 0) return []
  const longest = Math.max(1, ...lengths.map((section) => section.characters))
  const columns = [
    { head: strings.section, width: 4 },
    { head: strings.characters, width: 1.2, isNumeric: true },
    { head: strings.share, width: 1.2, isNumeric: true },
    { head: strings.drawn, width: 2.5 },
    { head: strings.problems, width: 1, isNumeric: true },
  ]
  const rows = lengths.map((section): Cell[] => [
    `${'　'.repeat(Math.max(0, section.level - 1))}${section.name}`,
    String(section.characters),
    shareOf(section.characters, characters),
    { bars: [{ fraction: section.characters / longest, tone: section.level > 1 ? 'quiet' : 'plain' }] },
    String(section.findings),
  ])
  return [
    { kind: 'heading', level: 2, text: strings.lengths },
    { kind: 'table', columns, rows },
  ]
}

/** A part of a whole in per cent, rounded to one; empty for a whole of nothing. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.round((part * 100) / whole)}%`
}

function ledgerParts({ figures }: ReportData, strings: PanelStrings): Part[] {
  const head: Part = { kind: 'heading', level: 2, text: strings.ledger }
  if (figures.length === 0) return [head, { kind: 'paragraph', text: strings.noFigures, tone: 'plain' }]
  const columns = [
    { head: strings.place, width: 1.4 },
    { head: strings.metric, width: 3 },
    { head: strings.value, width: 2 },
    { head: strings.scope, width: 1.2 },
    { head: strings.year, width: 1 },
    { head: strings.role, width: 1 },
    { head: strings.section, width: 3 },
    { head: strings.state, width: 3 },
  ]
  return [head, { kind: 'table', columns, rows: figures.map((figure) => figureRow(figure, strings)) }]
}

function figureRow(figure: ReportFigure, strings: PanelStrings): Cell[] {
  const state = stateInWords(figure.state, strings)
  return [
    fill(strings.line, figure.range.start.line + 1),
    figure.metric === '' ? '—' : figure.metric,
    figure.written,
    figure.scope,
    figure.year === null ? '' : String(figure.year),
    roleInWords(figure.role, strings),
    figure.section,
    { text: figure.state === 'checked' ? `${state} ${figure.note}` : state, tone: stateTone(figure.state) },
  ]
}
