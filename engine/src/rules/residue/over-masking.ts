import { eatenWordsOf } from '../../document/over-masking.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'eaten' | 'emptied'

/** A mask put over more than the name: 实X区生产总值, X区工作者, 党的XX大. */
export default defineRule<'block', MessageId>({
  id: 'residue/over-masking',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '脱敏时误伤了别的词',
  summaryEn: 'Masking ate into other words',
  rationale:
    '用查找替换给文稿脱敏，常把“实现地区生产总值”替成“实X区生产总值”，把“社区工作者”替成“X区工作者”，把“党史学习教育”替成“xx学习教育”。这些词本来就不必隐去，替坏了就读不通。',
  messages: {
    eaten: { what: '“{words}”像是脱敏时误替换的，原词可能是“{likely}”。', advice: '对照原稿恢复。', en: '“{words}” looks like “{likely}” damaged by masking.' },
    emptied: {
      what: '{words} 里是空的，名称可能在脱敏或过滤时被删去了。',
      advice: '对照原稿补全。',
      en: '{words}: a name seems to have been removed here.',
    },
  },
  examples: [
    {
      title: '“地区”“社区”被替换',
      text: '2024年工作总结\n\n全年⟦实X区生产总值⟧86亿元，招募⟦X区⟧工作者120名。',
      reports: ['eaten', 'eaten'],
      message: '“实X区生产总值”像是脱敏时误替换的，原词可能是“实现地区生产总值”。',
    },
    { title: '不必隐去的词', text: '2024年工作总结\n\n深入学习⟦党的XX大⟧精神，扎实开展⟦xx⟧学习教育，缩小⟦XX乡⟧差距。', reports: ['eaten', 'eaten', 'eaten'] },
    { title: '名称被删空', text: '2024年工作总结\n\n以⟦“”⟧重要思想为指导，印发⟦《》⟧。', reports: ['emptied', 'emptied'] },
    { title: '名称本身的脱敏、术语里的X', text: '2024年工作总结\n\nX区教育局推进社区工作者队伍建设，落实1+X证书制度，城乡居民医保参保率达99%。', reports: [] },
  ],
  triggers: [...'Xx×*', '“”', '《》', '党的和'],
  *check(block) {
    for (const { start, end, likely } of eatenWordsOf(block)) {
      const words = block.text.slice(start, end)
      const isEmpty = words === '“”' || words === '《》'
      yield {
        range: { start, end },
        messageId: isEmpty ? 'emptied' : 'eaten',
        args: isEmpty ? { words } : { words, likely },
      }
    }
  },
})
