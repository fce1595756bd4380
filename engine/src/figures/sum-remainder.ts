import { isComparable } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, textBetween, type PlacedFigure } from './placed-figure.js'
import type { SumClaim } from './sum.js'

const DONE = /(?:整改|办结|完成|化解|消除|解决|销号|治理|开工|竣工|完工|改造|答复|办复)(?:到位|完毕)?了?(?:问题|隐患|风险|矛盾|纠纷|项目|任务|事项)?$/
const LEFT = /^(?:尚有|还有|尚余|剩余|剩下|余下|其余)的?$/
/** Posts: what is filled and what is empty make up what there is. */
const POSTS = [/编制(?:总数)?(?:共有|[为有共])?$/, /实有(?:人员|在编)?$/, /空编$/] as const

const STAGES = [/^已?(?:完工|竣工|建成)$/, /^(?:在建|正在(?:建设|施工|实施))$/, /^(?:处于)?(?:前期|前期阶段|未开工|待开工|招标|剩余|其余)$/] as const

/** 项目15个，完工4个、在建8个、前期3个: works stand in one stage each, so that their stages come to no more than all. */
export function totalsOfStages(block: Block, quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((total, i) => {
    const stages = quantities.slice(i + 1, i + 1 + STAGES.length)
    const isStaged = stages.length === STAGES.length && stages.every((figure, n) => STAGES[n]?.test(figure.label) === true)
    if (!isStaged || !isKnownPlaced(total) || !stages.every(isKnownPlaced) || isDelta(total) || /年度|今年|新[增建]/.test(stages[0]?.label ?? '')) return []
    const isOfTotal = stages.every(
      (figure) => isComparable(figure, total) && figure.unit === total.unit && figure.sentenceIndex === total.sentenceIndex && figure.approximation === 'exact',
    )
    const last = stages[stages.length - 1] as PlacedFigure
    if (!isOfTotal || /[；。]|其中/.test(textBetween(block, total, last)) || total.approximation !== 'exact') return []
    return [{ total, items: stages, relation: 'at-most' as const, isCertain: false }]
  })
}

/** 隐患126处，整改120处，尚有6处: what is done and what is left make up the whole. */
export function totalsOfRemainders(block: Block, quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((left, i) => {
    if (!LEFT.test(left.label) && !POSTS[2].test(left.label)) return []
    // 整改242处，整改率98%，剩余5处: a rate between belongs to what was done
    const [total, done] = quantities
      .slice(Math.max(0, i - 4), i)
      .filter(({ kind, sentenceIndex }) => kind !== 'percentage' && sentenceIndex === left.sentenceIndex)
      .slice(-2)
    if (total === undefined || done === undefined) return []
    const isLeft =
      (LEFT.test(left.label) && DONE.test(done.label) && !DONE.test(total.label)) || POSTS.every((word, n) => word.test([total, done, left][n]?.label ?? ''))
    if (
      !isLeft ||
      ![total, done, left].every(
        (figure) =>
          isComparable(figure, left) &&
          figure.unit === left.unit &&
          figure.sentenceIndex === left.sentenceIndex &&
          figure.depth === left.depth &&
          figure.approximation === 'exact' &&
          !isDelta(figure) &&
          !isPerUnit(figure),
      )
    )
      return []
    // 整改242处，整改率98%；剩余5处: a semicolon may stand before what is left, nowhere else
    if (!isKnownPlaced(total) || !isKnownPlaced(done) || !isKnownPlaced(left)) return []
    // 隐患车辆326辆，整改326辆；其余25辆报废车辆注销: behind all of them the rest are of something else
    const isAllDone = done.value.equals(total.value)
    const between = textBetween(block, total, left).replace(isAllDone ? '' : /；(?=(?:剩余|剩下|余下|其余)的?$)/, '，')
    if (/[；。]|其中/.test(between)) return []
    const next = quantities[i + 1]
    // 剩余4处正在整改、2处列入计划: what is left is told in parts
    if (next !== undefined && next.sentenceIndex === left.sentenceIndex && isComparable(next, left)) return []
    return [{ total, items: [done, left], relation: 'equal' as const, isCertain: false }]
  })
}
