import { expressionsAt, figureAt, RULES, type ExpressionMention, type Finding, type LedgerEntry } from '@gongwen/engine'
import { MarkupKind, type Hover } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toOffset, toRange } from '../converters/positions.js'
import { describeExpression } from './expression-hover.js'
import { describeFigure } from './figure-hover.js'
import { answer, type HandlerContext } from './handler-context.js'

/**
 * Says of a figure under the pointer what it is read as, of a fixed expression what it stands for, and of findings what
 * their rules are about and where they come from.
 */
export function serveHover(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onHover(({ textDocument: { uri }, position }) =>
    answer(connection, 'textDocument/hover', async () => {
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return null
      const offset = toOffset(checked.document.lines, position)
      const findings = checked.findings.filter(({ start, end }) => start <= offset && offset <= end)
      const [expression] = expressionsAt(checked.document, offset)
      return hoverOf(checked, { figure: figureAt(checked.document, offset), expression }, findings, (ruleId) => linkTo(ruleId, context))
    }),
  )
}

/** In an editor that has the command, the page opens as a preview; elsewhere as the file that it is. */
function linkTo(ruleId: string, { client, abilities }: HandlerContext): string | undefined {
  const page = abilities().rulePage(ruleId)
  return page !== undefined && client().options.explainRule === true ? `command:gongwen.explainRule?${encodeURIComponent(JSON.stringify([ruleId]))}` : page
}

function hoverOf(
  checked: CheckedText,
  { figure, expression }: { readonly figure: LedgerEntry | undefined; readonly expression: ExpressionMention | undefined },
  findings: readonly Finding[],
  pageOf: (ruleId: string) => string | undefined,
): Hover | null {
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))]
  const texts = [
    ...(figure === undefined ? [] : [describeFigure(checked, figure)]),
    ...(expression === undefined ? [] : [describeExpression(checked, expression)]),
    ...rules.flatMap((ruleId) => describe(checked, ruleId, pageOf(ruleId))),
  ]
  const first = figure ?? expression ?? findings[0]
  if (first === undefined || texts.length === 0) return null
  return {
    contents: { kind: MarkupKind.Markdown, value: texts.join('\n\n---\n\n') },
    range: toRange(checked.document.lines, first),
  }
}

/** The rule's line, its source and its reasons; the diagnostic beside it already says what is wrong and what to do. */
function describe(checked: CheckedText, ruleId: string, page: string | undefined): string[] {
  const rule = RULES.find(({ id }) => id === ruleId)
  if (rule === undefined) return []
  const source = { practice: checked.say('行文惯例', 'practice'), arithmetic: checked.say('计算', 'arithmetic') }[rule.source as string] ?? rule.source
  const heading = `**${checked.say(rule.summary, rule.summaryEn)}**${checked.say(`（依据：${source}）`, ` (${source})`)}`
  const link = page === undefined ? [] : [`[${checked.say('规则说明', 'About this rule')}](${page})`]
  return [[heading, ...(checked.locale === 'en' ? [] : [rule.rationale]), ...link].join('\n\n')]
}
