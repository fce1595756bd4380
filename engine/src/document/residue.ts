import type { Block } from '../markdown/block.js'

/** A block that a site or a tool left in the text. */
export interface ResidueBlock {
  /** place among the document's blocks */
  readonly index: number
  /** whether the whole line can be removed without a look */
  readonly isCertain: boolean
  /** the phrases that gave it away, as written */
  readonly evidence: readonly string[]
}

/**
 * Judges which blocks are leftovers of document-sharing sites, portals and tools.
 *
 * @param phrases what the user counts as residue, besides the lexicon
 */
export function classifyResidue(blocks: readonly Block[], phrases: readonly string[]): ResidueBlock[] {
  return blocks.flatMap((block, index) => {
    const evidence = phrases.filter((phrase) => phrase !== '' && block.text.includes(phrase))
    return evidence.length > 0 ? [{ index, isCertain: true, evidence }] : []
  })
}
