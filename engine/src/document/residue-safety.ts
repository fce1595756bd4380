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
 * beside a line that only a page says (扫一扫在手机打开当前页), in a run of them, or around a report that has a page's head or
 * foot, they are the page's.
 *
 * @param verdicts by block index, rising
 */
export function settleSafety(verdicts: readonly ResidueVerdict[], reading: Pick<ResidueReading, 'signals' | 'firstBody' | 'lastBody'>): ResidueBlock[] {
  const { signals, firstBody, lastBody } = reading
  const regions = regionsOf(verdicts).map((region) => ({ region, isPage: isPage(region, signals) }))
  const isAround = ([first]: readonly ResidueVerdict[]): boolean => first !== undefined && (first.index < firstBody || first.index > lastBody)
  // what came with a page's head came with its foot, and the other way round
  const hasPage = regions.some(({ region, isPage }) => isPage && isAround(region))
  return regions.flatMap(({ region, isPage }) => {
    const inPage = isPage || (hasPage && isAround(region))
    return region.map((verdict) => ({ ...verdict, isSafe: verdict.isCertain && (inPage || isSafeAlone(verdict, signals[verdict.index])) }))
  })
}

/** Runs of neighbouring blocks that are residue as a whole, and others each by itself. */
function regionsOf(verdicts: readonly ResidueVerdict[]): ResidueVerdict[][] {
  const regions: ResidueVerdict[][] = []
  for (const verdict of verdicts) {
    const region = regions[regions.length - 1]
    const last = region?.[region.length - 1]
    if (last !== undefined && isWhole(last) && isWhole(verdict) && verdict.index === last.index + 1) region?.push(verdict)
    else regions.push([verdict])
  }
  return regions
}

/** Whether a region holds a line that only a page says, or a run of lines none of which is a unit's own credit. */
function isPage(region: readonly ResidueVerdict[], signals: readonly ResidueSignals[]): boolean {
  return (
    region.filter(({ isCertain, evidence }) => isCertain && !OWN_CREDIT.test(evidence[0] ?? '')).length >= RUN_OF_PAGE ||
    region.some((verdict) => verdict.isCertain && signals[verdict.index]?.speaksForItself === true && isWhole(verdict))
  )
}

function isWhole({ parts }: ResidueVerdict): boolean {
  return parts === undefined
}

/** Pieces have been judged where they were found; page numbers and file names are what they are wherever they stand. */
function isSafeAlone({ kind, parts, evidence }: ResidueVerdict, signals: ResidueSignals | undefined): boolean {
  if (parts !== undefined || kind === 'page-number' || kind === 'file-name' || kind === 'notice') return true
  if (kind === 'news') return AGENCY_LINE.test(evidence[0] ?? '')
  // a phrase that the user named takes its line along only when the line is little else
  if (kind === 'user-phrase') return evidence.join('').length * 2 >= (signals?.plain.length ?? 0)
  return signals?.speaksForItself === true
}
