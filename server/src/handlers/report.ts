import type { OtherText, ReportAnswer, ReportData } from '@gongwen/messages'
import { countCharacters, type ReportKind } from '@gongwen/engine'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { ReportRequest } from '../protocol.js'
import { LastYear } from '../report/comparison.js'
import { figuresOf } from '../report/figures.js'
import { findingsOf } from '../report/findings.js'
import { coverageOf, lengthsOf } from '../report/sections.js'
import { answer, type HandlerContext } from './handler-context.js'

const KINDS: Readonly<Record<ReportKind, readonly [zh: string, en: string]>> = {
  annual: ['年度总结', 'annual report'],
  'half-year': ['半年总结', 'half-year report'],
  quarter: ['季度总结', 'quarterly report'],
  term: ['学期总结', 'term report'],
  plan: ['工作计划', 'plan'],
  duty: ['述职报告', 'duty report'],
  government: ['政府工作报告', 'government report'],
  other: ['工作材料', 'other'],
}

/** Answers what the report panel shows of a document. */
export function serveReport({ connection, documents }: HandlerContext): void {
  const lastYear = new LastYear()
  connection.onRequest(ReportRequest, ({ uri, others }) =>
    answer(connection, ReportRequest.method, async (): Promise<ReportAnswer> => {
      if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${ReportRequest.method} needs the uri of a document`)
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true)
        return { uri, version: checked?.version ?? -1, isChecked: false, ...(checked?.isMisread === true && { isMisread: true }), report: null }
      return { uri, version: checked.version, isChecked: true, report: reportOf(checked, others ?? [], lastYear) }
    }),
  )
}

function reportOf(checked: CheckedText, others: readonly OtherText[], lastYear: LastYear): ReportData {
  const { document } = checked
  const { kind, year, unit } = document.profile
  return {
    title: document.outline.titles[0]?.block.text.trim() ?? '',
    kind: checked.say(...KINDS[kind]),
    year: year ?? null,
    unit: unit ?? null,
    counts: checked.status().counts,
    hidden: checked.hidden,
    mechanical: checked.countMechanical(),
    characters: countCharacters(document, { start: 0, end: document.text.length }),
    findings: findingsOf(checked),
    coverage: coverageOf(checked),
    lengths: lengthsOf(checked, checked.say('标题和开头', 'Title and lead')),
    figures: figuresOf(checked),
    comparison: lastYear.compare(checked, others) ?? null,
  }
}
