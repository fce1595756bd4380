import type { Finding, TextRange } from '@gongwen/engine'
import type { CheckedText } from './checked-text.js'

/** A phrase shorter than this would be found everywhere. */
const SHORTEST = 2
/** So much of a long line tells it from every other. */
const LONGEST = 60
const NUMBER_ALONE = /^[\d一二三四五六七八九十百第部分章节是()（）〔〕.．、,，%％①-⑳\s]+$/
/** Rules about words that a site put in; the others' findings are the writer's own words, damaged. */
const SITE_RULES: ReadonlySet<string> = new Set(['residue/site-text', 'residue/file-name'])

/** The words of a finding that may be residue and may not, as a phrase to learn; nothing for any other finding. */
export function doubtfulPhrase({ document }: CheckedText, finding: Finding): string | undefined {
  if (!SITE_RULES.has(finding.ruleId) || finding.fixes.some(({ safety }) => safety === 'safe')) return undefined
  return phraseOf(document.text, finding)
}

/**
 * What is selected as a phrase to learn; nothing for a selection that is empty, takes in more than one line, is an ordinal
 * or a number alone, or holds a comment: those are the writer's own everywhere.
 */
export function selectedPhrase({ document }: CheckedText, selection: TextRange): string | undefined {
  const phrase = phraseOf(document.text, selection)
  return phrase === undefined || NUMBER_ALONE.test(phrase) || phrase.includes('<!--') ? undefined : phrase
}

function phraseOf(text: string, { start, end }: TextRange): string | undefined {
  const words = text.slice(start, end).trim()
  if (/[\r\n]/.test(words)) return undefined
  const phrase = Array.from(words).slice(0, LONGEST).join('').trim()
  return phrase.length < SHORTEST ? undefined : phrase
}
