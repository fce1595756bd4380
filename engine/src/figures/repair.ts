import { Decimal } from '../document/decimal.js'
import { intervalOf, type FigureInterval } from '../document/figure-interval.js'
import type { Fix } from '../linting/finding.js'
import type { KnownPlacedFigure } from './placed-figure.js'

const POWERS: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 }

/**
 * A numeral rewritten for another value, in the form of the one that stands there (万 and 亿, decimals, separators).
 *
 * @returns nothing where the form cannot be kept: Chinese numerals, 余, ranges, a value that is zero or below
 */
export function rewriteNumeral(figure: KnownPlacedFigure, value: Decimal, decimals = figure.decimals): string | undefined {
  const power = POWERS[figure.multiplier]
  if (figure.style !== 'arabic' || power === undefined || figure.approximation === 'range') return undefined
  const old = figure.sentence.canonical.slice(figure.numeral.start, figure.numeral.end)
  if (/[余多]/.test(old) || figure.approximation === 'over') return undefined
  const rounded = value.shift(-power).rounded(decimals)
  if (rounded.compare(Decimal.ZERO) <= 0) return undefined
  const text = rounded.toString()
  return (old.includes(',') ? withSeparators(text) : text) + figure.multiplier
}

function withSeparators(text: string): string {
  const [whole = '', decimals] = text.split('.')
  let grouped = ''
  for (let i = 0; i < whole.length; i++) grouped += (i > 0 && (whole.length - i) % 3 === 0 ? ',' : '') + whole.charAt(i)
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** The values that a figure would stand for if another value were written in its form. */
export function intervalWith(figure: KnownPlacedFigure, value: Decimal): FigureInterval {
  const power = POWERS[figure.multiplier] ?? 0
  const rounded = value.shift(-power).rounded(figure.decimals).shift(power)
  return intervalOf(rounded, rounded, figure.step, figure.approximation, figure.kind === 'percentage')
}

/** A fix that writes another value for one figure; unsafe, as every change of a figure is. */
export function figureFix(figure: KnownPlacedFigure, numeral: string, title: string): Fix {
  return { title, safety: 'unsafe', edits: [{ ...figure.numeralAt, newText: numeral }] }
}
