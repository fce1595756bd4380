import type { ResidueWord } from '../lexicon/residue-phrases.js'
import type { TermMatch } from '../lexicon/term-matcher.js'
import { isHan, isLetter } from '../text/characters.js'
import { UnitKind } from './residue-folding.js'
import { givesChannelTotals } from './residue-page-parts.js'
import { RESIDUE_SCORE } from './residue-score.js'

/** Longer lines are sentences; what they say counts, not what they are made of. */
const MAX_WEB_LINE = 48
/** So much of a line of web words is made of them, of several and of one. */
const WEB_SHARE = 0.6
const LONE_WEB_SHARE = 0.8

/** Chinese letters in a line of Latin ones show that it is the report's. */
const LATIN_LINE = /^[a-z][a-z0-9'",.:!()-]{11,160}$/

/** Whether a short line is mostly made of the words of web pages and programs, or of no Chinese at all. */
export function isWebLine(plain: string, kinds: number, words: readonly TermMatch<ResidueWord>[]): boolean {
  if (plain.length < 3 || plain.length > 160) return false
  if ((kinds & UnitKind.letter) !== 0 && LATIN_LINE.test(plain)) return true
  if (plain.length > MAX_WEB_LINE || plain.endsWith('。')) return false
  const own = words.filter(({ value }) => value.lexicon === 'web')
  if (own.length === 0 || givesChannelTotals(plain)) return false
  const covered = new Uint8Array(plain.length)
  for (const { start, end } of own) covered.fill(1, start, end)
  let letters = 0
  let known = 0
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    if (!isHan(code) && !isLetter(code)) continue
    letters++
    known += covered[i] as number
  }
  const distinct = new Set(own.map(({ value }) => value.value)).size
  return known >= letters * (distinct >= 2 ? WEB_SHARE : LONE_WEB_SHARE)
}

const PAPER = /(?:总结|计划|报告|范文|怎么写|模板|材料|体会|演讲稿|发言稿)$/

/** Names of papers side by side with blanks between them, as pages link to them. */
export function isRowOfTitles(canonical: string): boolean {
  if (canonical.length < 12 || canonical.length > 100 || /[，。；]/.test(canonical) || !PAPER.test(canonical.trimEnd())) return false
  return canonical.split(/[ |｜]{1,4}|：/).filter((name) => PAPER.test(name)).length >= 3
}

/** A path of more steps than this is a page's, whatever it begins with. */
const LONG_PATH = 3

/** How surely a line is a page's path: 3 of `首页 > 政务公开 > 工作总结`, 2 of a path that begins with no name of a site. */
export function weighBreadcrumb(plain: string): number {
  if (plain.length > 80 || !/[>＞»›]/.test(plain)) return 0
  const steps = plain.split(/[>＞»›]{1,2}/)
  if (steps.length < 2 || steps.some((step) => step.length > 24 || /[。，；]/.test(step))) return 0
  if (/首页|主页|网|栏目|公文|范文|政务公开|信息公开/.test(steps[0] as string)) return RESIDUE_SCORE
  return steps.length >= LONG_PATH && steps.every((step) => /^[\u4e00-\u9fff、]{2,12}$/.test(step)) ? RESIDUE_SCORE - 1 : 0
}
