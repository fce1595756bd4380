/** From this score on a piece of text is a site's. */
export const RESIDUE_SCORE = 3
