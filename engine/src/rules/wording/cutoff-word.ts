import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const CUTOFF = /截止(?=到?(?:目前|今[天日年]|现在|当前|发稿|上月|本月|年底|月底|去年|上年|\d{4} ?年|\d{1,2} ?月|[一二三四五六七八九十]{1,2}月))/g
/** 报名截止9月30日: what comes to its end, and is rightly 截止. */
const ENDS =
  /(?:报名|申报|投标|征集|征稿|受理|登记|缴费|填报|提交|时间|日期|期限|招生|募集|投稿|办理|申请|意见|投票|评选|优惠|有效期|预约|收稿|展期|活动)(?:于|将)?$/

/** 截止9月底完成: the state up to a time is 截至; 截止 says that something ends. */
export default defineRule<'sentence', 'cutoff'>({
  id: 'wording/cutoff-word',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '“截至”写成了“截止”',
  summaryEn: '截止 where 截至 is meant',
  rationale: '“截至”后面带时间，说的是到那时为止的情况，事情还可以继续；“截止”是到期停止，如“报名于9月30日截止”。统计情况要用“截至”。',
  messages: {
    cutoff: { what: '统计到某一时间的情况，用“截至”，不用“截止”。', advice: '改为“截至”。', en: 'For the state up to a time, write 截至, not 截止.' },
  },
  examples: [
    {
      title: '月份、目前',
      text: '2024年工作总结\n\n⟦截止⟧9月底，开工率90%。⟦截止⟧目前，完成12项。',
      reports: ['cutoff', 'cutoff'],
      fixAll: true,
      fixed: '2024年工作总结\n\n截至9月底，开工率90%。截至目前，完成12项。',
    },
    { title: '带“到”的', text: '2024年工作总结\n\n⟦截止⟧到2024年12月，完成12项。', reports: ['cutoff'] },
    { title: '到期停止', text: '2024年工作总结\n\n报名于9月30日截止，报名截止9月30日，截止日期为10月8日，申报截止时间已过，截至12月底完成12项。', reports: [] },
  ],
  triggers: ['截止'],
  *check({ canonical }, { say }) {
    for (const match of matchesOf(CUTOFF, canonical)) {
      if (ENDS.test(canonical.slice(0, match.index))) continue
      const range = { start: match.index, end: match.index + 2 }
      yield { range, messageId: 'cutoff', fixes: [{ title: say('改为“截至”', 'Change to 截至'), safety: 'safe', edits: [{ ...range, newText: '截至' }] }] }
    }
  },
})
