import type { CompareAnswer, CompareParams, OtherText } from '@gongwen/messages'
import { compareReports, comparisonAsMarkdown, Session, type ReportComparison } from '@gongwen/engine'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { nameOf } from '../checking/addresses.js'
import type { CheckedText } from '../checking/checked-text.js'
import { CompareRequest } from '../protocol.js'
import { isLastYearOf } from '../report/comparison.js'
import { answer, type HandlerContext } from './handler-context.js'

const NOTHING: CompareAnswer = { isChecked: true, last: null, obstacle: null, flags: 0, markdown: '' }

/** Answers how a report compares with last year's: with the text that was chosen, else with the one that is last year's. */
export function serveComparing({ connection, documents }: HandlerContext): void {
  connection.onRequest(CompareRequest, (params) =>
    answer(connection, CompareRequest.method, async (): Promise<CompareAnswer> => {
      if (typeof params.uri !== 'string' || !Array.isArray(params.others))
        throw new ResponseError(ErrorCodes.InvalidParams, `${CompareRequest.method} needs the uri of a document and texts to compare it with`)
      const checked = await documents.check(params.uri)
      if (checked?.isChecked !== true) return { ...NOTHING, isChecked: false }
      return answerFor(checked, params)
    }),
  )
}

function answerFor(checked: CheckedText, { others }: CompareParams): CompareAnswer {
  const last = others.find(({ isChosen }) => isChosen) ?? others.find((other) => isLastYearOf(read(checked, other).profile, checked.document.profile))
  if (last === undefined) return NOTHING
  const comparison = compareReports(read(checked, last), checked.document)
  if (typeof comparison === 'string') return { ...NOTHING, last: last.uri, obstacle: comparison }
  return { ...NOTHING, last: last.uri, flags: comparison.flags.length, markdown: markdownOf(comparison, checked, last.uri) }
}

function read(checked: CheckedText, { text, format }: OtherText): CheckedText['document'] {
  return new Session(checked.optionsBeside(format)).update(text).document
}

function markdownOf(comparison: ReportComparison, checked: CheckedText, last: string): string {
  const named = { comparison, lastPath: nameOf(last), currentPath: nameOf(checked.uri) }
  const say = (zh: string, en: string): string => checked.say(zh, en)
  return comparisonAsMarkdown(named, say, { place: (line) => say(`第 ${line} 行`, `line ${line}`) })
}
