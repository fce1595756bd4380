import type { Join } from '../document/joining.js'
import type { ReportDocument } from '../document/report-document.js'
import type { Report, Rule, RuleContext } from './rule.js'

/**
 * How a document rule checks that reports answers of joins: all of them, and after an edit those that the edit changed.
 *
 * @param reportOf what is said of an answer, with ranges of the text that the answer is of
 */
export function joined<Item, Answer, MessageId extends string>(
  joins: readonly Join<Item, Answer>[],
  reportOf: (answer: Answer, context: RuleContext, document: ReportDocument) => Report<MessageId>,
): Required<Pick<Rule<'document', MessageId>, 'check' | 'amend'>> {
  return {
    check: (document, context) => joins.flatMap((join) => join.all(document)).map((answer) => reportOf(answer, context, document)),
    amend(document, context) {
      const { edit } = document
      if (edit === undefined) return undefined
      const changes = joins.flatMap((join) => join.change(document) ?? [])
      if (changes.length < joins.length) return undefined
      return {
        withdrawn: changes.flatMap(({ gone }) => gone).map((answer) => reportOf(answer, context, edit.previous).range),
        reports: changes.flatMap(({ come }) => come).map((answer) => reportOf(answer, context, document)),
      }
    },
  }
}
