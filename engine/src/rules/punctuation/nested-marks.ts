import { defineRule } from '../../linting/rule.js'

const INNER: Readonly<Record<string, readonly [string, string]>> = { '“': ['‘', '’'], '《': ['〈', '〉'] }
const CLOSE: Readonly<Record<string, string>> = { '“': '”', '《': '》' }
const MAX_DEPTH_TEXT = 80

/** Quotes inside quotes are single, book-title marks inside book-title marks are 〈〉. */
export default defineRule<'block', 'nested'>({
  id: 'punctuation/nested-marks',
  scope: 'block',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '引号套引号、书名号套书名号没有换用单引号、单书名号',
  summaryEn: 'Nested quotes or book-title marks of the same kind',
  rationale: 'GB/T 15834—2011：引号里面还要用引号时，外面用双引号，里面用单引号；书名号里面还要用书名号时，外面用双书名号，里面用单书名号。',
  messages: {
    nested: {
      what: '{outer} 里面又套着 {outer}，里层应换一种。',
      advice: '里层改用 {open} 和 {close}。',
      en: '{outer} inside {outer}; use {open} {close} for the inner pair.',
    },
  },
  examples: [
    {
      title: '书名号套书名号',
      text: '2024年工作总结\n\n转发《关于落实⟦《⟧校园安全条例》的通知》，组织学习12次。',
      reports: ['nested'],
      fixed: '2024年工作总结\n\n转发《关于落实〈校园安全条例〉的通知》，组织学习12次。',
    },
    {
      title: '引号套引号',
      text: '2024年工作总结\n\n开展“我与⟦“⟧四史”同行”主题活动。',
      reports: ['nested'],
      fixed: '2024年工作总结\n\n开展“我与‘四史’同行”主题活动。',
    },
    { title: '分层正确；并列的引号', text: '2024年工作总结\n\n印发《关于落实〈条例〉的通知》，开展“阅读‘悦’心”“书香‘满’园”活动。', reports: [] },
    { title: '丢了后引号的不算套用', text: '2024年工作总结\n\n开展“书香校园活动，评选“阅读之星”20名。', reports: [] },
  ],
  triggers: ['“', '《'],
  *check(block, { say }) {
    const text = block.canonical
    for (const [outer, [open, close]] of Object.entries(INNER)) {
      const end = CLOSE[outer] as string
      const pairs = pairsOf(text, outer, end)
      if (pairs === undefined) continue
      for (const pair of pairs.filter((inner) => inner.depth % 2 === 1)) {
        // ““…””: one pair too many, which residue/doubled-quotes says
        if (outer === '“' && text[pair.start - 1] === outer && text[pair.end + 1] === end) continue
        yield {
          range: { start: pair.start, end: pair.start + 1 },
          messageId: 'nested',
          args: { outer: `${outer} ${end}`, open, close },
          fixes: [
            {
              title: say(`里层改用“${open}${close}”`, `Use “${open}${close}” inside`),
              safety: 'safe',
              edits: [
                { start: pair.start, end: pair.start + 1, newText: open },
                { start: pair.end, end: pair.end + 1, newText: close },
              ],
            },
          ],
        }
      }
    }
  },
})

/** All pairs of one kind with their depth, or nothing when a mark stands alone or a pair is too long to be meant so. */
function pairsOf(text: string, open: string, close: string): { start: number; end: number; depth: number }[] | undefined {
  const stack: number[] = []
  const pairs: { start: number; end: number; depth: number }[] = []
  const [opening, closing] = [open.charCodeAt(0), close.charCodeAt(0)]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === opening) stack.push(at)
    else if (code === closing) {
      const start = stack.pop()
      if (start === undefined) return undefined
      pairs.push({ start, end: at, depth: stack.length })
    }
  }
  return stack.length > 0 || pairs.some(({ start, end }) => end - start > MAX_DEPTH_TEXT) ? undefined : pairs.sort((a, b) => a.start - b.start)
}
