import type { ExpressionMention } from '@gongwen/engine'
import type { CheckedText } from '../checking/checked-text.js'

/** What a fixed expression stands for and from when it is in use; of a meeting, a campaign or a law when it was; Markdown. */
export function describeExpression(checked: CheckedText, mention: ExpressionMention): string {
  const { name, full, note } = mention
  const facts = [
    ...(full === undefined || full === name ? [] : [checked.say(`全文：${full}`, `In full: ${full}`)]),
    ...timeOf(checked, mention),
    ...(note === undefined ? [] : [checked.say(`说明：${note}`, `Note: ${note}`)]),
  ]
  return [`**${name}**`, facts.map((fact) => `- ${fact}`).join('\n')].join('\n\n')
}

function timeOf(checked: CheckedText, { kind, from, until }: ExpressionMention): string[] {
  if (from === undefined) return []
  if (until !== undefined) return [checked.say(`时间：${from}至${until}`, `Time: ${from} to ${until}`)]
  return [kind === 'meeting' ? checked.say(`时间：${from}`, `Time: ${from}`) : checked.say(`时间：${from}起`, `Since: ${from}`)]
}
