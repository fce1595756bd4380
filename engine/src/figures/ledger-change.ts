import type { Block } from '../markdown/block.js'
import { CHANGED_TO, directionAtEnd } from './change-words.js'
import { growthsOf, type Growth } from './growth.js'
import { isDelta, quantitiesOf, textBetween, type PlacedFigure } from './placed-figure.js'

/** What the words around a figure tell of a change. */
export interface ChangeWords {
  readonly role: 'change' | 'base'
  readonly direction: 1 | -1 | 0
  /** the figure that changed, where its sentence gives it by a known pattern */
  readonly subject: PlacedFigure | undefined
  /** what it is compared with */
  readonly against: 'last-year' | number | 'other'
}

const LAST_YEAR = /同比|(?:上一?年|去年)(?:[度末底]|同期)?/
const COMPARISON = /(?:[比较与由从近]|高于|低于|高出|超出|环比|相比|以来|累计)(?:((?:19|20)\d\d)年(?!来))?/
/** Growth at constant prices or on another basis: last year's written value does not give it. */
const OTHER_BASIS = /实际(?=[增下]|$)|可比|同口径|扣除|剔除|不变价/
const BARE = /(?:增长|下降|增幅|降幅)[^，。；]{0,4}$/

/** The changes and former values among the figures of a block. */
export function changesOf(block: Block): Map<PlacedFigure, ChangeWords> {
  const changes = new Map<PlacedFigure, ChangeWords>()
  for (const growth of growthsOf(block)) addGrowth(changes, growth)
  const quantities = quantitiesOf(block)
  quantities.forEach((figure, i) => {
    const next = quantities[i + 1]
    if (next !== undefined && isFormer(block, figure, next)) {
      if (!changes.has(figure))
        changes.set(figure, {
          role: 'base',
          direction: directionAtEnd(CHANGED_TO.exec(textBetween(block, figure, next))?.[1] ?? ''),
          subject: next,
          against: againstWhat(wordsBefore(figure)) ?? 'other',
        })
      return
    }
    const previous = quantities[i - 1]
    if (changes.has(figure) || !(isChange(figure) || continuesChange(block, figure, previous, changes))) return
    const former = changes.get(quantities[i - 2] as PlacedFigure)
    const inherited =
      former?.role === 'base' && former.subject === previous
        ? former
        : previous !== undefined && previous.sentenceIndex === figure.sentenceIndex
          ? changes.get(previous)
          : undefined
    const words = figure.sentence.canonical.slice(previous?.sentenceIndex === figure.sentenceIndex ? previous.end : 0, figure.start)
    const against = againstWhat(words)
    changes.set(figure, {
      role: 'change',
      direction: directionAtEnd(figure.label),
      subject: inherited !== undefined && against === undefined ? inherited.subject : undefined,
      against: against ?? inherited?.against ?? (BARE.test(words) ? 'last-year' : 'other'),
    })
  })
  return changes
}

function addGrowth(changes: Map<PlacedFigure, ChangeWords>, { from, to, difference, rate, direction }: Growth): void {
  const first = from ?? difference ?? rate
  if (first === undefined) return
  const { canonical } = to.sentence
  const [early, late] = first.start < to.start ? [first, to] : [to, first]
  // 由上年的64间增加到102间 names the year before its first figure, 412人次，比上年的360人次增加 between the two
  const words = first.start < to.start ? canonical.slice(Math.max(0, early.start - 12), early.start) : canonical.slice(early.end, late.start)
  const against = againstWhat(words) ?? 'other'
  const subject = to
  if (from !== undefined && !changes.has(from)) changes.set(from, { role: 'base', direction, subject, against })
  for (const figure of [difference, rate])
    if (figure !== undefined && !changes.has(figure)) changes.set(figure, { role: 'change', direction, subject, against })
}

/** A value that another takes the place of: 由61.3%提高到74.8%. */
function isFormer(block: Block, figure: PlacedFigure, next: PlacedFigure): boolean {
  return (
    figure.sentenceIndex === next.sentenceIndex &&
    figure.unitClass === next.unitClass &&
    /[由从][^，。；]{0,20}$/.test(wordsBefore(figure)) &&
    CHANGED_TO.test(textBetween(block, figure, next))
  )
}

/** The second of 分别增长9.6%和6.2%. */
function continuesChange(block: Block, figure: PlacedFigure, previous: PlacedFigure | undefined, changes: ReadonlyMap<PlacedFigure, ChangeWords>): boolean {
  return (
    previous !== undefined &&
    changes.get(previous)?.role === 'change' &&
    figure.unitClass === previous.unitClass &&
    /^[和与、]$/.test(textBetween(block, previous, figure))
  )
}

function wordsBefore({ sentence, start }: PlacedFigure): string {
  return sentence.canonical.slice(Math.max(0, start - 20), start)
}

function isChange(figure: PlacedFigure): boolean {
  if (figure.kind === 'percentage-point' || figure.kind === 'multiple') return true
  if (figure.kind === 'percentage') return directionAtEnd(figure.label) !== 0 && !/[到至]$/.test(figure.label)
  return isDelta(figure) && !/的$/.test(figure.label)
}

/** What the words between a value and its change compare it with; nothing when they compare it with nothing. */
function againstWhat(words: string): ChangeWords['against'] | undefined {
  // 分别增长9.6%和6.2% is of several values, and which of which is not for us to guess
  if (OTHER_BASIS.test(words) || /分别|^[和与、]$/.test(words)) return 'other'
  if (LAST_YEAR.test(words)) return 'last-year'
  const match = COMPARISON.exec(words)
  if (match === null) return undefined
  return match[1] === undefined ? 'other' : Number(match[1])
}
