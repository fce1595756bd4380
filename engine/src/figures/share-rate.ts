import { isDelta, isKnownPlaced, subjectOf, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { rateTermOf, type RateTerm } from './rate-terms.js'
import { comparableWith, type ShareContext, type ShareReadings } from './share-context.js'
import { isPlausible, shareHolds, type ShareReading } from './share-arithmetic.js'

const RATE = /([\u4e00-\u9fffA-Z+]{1,16}?)(?:率|比率|比例)[已均都]?(?:达到了?|[达为是]|约为)?[：:]?$/
/** The end of such a clause: all others are done with at this, and not at each of their places. */
const ENDS_AS_RATE = /(?:率|比例)[已均都]?(?:达到了?|[达为是]|约为)?[：:]?$/
const LONGEST_RATE_END = 8
/** 未整改6处, 不合格16批次 are the rest and not the part. */
const NEGATED = /未(?!来|成年)|不(?![断同少含超]|低于)|没有|无法|尚待|[剩其][余下]/
const PART_OF_OTHER = /占[^，。；]{0,12}$/
/** 由32家压减至4家: what is left behind a reduction is no part that 压减率 counts; the change is read as growth. */
const LEFT_OVER = /(?:压减|压缩|压降|缩减|核减|精简|减少|清退|清理|合并|注销|下降|降低|[减降])了?[到至为成]$/

/** The rate that the end of a clause names, and what it is made of. */
export function rateNamed(clause: string): { readonly name: string; readonly term: RateTerm } | undefined {
  const name = (ENDS_AS_RATE.test(clause.slice(-LONGEST_RATE_END)) ? RATE.exec(clause) : null)?.[1]?.replace(/^[^，。；]{0,12}其中/, '')
  const term = name === undefined ? undefined : rateTermOf(name.replace(/^(?:平均|总|综合)/, ''))
  return name === undefined || term === undefined || /毛$/.test(name.slice(0, -2)) ? undefined : { name, term }
}

/**
 * 开工率86%, behind 116个项目 and 100个项目已开工: a rate whose part is named by its own words. Rates that are no share of
 * counts said before (增长率, 毛入学率) have no such part and give nothing.
 */
export function readRate(context: ShareContext): ShareReadings | undefined {
  const rate = rateNamed(context.clause)
  if (rate === undefined) return undefined
  const { name, term } = rate
  const { groupStart, claim } = context
  const own = context.before.filter(isKnownPlaced).filter(({ at, depth }) => at.start >= groupStart && depth <= claim.depth)
  const part = [...own].reverse().find((figure) => isPartOf(figure, term))
  if (part === undefined || hasOtherBetween(context, part, term) || isPartialCount(part, name)) return NONE
  // behind a semicolon another thing is spoken of: its whole stands with it, not in the sentence before
  const around = context.before.filter(
    (figure) =>
      figure.at.start >= groupStart || (groupStart === claim.sentence.start ? figure.sentenceIndex !== claim.sentenceIndex : isNamedAlike(figure, part)),
  )
  const greater = comparableWith(part, around).filter(
    (whole) => !isPartOfRate(context, whole) && whole.value.compare(part.value) >= 0 && whole.at.end <= part.at.start && !PART_OF_OTHER.test(whole.label),
  )
  // 督促整改问题261个，整改255个: where nothing else is greater, the whole may have the part's word too
  const others = greater.filter((whole) => !isPartOf(whole, term))
  const wholes = others.some(({ sentenceIndex }) => sentenceIndex === context.claim.sentenceIndex)
    ? others
    : greater.filter((whole) => others.includes(whole) || whole.sentenceIndex === context.claim.sentenceIndex)
  const all = comparableWith(part, own)
    .filter((figure) => isPartOf(figure, term))
    .concat(part)
  const ladder = /[合及]格|达标/.test(term.stem)
    ? comparableWith(part, own).filter((figure) => /优秀|良好|优良/.test(figure.label) && figure.at.end <= part.at.start)
    : []
  if (ladder.some(({ value }) => value.compare(part.value) > 0)) return NONE
  const parts = [
    part,
    ...sibling(
      context.before.filter(isKnownPlaced).filter(({ sentenceIndex }) => sentenceIndex === claim.sentenceIndex),
      part,
      term,
    ),
  ]
  const named = choose(wholes, parts, term, context)
  const chosen = named.keyed.length > 0 ? named : { keyed: wholesOfRateBefore(context, part, term), isCertain: false }
  const { isCertain } = chosen
  const keyed = chosen.keyed.filter((total) => !isUsedUp(context, part, { parts, total }, term) && isQualified(name, term, [...parts, total]))
  const make = (total: KnownPlacedFigure): ShareReading[] => [{ parts, total }]
  return {
    keyed: keyed.flatMap(make),
    others: wholes.flatMap((total) => [
      { parts, total },
      { parts: [part], total },
      { parts: all, total },
      { parts: [...ladder, part], total },
    ]),
    isCertain,
  }
}

/** 高考1126人，特控线上线486人，上线率43.2%；本科上线1052人，上线率: behind a semicolon the same rate is of the same whole. */
function wholesOfRateBefore({ block, before, percentages, groupStart, claim }: ShareContext, part: KnownPlacedFigure, term: RateTerm): KnownPlacedFigure[] {
  if (part.at.start < groupStart || part.sentenceIndex !== claim.sentenceIndex) return []
  const earlier = percentages.filter(({ at, label }) => at.end <= groupStart && rateNamed(label)?.term.stem === term.stem)
  const own = comparableWith(part, before).filter(({ at, sentenceIndex }) => at.end <= groupStart && sentenceIndex === claim.sentenceIndex)
  return own
    .filter((total) =>
      earlier.some((rate) => {
        const sibling = own.filter((figure) => figure !== total && figure.at.end <= rate.at.start && isPartOf(figure, term)).pop()
        const isBeside = sibling !== undefined && /^，[^，。；\d]{0,12}$/.test(block.canonical.slice(sibling.at.end, rate.at.start))
        return isBeside && total.at.end <= sibling.at.start && shareHolds({ parts: [sibling], total }, rate.interval)
      }),
    )
    .filter((total) => total.value.compare(part.value) >= 0 && isPlausible({ parts: [part], total }, claim.value, NEAR))
    .slice(-1)
}

const NONE: ShareReadings = { keyed: [], others: [], isCertain: false }

/** Whether a count that is neither part nor sibling stands between part and claim: the rate may be of that. */
function hasOtherBetween({ before }: ShareContext, part: KnownPlacedFigure, term: RateTerm): boolean {
  return before.some(
    (figure) =>
      figure.at.start >= part.at.end &&
      figure.depth <= part.depth &&
      !isDelta(figure) &&
      !(isKnownPlaced(figure) && isPartOf(figure, term)) &&
      term.also?.test(subjectOf(figure)) !== true,
  )
}

/** Words that make a count one of some only. 当场整改120处, 初次就业: a part of the part, where the rate's name does not say the same. */
export const PARTIAL =
  /一般|重[大点]|较大|当[场天日]|立行立改|立即|立查立改|一次|首次|初次|现场|限[时期]|逾期|提前|优先|部分|先行|率先|按[期时]|及时|灵活|对口|自主|新增|累计/g

/** Whether a count is told to be only some of what a rate's name says. */
export function isPartialCount({ label }: KnownPlacedFigure, name: string): boolean {
  return (label.match(PARTIAL) ?? []).some((word) => word !== '累计' && word !== '新增' && !name.includes(word))
}

/** Whether a percentage between part and claim was given for the same pair already: 就业598人，就业率94.9%，……率86.3%. */
function isUsedUp({ percentages }: ShareContext, part: KnownPlacedFigure, reading: ShareReading, term: RateTerm): boolean {
  return percentages.some((figure) => {
    if (figure.at.start < part.at.end) return false
    return (
      /率[已均都]?(?:达到了?|[达为是]|约为)?$/.test(figure.label) &&
      (shareHolds(reading, figure.interval) || new RegExp(`${term.stem.replace('+', '\\+')}率`).test(figure.label))
    )
  })
}

/** Whether a whole ends as the part does (在园幼儿 for 民办园在园幼儿), so that it may stand before the semicolon. */
function isNamedAlike(whole: PlacedFigure, part: KnownPlacedFigure): boolean {
  const name = whole.label.replace(/(?:共有|现有|[共有])$/, '').slice(-4)
  return name.length >= 3 && part.label.endsWith(name)
}

/**
 * Whether a figure is itself the part of a rate given right behind it: 及格378人，及格率90%. 毕业生716人，就业率88% is none: a
 * rate of the table counts what its own words name.
 */
function isPartOfRate({ percentages }: ShareContext, figure: KnownPlacedFigure): boolean {
  return percentages.some(({ at, label }) => {
    if (at.start < figure.at.end || at.start - figure.at.end > label.length + 2 || !/率[已均都]?(?:达到了?|[达为是]|约为)?$/.test(label)) return false
    const term = rateNamed(label)?.term
    return term === undefined || isPartOf(figure, term) || !term.whole.test(subjectOf(figure))
  })
}

/** Words of a rate's name that narrow nothing. */
const GENERIC =
  /平均|综合|总体|整体|总(?!分)|全年|年度|本年度|今年|上半年|下半年|截至|目前|当前|累计|全[县区市镇乡校省园街道系统]{1,2}|[我本][县区市局校镇乡园]|完成|实际|工作|任务|目标|问题|隐患|项目|工程|事项|案件|诉求|资金|学前教育|幼儿园|[的其性综]/g

/** Whether what narrows a rate (对口就业率, 重大隐患整改率) is said of the part or the whole too, character for character. */
export function isQualified(name: string, term: RateTerm, figures: readonly KnownPlacedFigure[]): boolean {
  const qualifier = name.slice(0, -term.stem.length).replace(GENERIC, '')
  const words = figures.map(subjectOf).join('')
  return [...qualifier].every((character) => words.includes(character))
}

/** Whether a figure's words make it the part that a rate counts. */
export function isPartOf(figure: PlacedFigure, term: RateTerm): boolean {
  const behind = /^[^，。；]{0,8}/.exec(figure.noun)?.[0] ?? ''
  if (!term.part.test(figure.label) && (term.stem === 'A+' || !term.part.test(behind) || /^的?(?:问题|隐患)/.test(behind))) return false
  // 不合格率 counts what 不合格 names
  const plain = (words: string): string => (/^[不未]/.test(term.stem) ? words.replace(term.stem, '') : words)
  return !(PART_OF_OTHER.test(figure.label) || LEFT_OVER.test(figure.label) || NEGATED.test(plain(figure.label)) || NEGATED.test(plain(behind)))
}

/** 优秀 beside 良好 for 优良率, 公办 beside 民办普惠 for 普惠率. */
function sibling(own: readonly KnownPlacedFigure[], part: KnownPlacedFigure, term: RateTerm): KnownPlacedFigure[] {
  const { also } = term
  if (also === undefined || (/公办/.test(also.source) && !/民办/.test(subjectOf(part)))) return []
  const other = comparableWith(part, own).find((figure) => also.test(subjectOf(figure)) && figure !== part)
  return other === undefined ? [] : [other]
}

/** Points that a percentage may be off what a whole gives that the words do not name; one further off has another whole. */
const NEAR = 20

/** The wholes that the words point at: in the sentence those named as such, else its only one; before it, named ones. */
function choose(
  wholes: readonly KnownPlacedFigure[],
  parts: readonly KnownPlacedFigure[],
  term: RateTerm,
  { claim, block }: ShareContext,
): { keyed: readonly KnownPlacedFigure[]; isCertain: boolean } {
  const inside = wholes.filter(({ sentenceIndex }) => sentenceIndex === claim.sentenceIndex)
  const fitting = term.also === undefined ? inside : inside.filter((figure) => !term.also?.test(subjectOf(figure)))
  const named = fitting.filter((figure) => term.whole.test(subjectOf(figure)))
  if (named.length > 0) return { keyed: named, isCertain: named.length === 1 }
  const first = parts[0] as KnownPlacedFigure
  const near = fitting.filter(
    (total) => isPlausible({ parts, total }, claim.value, NEAR) && !/[；。]/.test(block.canonical.slice(total.at.end, first.at.start)),
  )
  if (near.length > 0) return { keyed: near, isCertain: near.length === 1 && fitting.length === 1 && term.isGuess !== true }
  if (term.isGuess === true || term.isTogether === true || fitting.length > 0) return { keyed: [], isCertain: false }
  const earlier = wholes.filter((figure) => figure.sentenceIndex !== claim.sentenceIndex && term.whole.test(figure.label))
  return { keyed: earlier, isCertain: earlier.length === 1 }
}
