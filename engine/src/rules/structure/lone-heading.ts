import { sequencesOf, introductionIn } from '../../document/siblings.js'
import { defineRule } from '../../linting/rule.js'

/** 1、护理人员不足。2、设备陈旧。: the second stands in the paragraph of the first. */
const NEXT_INSIDE = /[。；](?:（二）|二、|（2）|2[.．、]|②)/

/** A lone （一） under a heading, where the other headings have several. */
export default defineRule<'document', 'lone'>({
  id: 'structure/lone-heading',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '下一级只有一个标题',
  summaryEn: 'A single sub-heading',
  rationale: '分层次是为了并列几项内容；只有“（一）”没有“（二）”，要么不必分层，要么后面的内容丢了。',
  messages: {
    lone: {
      what: '“{parent}”下面只有一个“{actual}”，没有“{expected}”。',
      advice: '核对后文是否丢失；如只有一项，可不设这一层。',
      en: '“{actual}” is the only one under “{parent}”; there is no “{expected}”.',
    },
  },
  examples: [
    {
      title: '只有“（一）”',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。\n\n二、存在问题\n\n⟦（一）⟧师资不足\n缺编12人。',
      reports: ['lone'],
      message: '“二、”下面只有一个“（一）”，没有“（二）”。',
    },
    { title: '每个标题下都有几项', text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。', reports: [] },
    { title: '后一项接在同一段里', text: '2024年工作总结\n\n一、存在问题\n\n1.师资不足。紧缺学科教师少。2.学位偏紧。东片区班额大。', reports: [] },
  ],
  reads: () => [introductionIn, ({ canonical }) => String(NEXT_INSIDE.test(canonical))],
  *check({ outline }) {
    for (const group of sequencesOf(outline)) {
      const [section] = group
      const heading = section?.heading
      const above = section?.parent?.heading?.ordinal
      if (
        group.length !== 1 ||
        heading?.ordinal === undefined ||
        above === undefined ||
        heading.ordinal.value !== 1 ||
        heading.isJoinedBefore ||
        NEXT_INSIDE.test(heading.at.block.canonical) ||
        section?.parent?.children.length !== 1
      )
        continue
      const { ordinal, ordinalRange } = heading
      const expected = ordinal.text.replace(/[一1①]/, ordinal.style.endsWith('digit') ? '2' : ordinal.style === 'circled' ? '②' : '二')
      yield { range: ordinalRange ?? heading, messageId: 'lone', args: { parent: above.text, actual: ordinal.text, expected } }
    }
  },
})
