import { Block } from '../markdown/block.js'
import type { Fix } from '../linting/finding.js'
import { differenceHolds, growthDirectionHolds, growthsOf, isConsistent } from './growth.js'
import type { PlacedFigure } from './placed-figure.js'
import { directionHolds, gapHolds, isRelativeChange, pointGaps } from './point-gap.js'
import { wrongRespectives } from './respective.js'
import { wrongShareTotals } from './share-total.js'
import { wrongShares } from './share.js'
import { stageSlips } from './stages.js'
import { wrongSums } from './sum.js'
import { Shelf } from '../text/kept.js'

/** Sentences before and behind a figure that its relations may reach: no reading looks further back. */
const REACH = 2
/** Longer texts are not read again for each repair. */
const LONGEST = 4000

/**
 * The repairs that mend more than they break: with each the text around has fewer wrong relations than before. Changing one
 * operand of a wrong share may make another share wrong that holds now.
 *
 * @param near a figure of the relation; the edits of the fixes are ranges of its block's text
 */
export function soundRepairs(block: Block, near: PlacedFigure, fixes: readonly Fix[]): Fix[] {
  const { start, end } = around(block, near)
  if (fixes.length === 0 || end - start > LONGEST) return []
  const text = block.text.slice(start, end)
  const before = slipsBetween(block, start, end, text)
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => edit.start < start || edit.end > end)) return false
    const changed = [...edits]
      .sort((a, b) => b.start - a.start)
      .reduce((rest, edit) => rest.slice(0, edit.start - start) + edit.newText + rest.slice(edit.end - start), text)
    return countSlips(changed) < before
  })
}

const slipsOfBlock = new Shelf<Block, Map<string, number>>()

/** How many relations of a part of a block do not hold; neighbouring findings ask for the same part again. */
function slipsBetween(block: Block, start: number, end: number, text: string): number {
  let known = slipsOfBlock.get(block)
  if (known === undefined) slipsOfBlock.set(block, (known = new Map<string, number>()))
  const key = `${start}-${end}`
  let count = known.get(key)
  if (count === undefined) known.set(key, (count = countSlips(text)))
  return count
}

function around(block: Block, { sentence, at }: PlacedFigure): { start: number; end: number } {
  let { start, end } = sentence
  for (let n = 0; n < REACH && start > 0; n++) start = Math.max(0, block.canonical.lastIndexOf('。', start - 2) + 1, at.start - LONGEST)
  for (let n = 0; n < REACH && end < block.text.length; n++) {
    const next = block.canonical.indexOf('。', end)
    end = next < 0 ? block.text.length : next + 1
  }
  return { start, end }
}

/** How many relations between the figures of a text do not hold. */
function countSlips(text: string): number {
  const block = new Block('paragraph', text, text, 0)
  const growths = growthsOf(block).filter((growth) => !isConsistent(growth) || !growthDirectionHolds(growth) || !differenceHolds(growth))
  const gaps = pointGaps(block).filter((gap) => !directionHolds(gap) || !(gap.gap.kind === 'percentage-point' ? gapHolds(gap) : isRelativeChange(gap)))
  const shares = wrongShares(block).length + wrongShareTotals(block).length + wrongRespectives(block).length
  return shares + wrongSums(block).length + stageSlips(block).length + growths.length + gaps.length
}
