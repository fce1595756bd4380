import type { Join } from '../document/joining.js'
import type { ReportDocument } from '../document/report-document.js'
import type { Report, Rule, RuleContext } from './rule.js'

/**
 * How a document rule checks that reports answers of a join: all of them, and after an edit those that the edit changed.
 *
 * @param reportOf what is said of an answer, with ranges of the text that the answer is of
 */
export function joined<Item, Answer, MessageId extends string>(
  join: Join<Item, Answer>,
  reportOf: (answer: Answer, context: RuleContext, document: ReportDocument) => Report<MessageId>,
): Required<Pick<Rule<'document', MessageId>, 'check' | 'amend'>> {
  return {
    check: (document, context) => join.all(document).map((answer) => reportOf(answer, context, document)),
    amend(document, context) {
      const change = join.change(document)
      const { edit } = document
      if (change === undefined || edit === undefined) return undefined
      return {
        withdrawn: change.gone.map((answer) => reportOf(answer, context, edit.previous).range),
        reports: change.come.map((answer) => reportOf(answer, context, document)),
      }
    },
  }
}
