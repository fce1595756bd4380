/** Texts that are hard for a regular expression, made from the expression itself. */
import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp'

/** A text of any length: a head, a unit that is repeated, and a tail that lets no match end there. */
export interface HostileText {
  readonly head: string
  readonly unit: string
  readonly tail: string
}

/** What stands for a set of characters; the first one that the set holds is taken. */
const CANDIDATES = ['中', '一', 'a', '0', '，', '。', '、', '：', '（', '“', '《', 'X', '年', ' ', '-', '.', '?', '\n', '\u200b', '１', '', '\ufffd', 'ā', 'Ã']
/** From so many repetitions on a quantifier is worth a text of its own. */
const MANY = 8
const NO_MATCH = '\u0001'

type Part = AST.Alternative | AST.Element | AST.CapturingGroup | AST.Pattern

/**
 * For every quantifier that takes many: what must stand before it, then what it takes, over and over; that and the whole
 * beginning, over and over; and the whole expression, over and over, with and without its last character.
 */
export function hostileTexts(source: string, flags: string): HostileText[] {
  const { pattern } = new RegExpParser().parseLiteral(`/${source}/${flags}`)
  const texts = new Map<string, HostileText>()
  const add = (head: string, unit: string): void => {
    if (unit !== '') texts.set(`${head}|${unit}`, { head, unit, tail: NO_MATCH })
  }
  visitRegExpAST(pattern, {
    onQuantifierEnter(node) {
      if (node.max < MANY) return
      const before = sampleBefore(node, flags)
      const taken = sample(node.element, flags)
      add(before, taken)
      add('', before + taken.repeat(Math.min(node.max, 40)))
    },
  })
  if (texts.size === 0) return []
  const whole = sample(pattern, flags)
  add('', whole)
  add('', whole.slice(0, -1))
  return [...texts.values()]
}

/** What must stand before a part for it to be reached, from the start of the expression. */
function sampleBefore(node: AST.Quantifier, flags: string): string {
  let text = ''
  let part: AST.Node = node
  for (let parent: AST.Node | null = node.parent; parent !== null; parent = parent.parent) {
    if (parent.type === 'Alternative') {
      const { elements } = parent
      text =
        elements
          .slice(0, elements.indexOf(part as AST.Element))
          .map((element) => sample(element, flags))
          .join('') + text
    }
    part = parent
  }
  return text
}

/** A text that a part of an expression matches, more or less: what only looks ahead gives nothing. */
function sample(node: Part | AST.Node, flags: string): string {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return sample(node.alternatives[0] as AST.Alternative, flags)
    case 'Alternative':
      return node.elements.map((element) => sample(element, flags)).join('')
    case 'Quantifier':
      return sample(node.element, flags).repeat(Math.max(1, node.min))
    case 'Character':
      return String.fromCodePoint(node.value)
    case 'CharacterSet':
    case 'CharacterClass':
      return CANDIDATES.find((text) => new RegExp(`^${node.raw}`, flags.replace(/[gy]/g, '')).test(text)) ?? firstOf(node)
    case 'Assertion':
      return node.kind === 'lookbehind' && !node.negate ? sample(node.alternatives[0] as AST.Alternative, flags) : ''
    default:
      return ''
  }
}

function firstOf(node: AST.CharacterSet | AST.CharacterClass): string {
  if (node.type !== 'CharacterClass') return 'a'
  const element = node.elements[0]
  if (element?.type === 'Character') return String.fromCodePoint(element.value)
  return element?.type === 'CharacterClassRange' ? String.fromCodePoint(element.min.value) : 'a'
}
