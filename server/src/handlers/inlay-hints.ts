import { checkedFigures, type CheckedFigure } from '@gongwen/engine'
import type { InlayHint } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toOffset, toPosition } from '../converters/positions.js'
import type { SettingsSource } from '../settings.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Shows behind each share that the text claims what its part and its whole give, as far as the user's settings want it. */
export function serveInlayHints({ connection, documents }: HandlerContext, settings: SettingsSource): void {
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    answer(connection, 'textDocument/inlayHint', async () => {
      if (!(await settings.of(uri)).inlayHints) return []
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return []
      const { lines } = checked.document
      const [start, end] = [toOffset(lines, range.start), toOffset(lines, range.end)]
      return checkedFigures(checked.document)
        .filter(({ kind, claim }) => kind === 'share' && claim.end >= start && claim.end <= end)
        .map((share) => hintOf(checked, share))
    }),
  )
}

function hintOf(checked: CheckedText, { claim, formula, result, isRounded, holds }: CheckedFigure): InlayHint {
  const sign = isRounded ? '≈' : '＝'
  const verdict = holds ? checked.say('与文中一致', 'agrees with the text') : checked.say('与文中不符', 'does not agree with the text')
  return {
    position: toPosition(checked.document.lines, claim.end),
    label: `${sign}${result}`,
    tooltip: checked.say(`${formula}${sign}${result}，${verdict}`, `${formula}${sign}${result}, ${verdict}`),
  }
}
