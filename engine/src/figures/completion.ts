import { isComparable } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, subjectOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import type { ShareReading } from './share-arithmetic.js'

const COMPLETED =
  /(?:完成|占|为|达到?)了?(?:全年|年度|年初|年|既定|下达|上级下达|省市?下达|市下达)?[^，。；\d]{0,6}?(?:目标|任务|计划|预算)(?:任务|总数|总额|数|比率)?的?$/
/** 计划48个，实际54个，完成率 or 超额完成: done and planned stand right before, in either order. */
const COMPLETION_RATE = /^(?:任务|计划|目标)?完成率[为达]?$/
const ABOVE_PLAN = /^超额完成(?:任务|计划|目标)?(?:任务|计划|目标)?的?$/
const PLANNED = /计划|目标|任务|预算|下达|安排|应/
const PLANNED_PERCENT = /力争|确保|完成率|比/

/** What a percentage of a plan may be read as: every pair of figures that could give it, and those that the words point at. */
export interface CompletionReadings {
  readonly all: readonly ShareReading[]
  readonly keyed: readonly ShareReading[]
}

/** The readings of the quantity at a place of a block; nothing where it is no percentage of a plan. */
export function completionReadings(block: Block, quantities: readonly PlacedFigure[], i: number): CompletionReadings | undefined {
  const claim = quantities[i]
  if (claim === undefined || claim.kind !== 'percentage' || !isKnownPlaced(claim) || claim.approximation === 'range') return undefined
  if (isNamed(claim)) return readingBeside(block, quantities, i)
  if (!COMPLETED.test(claim.label) || PLANNED_PERCENT.test(claim.label)) return undefined
  return readingsOf(claim, quantities.slice(Math.max(0, i - 20), i))
}

/** Whether a percentage is what was done beyond the plan: 超额完成8%. */
export function isAbovePlan({ label }: PlacedFigure): boolean {
  return ABOVE_PLAN.test(label)
}

/** 完成率, 超额完成 by themselves: the plan is named by the figures before. */
function isNamed({ label }: PlacedFigure): boolean {
  return COMPLETION_RATE.test(label) || ABOVE_PLAN.test(label)
}

/** The two comparable figures right before a claim, one of which is called a plan: 筹集1500套，任务1200套，完成率125%. */
function readingBeside(block: Block, quantities: readonly PlacedFigure[], i: number): CompletionReadings {
  const claim = quantities[i] as PlacedFigure
  const [first, second] = [quantities[i - 2], quantities[i - 1]]
  const pair = [first, second].filter((figure) => figure !== undefined).filter(isKnownPlaced)
  const isFit = pair.every(
    (figure) =>
      figure.sentenceIndex === claim.sentenceIndex &&
      figure.depth === claim.depth &&
      figure.approximation === 'exact' &&
      !isDelta(figure) &&
      !isPerUnit(figure),
  )
  const plans = pair.filter(({ label }) => isPlan(label))
  const [done] = pair.filter(({ label }) => !isPlan(label))
  const [total] = plans
  const nothing = { all: [], keyed: [] }
  if (!isFit || first === undefined || second === undefined || total === undefined || done === undefined || total.value.isZero) return nothing
  if (
    !isComparable(done, total) ||
    /[；：]/.test(textBetween(block, first, claim)) ||
    !/^[^，。；]{0,8}[，（]$/.test(textBetween(block, first, second).replace(second.label, ''))
  )
    return nothing
  // 招生计划300人，报名450人: what stands behind the plan must be called what was done
  if (total === first && !/实际|新增|实现|达到|已/.test(subjectOf(done))) return nothing
  // 计划48个，完成54个，完成率: the rule of rates looks at that
  if (COMPLETION_RATE.test(claim.label) && total === first && /完成/.test(subjectOf(done))) return nothing
  const reading = { parts: [done], total }
  return { all: [reading], keyed: [reading] }
}

function isPlan(label: string): boolean {
  return !/其中/.test(label) && /计划|目标|任务|预算/.test(label) && !/完成|实现|超/.test(label)
}

/** All pairs of comparable figures of the claim's sentence, and those where the words name a plan and what came of it. */
function readingsOf(claim: KnownPlacedFigure, before: readonly PlacedFigure[]): CompletionReadings {
  const own = before
    .filter(isKnownPlaced)
    .filter((figure) => figure.sentenceIndex === claim.sentenceIndex && !isDelta(figure) && (figure.kind === 'count' || figure.kind === 'money'))
  const all = own.flatMap((part) =>
    own.filter((total) => total !== part && isComparable(part, total) && !total.value.isZero).map((total) => ({ parts: [part], total })),
  )
  const last = own[own.length - 1]
  const keyed = all.filter(
    ({ parts: [part], total }) => part === last && PLANNED.test(subjectOf(total)) && !/完成|实现/.test(total.label) && !PLANNED.test(part?.label ?? ''),
  )
  return { all, keyed }
}
