import { unitsBetween } from '../text/triggers.js'

export { pairsOf, unitsBetween } from '../text/triggers.js'

/** The digits that figures are written with, as triggers. */
export const DIGITS: readonly string[] = unitsBetween(0x30, 0x39)

/** What stands in every text with a percentage: the sign or its words. */
export const PERCENTAGES: readonly string[] = ['%', '‰', '百分', '成']
