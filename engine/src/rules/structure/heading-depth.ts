import { introductionIn } from '../../document/siblings.js'
import { namesakes, wrongDepths } from '../../document/heading-depths.js'
import { redepth } from '../../document/renumber.js'
import { levelSlipsOf } from '../../document/sibling-level-slips.js'
import { defineRule } from '../../linting/rule.js'

/** A Markdown heading whose depth is not that of the other headings with its kind of ordinal. */
export default defineRule<'document', 'depth'>({
  id: 'structure/heading-depth',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: 'Markdown 标题的级别与序号层次不一致',
  summaryEn: 'Markdown heading depth disagrees with the level of its ordinal',
  rationale: 'Markdown 用“#”的个数表示标题级别，公文用序号表示层次，两者应当一致：同样是“（一）”，有的用三个“#”，有的用四个，转成文档后字体、目录都会错。',
  messages: {
    depth: {
      what: '“{actual}”用了{depth}个“#”，同样的序号在别处用{expected}个。',
      advice: '改为{expected}个“#”，使标题级别与序号层次一致。',
      en: '“{actual}” has {depth} “#”; the same kind of ordinal has {expected} elsewhere.',
    },
  },
  examples: [
    {
      title: 'Markdown 级别与序号不符',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n发展党员3名。\n\n### （二）抓教学\n\n听课40节。\n\n#### ⟦（三）⟧抓安全\n\n排查隐患12处。',
      reports: ['depth'],
      fixed: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n发展党员3名。\n\n### （二）抓教学\n\n听课40节。\n\n### （三）抓安全\n\n排查隐患12处。',
    },
    {
      title: '级别与序号一致',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n发展党员3名。\n\n## 二、下一步打算\n\n### （一）增加学位\n\n新建学校1所。',
      reports: [],
    },
  ],
  reads: () => [introductionIn],
  readsAnyLine: true,
  *check({ outline }, { say }) {
    const { slips } = levelSlipsOf(outline)
    // with its own kind right under it, a heading has the wrong ordinal: see structure/ordinal-level
    const others = new Set(namesakes(outline))
    for (const [heading, usual] of wrongDepths(outline)) {
      const { ordinal, depth } = heading
      if (ordinal === undefined || slips.has(heading) || others.has(heading)) continue
      const edits = redepth(heading, usual - depth)
      yield {
        range: heading.ordinalRange ?? heading,
        messageId: 'depth',
        args: { actual: ordinal.text, depth, expected: usual },
        fixes: edits.length === 0 ? [] : [{ title: say(`改为${usual}个“#”`, `Use ${usual} “#”`), safety: 'safe', edits }],
      }
    }
  },
})
