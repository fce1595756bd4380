import { WORDING } from '../../lexicon/lexicon.generated.js'
import { TermMatcher } from '../../lexicon/term-matcher.js'
import { defineRule } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'
import { matchesOf } from '../../text/matches.js'

interface Listing extends TextRange {
  readonly found: readonly string[]
}

const LISTS = WORDING['fixed-expressions'].lists.map(({ name, members, least }) => {
  const any = [...members].sort((a, b) => b.length - a.length).join('|')
  return {
    name,
    members: members as readonly string[],
    least,
    pattern: new RegExp(`(?:${any})(?:[、，和及与](?:${any})){${least - 1},${members.length - 1}}`, 'g'),
    one: new RegExp(any, 'g'),
  }
})

/** The members of all lists in one pass: a list is looked for only where enough of its members stand. */
const MEMBERS = new TermMatcher(LISTS.flatMap(({ members }, i) => members.map((text) => ({ text, value: i }))))

/** 道路自信、制度自信、理论自信、文化自信: the members of a set phrase have their order. */
export default defineRule<'sentence', 'order'>({
  id: 'wording/member-order',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '固定表述的各项次序颠倒',
  summaryEn: 'The members of a set phrase stand in another order than they are set',
  rationale: '“四个意识”“四个自信”、新发展理念、社会主义核心价值观等的各项有固定的次序，逐项列出时不能颠倒。',
  messages: { order: { what: '{name}的次序应为：{right}。', advice: '按固定次序改写。', en: 'The members of {name} go: {right}.' } },
  examples: [
    {
      title: '次序颠倒',
      text: '2024年工作总结\n\n坚定⟦道路自信、制度自信、理论自信、文化自信⟧，践行⟦协调、创新、绿色、开放、共享⟧的理念。',
      reports: ['order', 'order'],
      message: '“四个自信”的次序应为：道路自信、理论自信、制度自信、文化自信。',
      fixed: '2024年工作总结\n\n坚定道路自信、理论自信、制度自信、文化自信，践行协调、创新、绿色、开放、共享的理念。',
    },
    {
      title: '次序对的，只提一部分的',
      text: '2024年工作总结\n\n坚定道路自信、理论自信、制度自信、文化自信，增强文化自信、道路自信，坚持创新、协调、绿色、开放、共享，一体推进不敢腐、不能腐、不想腐，突出绿色、创新、开放。',
      reports: [],
    },
  ],
  triggers: LISTS.flatMap(({ members }) => members),
  *check({ canonical }, { say }) {
    const found = MEMBERS.match(canonical)
    for (const [i, { name, members, least, pattern, one }] of LISTS.entries()) {
      if (found.filter(({ value }) => value === i).length < least) continue
      for (const listing of listings(canonical, pattern, one)) {
        const { start, end, found } = listing
        if (new Set(found).size !== found.length || found.length < least) continue
        const right = [...found].sort((a, b) => members.indexOf(a) - members.indexOf(b))
        if (right.join() === found.join()) continue
        const text = canonical.slice(start, end)
        let i = 0
        const newText = text.replace(one, () => right[i++] ?? '')
        yield {
          range: { start, end },
          messageId: 'order',
          args: { name, right: right.join('、') },
          fixes: [{ title: say(`改为“${newText}”`, `Change to “${newText}”`), safety: 'unsafe', edits: [{ start, end, newText }] }],
        }
      }
    }
  },
})

function* listings(text: string, pattern: RegExp, one: RegExp): Generator<Listing> {
  for (const match of matchesOf(pattern, text)) yield { start: match.index, end: match.index + match[0].length, found: match[0].match(one) ?? [] }
}
