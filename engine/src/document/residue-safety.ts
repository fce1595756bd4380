import type { ResidueBlock, ResidueReading, ResidueVerdict } from './residue.js'
import type { ResidueSignals } from './residue-signals.js'

/** So many certain lines side by side are a page's, whatever each of them says. */
const RUN_OF_PAGE = 3

/** Who wrote, read and keeps a paper, and its topics: a unit's newsletter names them in as many lines as it likes. */
const OWN_CREDIT = /^#|编辑|责编|编审|审核|校对|撰稿|作者|来源|供稿|摄影|监制|记者|通讯员|支持|主办|承办|投稿/
/** （新华社某地3月16日电）; that a unit names its source or its correspondent is its own affair. */
const AGENCY_LINE = /日[电讯][）)]?$/

/**
 * Settles which verdicts may be acted on without a look. A fix that could delete a line of the writer's is never safe: a label
 * (责任编辑：…), a button's name (政务微博), a hashtag stand in reports on a line of their own, too. Alone they are doubted;
 * beside a line that only a page says (扫一扫在手机打开当前页), or in a run of them, they are the page's.
 *
 * @param verdicts by block index, rising
 */
export function settleSafety(verdicts: readonly ResidueVerdict[], { signals }: Pick<ResidueReading, 'signals'>): ResidueBlock[] {
  const settled: ResidueBlock[] = []
  for (let from = 0; from < verdicts.length;) {
    let to = from + 1
    while (to < verdicts.length && isWhole(verdicts[to]) && isWhole(verdicts[to - 1]) && verdicts[to]?.index === (verdicts[to - 1]?.index ?? 0) + 1) to++
    const region = verdicts.slice(from, to)
    const inPage =
      region.filter(({ isCertain, evidence }) => isCertain && !OWN_CREDIT.test(evidence[0] ?? '')).length >= RUN_OF_PAGE ||
      region.some((verdict) => verdict.isCertain && signals[verdict.index]?.speaksForItself === true && verdict.parts === undefined)
    for (const verdict of region) settled.push({ ...verdict, isSafe: verdict.isCertain && (inPage || isSafeAlone(verdict, signals[verdict.index])) })
    from = to
  }
  return settled
}

function isWhole(verdict: ResidueVerdict | undefined): boolean {
  return verdict !== undefined && verdict.parts === undefined
}

/** Pieces have been judged where they were found; page numbers and file names are what they are wherever they stand. */
function isSafeAlone({ kind, parts, evidence }: ResidueVerdict, signals: ResidueSignals | undefined): boolean {
  if (parts !== undefined || kind === 'page-number' || kind === 'file-name' || kind === 'notice') return true
  if (kind === 'news') return AGENCY_LINE.test(evidence[0] ?? '')
  // a phrase that the user named takes its line along only when the line is little else
  if (kind === 'user-phrase') return evidence.join('').length * 2 >= (signals?.plain.length ?? 0)
  return signals?.speaksForItself === true
}
