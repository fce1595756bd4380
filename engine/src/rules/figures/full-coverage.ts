import { isComparable } from '../../document/figure.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, textBetween, written } from '../../figures/placed-figure.js'
import { defineRule } from '../../linting/rule.js'

const DONE = /(?:建成|建立|开展|配备|设立|设置|开设|安装|接入|完成|实现|覆盖|开通|通过)[^，。；]{0,14}$/

/** 整改率100%，还有4处正在整改: a rate of all that nothing narrows down, and what is left. */
const LEFT =
  /(?<=^|[，。；])((?:矛盾纠纷|纠纷|矛盾|隐患|问题|投诉|案件|信访事项)?(?:整改|办结|化解|完成|销号|处置|解决|治理)率)(?:达到?了?|为|均为)?100%[，；]((?:还有|尚有|仍有|其余|剩余)\d{1,6}[处件个项起户条])(?:隐患|问题)?(?:正在|未|尚未|待|限期|列入)/g

/** 参与率98%，实现全员参与: a rate below a hundred, and the same said to be full; 基本实现 is another thing. */
const NOT_FULL =
  /(?:(参与|参加)率|(覆盖)率)(?:达到?|为|均达)?(\d{1,2}(?:\.\d{1,2})?%)(?:以上)?，(?:[已均]|全面)?(?:实现|做到)了?(?:(全员(?:参与|参加))|(全覆盖))[，。；]/g

/** 全覆盖 behind fewer than all. */
export default defineRule<'block', 'partial' | 'left' | 'rate'>({
  id: 'figures/full-coverage',
  scope: 'block',
  severity: 'info',
  source: 'practice',
  summary: '写了“全覆盖”，前面的数却不是全部',
  summaryEn: 'Full coverage is claimed behind a count that is not all',
  rationale: '“全县62所学校，58所建成心理辅导室，实现全覆盖”：58不是62，“全覆盖”就说大了。应改数字，或者写明“全覆盖”的范围。',
  messages: {
    partial: {
      what: '前面是{total}中的{part}，后面说“全覆盖”。',
      advice: '核对两个数；只在一定范围内全覆盖的，写明范围。',
      en: '{part} of {total} is not full coverage.',
    },
    rate: {
      what: '前面说“{rate}”，后面又说“{words}”。',
      advice: '没有到百分之百的，不说“{words}”；说的是不同范围的，写明范围。',
      en: '“{rate}” is not “{words}”.',
    },
    left: {
      what: '前面说“{rate}100%”，后面又说{left}没有完成。',
      advice: '核对两个数；百分之百只对一部分说的，写明是哪一部分。',
      severity: 'warning',
      en: '“{rate}100%”, yet {left} are left.',
    },
  },
  examples: [
    {
      title: '不到全部',
      text: '2024年工作总结\n\n全县有中小学62所，建成心理辅导室58所，实现⟦全覆盖⟧。',
      reports: ['partial'],
      message: '前面是62所中的58所，后面说“全覆盖”。',
    },
    {
      title: '百分之百之后还有没完成的',
      text: '2024年工作总结\n\n发现隐患46处，整改率100%，⟦还有5处⟧正在整改。纠纷化解率为100%，⟦尚有2起⟧正在调处。',
      reports: ['left', 'left'],
      message: '前面说“整改率100%”，后面又说还有5处没有完成。',
    },
    {
      title: '不到百分之百，又说全员、全覆盖',
      text: '2024年工作总结\n\n课后服务学生参与率达97%，实现⟦全员参与⟧。体检覆盖率为96.5%，实现⟦全覆盖⟧。',
      reports: ['rate', 'rate'],
      message: '前面说“参与率达97%”，后面又说“全员参与”。',
    },
    {
      title: '基本实现、另有范围',
      text: '2024年工作总结\n\n课后服务学生参与率达97%，实现学校全覆盖。体检覆盖率为96.5%，基本实现全覆盖。教师参与率100%，实现全员参与。',
      reports: [],
    },
    {
      title: '百分之百的是一部分',
      text: '2024年工作总结\n\n一般隐患整改率100%，还有2处重大隐患正在整改。受理投诉32件，办结率100%。发现问题18个，当场整改率100%，其余3个限期整改。',
      reports: [],
    },
    {
      title: '全部，或另有范围',
      text: '2024年工作总结\n\n全县有中小学62所，建成心理辅导室62所，实现全覆盖。全县有学校90所，其中乡村学校开通专线40所，实现乡村学校全覆盖。今年新开通专线12所，实现全覆盖。',
      reports: [],
    },
  ],
  triggers: ['全覆盖', '全员', '100%'],
  *check(block) {
    for (const match of block.canonical.matchAll(LEFT)) {
      const [whole, rate, left] = match as unknown as [string, string, string]
      const start = match.index + whole.lastIndexOf(left)
      yield { range: { start, end: start + left.length }, messageId: 'left', args: { rate, left: left.replace(/^(?:还有|尚有|仍有|其余|剩余)/, '还有') } }
    }
    for (const match of block.canonical.matchAll(NOT_FULL)) {
      const words = match[4] ?? match[5] ?? ''
      if ((match[1] === undefined) !== (match[4] === undefined)) continue
      const start = match.index + match[0].lastIndexOf(words)
      yield { range: { start, end: start + words.length }, messageId: 'rate', args: { rate: match[0].slice(0, match[0].indexOf('，')), words } }
    }
    const quantities = quantitiesOf(block)
    for (const [i, part] of quantities.entries()) {
      const total = quantities[i - 1]
      if (
        total === undefined ||
        total.sentenceIndex !== part.sentenceIndex ||
        !isKnownPlaced(part) ||
        !isKnownPlaced(total) ||
        part.kind !== 'count' ||
        !isComparable(part, total)
      )
        continue
      if (
        part.unit !== total.unit ||
        isDelta(part) ||
        isPerUnit(part) ||
        isDelta(total) ||
        part.approximation !== 'exact' ||
        total.approximation !== 'exact' ||
        !DONE.test(part.label)
      )
        continue
      const between = textBetween(block, total, part)
      const claim = /^[^，。；\d]{0,6}，(?:[已均都]|基本|率先|全面)?(?:实现|做到)了?(全覆盖)[，。；]/.exec(block.canonical.slice(part.at.end, part.at.end + 24))
      if (claim === null || between.length > 20 || /[；。新另]|其中/.test(between) || part.value.compare(total.value) >= 0) continue
      const start = part.at.end + claim[0].length - 4
      yield {
        range: { start, end: start + 3 },
        messageId: 'partial',
        args: { total: written(total), part: written(part) },
        related: [
          { ...total.at, message: written(total) },
          { ...part.at, message: written(part) },
        ],
      }
    }
  },
})
