import { headingsOf } from '../document/heading.js'
import { partsOf } from '../document/residue-parts.js'
import { signalsOf } from '../document/residue-signals.js'
import type { SectionTaxonomy } from '../document/section-taxonomy.js'
import { sectionUnits } from '../document/section-words.js'
import { quantitiesOf } from '../figures/placed-figure.js'
import type { Block } from '../markdown/block.js'
import type { Steps } from '../text/steps.js'

/** Where most blocks of a report stand. */
const IN_BODY = { isHead: false, isTail: false, isTitle: false }

/**
 * Reads of each block, a step each, what is kept with it and is asked for when a report is made of the blocks. Making a long
 * one cannot be left half-way: what takes the time is then known.
 */
export function* readingBlocks(blocks: Iterable<Block>): Steps<void> {
  for (const block of blocks) {
    if (!block.isProse) continue
    signalsOf(block)
    partsOf(block, IN_BODY)
    headingsOf(block)
    yield
  }
}

/** Reads what is kept with a block and is asked for by rules that look at the whole report, each of which is one step. */
export function readForWholeReport(block: Block, taxonomy: SectionTaxonomy): void {
  sectionUnits(block, taxonomy)
  quantitiesOf(block)
}
