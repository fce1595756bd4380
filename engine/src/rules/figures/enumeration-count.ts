import { countedLists, countHolds, namedSets, type CountedList } from '../../figures/counted-list.js'
import { namedRepeats } from '../../figures/named-repeats.js'
import { plainLists } from '../../figures/plain-list.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'fewer' | 'more'

/** “甲”“乙”“丙”两大行动: what is named must be as many as is said. */
export default defineRule<'sentence', MessageId>({
  id: 'figures/enumeration-count',
  scope: 'sentence',
  severity: 'warning',
  source: 'arithmetic',
  summary: '列举的个数与所说的数目不符',
  summaryEn: 'The number of things named is not the number given',
  rationale:
    '“甲、乙、丙3所学校”，列了几个就应该是几；后面有“等”的，列出的不应比总数多；“三名”工程、“四化”一类的提法，括号里解释的项数应与数字一致。不符，不是数错了就是漏了“等”字、漏了一项。',
  messages: {
    fewer: {
      what: '列了{named}个（{members}），说的却是{stated}个。',
      advice: '请核对个数；没有列全的，在最后一个后面加“等”。',
      en: '{named} are named ({members}), but {stated} are counted.',
    },
    more: {
      what: '列了{named}个（{members}），比所说的{stated}个多。',
      advice: '请核对个数。',
      en: '{named} are named ({members}), more than the {stated} counted.',
    },
  },
  examples: [
    {
      title: '引号列了三个',
      text: '2024年工作总结\n\n实施“学位扩容”“质量提升”“队伍强基”⟦两大⟧工程。',
      reports: ['more'],
      message: '列了3个（“学位扩容”“质量提升”“队伍强基”），比所说的2个多。',
    },
    { title: '校名列了两个，没有“等”', text: '2024年工作总结\n\n新建城东小学、河西小学⟦3所⟧学校。', reports: ['fewer'] },
    { title: '有“等”，列的却更多', text: '2024年工作总结\n\n建成“书香校园”“绿色校园”“平安校园”等⟦2个⟧品牌。', reports: ['more'] },
    { title: '提法与解释', text: '2024年工作总结\n\n推进⟦“三名”⟧工程（名校长、名教师）建设。', reports: ['fewer'] },
    {
      title: '“几个某某”与后面重复的词',
      text: '2024年工作总结\n\n工作中做到⟦“四个坚持”⟧：坚持学习、坚持实干、坚持清廉。落实⟦“三个到位”⟧，即责任到位、经费到位、人员到位、督查到位。',
      reports: ['fewer', 'more'],
    },
    {
      title: '“几个某某”，列得相符，没有列全，或分几句说',
      text: '2024年工作总结\n\n做到“三个坚持”：坚持学习在先，坚持质量为本和坚持清廉从教。落实“四个到位”：一是责任到位，二是经费到位，三是人员到位，四是督查到位。突出“三个聚焦”：聚焦课堂，深化教研；聚焦教师，强化培训。开展“五个强化”：强化备课、强化上课等。做到“三个坚持”：坚持学习、坚持实干。坚持清廉。',
      reports: [],
    },
    {
      title: '个数相符、有“等”',
      text: '2024年工作总结\n\n实施“甲行动”“乙行动”两大工程，改造城东小学、河西小学2所学校，建成“书香校园”“绿色校园”等5个品牌，推进“三名”工程（名校长、名教师、名班主任）建设。',
      reports: [],
    },
    {
      title: '不加引号的名称；一个引号里的几项',
      text: '2024年工作总结\n\n开设护理、烹饪、电子商务、汽车维修等⟦3个⟧专业。聚焦“扩优、提质、增效、强师”⟦三大⟧任务。设置初赛、复赛、决赛三个环节，⟦四个⟧环节环环相扣。',
      reports: ['more', 'more', 'fewer'],
      message: '列了4个（护理、烹饪、电子商务、汽车维修），比所说的3个多。',
    },
    {
      title: '名称写在数目后面',
      text: '2024年工作总结\n\n新建学校⟦4所⟧：城东幼儿园、河西小学、开发区初中，总投资1.2亿元。帮扶村小⟦4所⟧，分别为桥头村小、石坝村小和柳林村小。举办⟦“三大节”⟧：体育节、艺术节、科技节、读书节。开设社团⟦3个⟧（书法、合唱、围棋、篮球）。',
      reports: ['fewer', 'fewer', 'more', 'more'],
    },
    {
      title: '几层并列、没有列全、按标段和类别数',
      text: '2024年工作总结\n\n组织教师、学生参加语文、数学、英语等3项竞赛。建设教学楼、宿舍楼、食堂两个标段。开设社团5个（书法、合唱、围棋）。新增专业3个：护理、康复等。坚持三个结合：集中与分散、线上与线下、校内与校外相结合。把握三个环节：抓学习、强素质，抓管理、促规范。设立4个小组：综合组、宣传组、督查组和后勤组，每组3人。配备党建、教学、德育、安全、后勤5个平台。在河东、河西、城关新建2所小学。语文、数学、英语各2门校本课程。建成集餐饮、住宿、购物于一体的2个综合体。发现用电、燃气、食品方面2个问题。获得全国文明校园、省级绿色学校、市级平安校园等1项国家级、2项省级荣誉。开设课程2门：生态与环境、健康与安全。实施项目2个：教学楼、宿舍楼建设和运动场改造。新建站点4个：城东、城西及城南、城北。立项课题6项：国家级1项、省级2项、市级3项。',
      reports: [],
    },
    {
      title: '列的是类别而不是名称',
      text: '2024年工作总结\n\n新建公办幼儿园、农村小学5所，实施新建、改扩建学校25所，开设“书法”课程和“围棋”社团，共12个项目。',
      reports: [],
    },
  ],
  triggers: ['”', '》', '、'],
  *check(sentence) {
    const seen = new Set<number>()
    for (const list of [...countedLists(sentence), ...namedSets(sentence), ...namedRepeats(sentence), ...plainLists(sentence)]) {
      // one count is told once, by what knows its list best
      if (seen.has(list.count.start)) continue
      seen.add(list.count.start)
      if (countHolds(list)) continue
      const names = list.members.map((member) => member.slice(-12))
      const shown = names.length > 4 ? [...names.slice(0, 3), `……${names[names.length - 1] ?? ''}`] : names
      yield {
        range: list.count,
        messageId: isTooMany(list) ? 'more' : 'fewer',
        args: { named: list.members.length, stated: list.stated, members: shown.join(/^“|^《/.test(shown[0] ?? '') ? '' : '、') },
      }
    }
  },
})

function isTooMany({ members, stated }: CountedList): boolean {
  return members.length > stated
}
