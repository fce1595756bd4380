/**
 * Damage that goes through a whole text (quotes, title marks, brackets) is one matter, not dozens: so many places of it are
 * shown, at most one a paragraph, and the fix of each mends all.
 */
export const PLACES_SHOWN = 3
