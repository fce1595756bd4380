/** What a rate is made of: words for the part and for the whole; the part is looked for in a figure's words first. */
export interface RateTerm {
  /** the end of the rate's name, without 率 */
  readonly stem: string
  readonly part: RegExp
  readonly whole: RegExp
  /** the part is the sum of the figures that `part` finds and of those that this finds, where both are there */
  readonly also?: RegExp
  /** a rate that the table does not have: its words alone prove nothing */
  readonly isGuess?: boolean
  /** the whole stands in the sentence of the part: a company's debts are not set against another company's assets */
  readonly isTogether?: boolean
}

const ENTRANTS = /参加|参考|报名|考生|应考|应届|毕业生|学生|人数|报考|实考/
const CHECKED = /参加|检[测查验]|抽[查检测考]|监测|测试|体检|学生|[总共应全]/
const PROJECTS = /项目|工程|[总共全]|计划|任务|实施|安排/

/** Rates of work reports and the two counts behind each. The longest stem that a rate's name ends with is used. */
export const RATE_TERMS: readonly RateTerm[] = [
  { stem: '开工', part: /开工/, whole: PROJECTS },
  { stem: '复工', part: /复工/, whole: PROJECTS },
  { stem: '竣工', part: /竣工|完工/, whole: PROJECTS },
  { stem: '完工', part: /完工|竣工/, whole: PROJECTS },
  { stem: '投产', part: /投产/, whole: PROJECTS },
  { stem: '支付', part: /支付|拨付|支出/, whole: /投入|下达|资金|预算|安排|到位|总/ },
  { stem: '拨付', part: /拨付|支付/, whole: /投入|下达|资金|预算|安排|到位|总/ },
  { stem: '执行', part: /执行|支出/, whole: /预算|下达|安排|资金/ },
  { stem: '审计', part: /审计意见|审计报告|审计|出具/, whole: /项目|工程|送审|总|共/ },
  { stem: '完成', part: /完成/, whole: /目标|任务|计划|[应总共]|年度/ },
  { stem: '合格', part: /合格/, whole: CHECKED },
  { stem: '不合格', part: /不合格/, whole: CHECKED },
  { stem: '及格', part: /及格/, whole: CHECKED },
  { stem: '优秀', part: /优秀/, whole: CHECKED },
  { stem: '优良', part: /优良|良好/, also: /优秀/, whole: CHECKED },
  { stem: '达标', part: /达标/, whole: CHECKED },
  { stem: '就业', part: /就业/, whole: /毕业/ },
  { stem: '落实', part: /落实/, whole: /毕业/ },
  { stem: '录取', part: /录取/, whole: ENTRANTS },
  { stem: '升学', part: /升学|升入/, whole: ENTRANTS },
  { stem: '上线', part: /上线|达线/, whole: ENTRANTS },
  { stem: '巩固', part: /巩固|在校/, whole: /入学|应|招收/ },
  { stem: '整改', part: /整改|整治|销号/, whole: /发现|排查|查出|隐患|问题|反馈/ },
  { stem: '整治', part: /整治|整改/, whole: /发现|排查|查出|隐患|问题|反馈/ },
  { stem: '销号', part: /销号/, whole: /发现|排查|查出|隐患|问题|反馈/ },
  { stem: '办结', part: /办结/, whole: /受理|收到|接到|接收|转办|交办|应/ },
  { stem: '办复', part: /办复|答复/, whole: /受理|收到|接到|接收|转办|交办|建议|提案/ },
  { stem: '解决', part: /解决/, whole: /受理|收到|接到|反映|诉求|问题/ },
  { stem: '化解', part: /化解/, whole: /受理|收到|接到|排查|矛盾|纠纷/ },
  { stem: '调解成功', part: /成功/, whole: /调解|受理/ },
  { stem: '回收', part: /回收|收回/, whole: /发放|发出/ },
  { stem: '参与', part: /参与|参加/, whole: /[应总共全]|在校/ },
  { stem: '参保', part: /参保/, whole: /[应总共全]|人口/ },
  { stem: '参合', part: /参合/, whole: /[应总共全]|人口/ },
  { stem: '接种', part: /(?:^|[^应])接种/, whole: /[应总共全]|人群/ },
  { stem: '到考', part: /实考|到考/, whole: /应考|报考|报名/ },
  { stem: '到会', part: /实到|到会|参会/, whole: /应到|应/ },
  { stem: '移交', part: /(?:^|[^应未])移交/, whole: /[应总共全]/ },
  { stem: '签约', part: /签约/, whole: /[应总共全]|常住/ },
  { stem: '接入', part: /接入/, whole: /[应总共全]|学校|食堂/ },
  { stem: '资产负债', part: /负债/, whole: /(?:^|[^净])资产/, isTogether: true },
  { stem: '压减', part: /压减|注销/, whole: /原有|总|共|机构/ },
  { stem: '普惠', part: /普惠/, also: /公办/, whole: /在园/ },
  { stem: '普惠性幼儿园覆盖', part: /普惠/, also: /公办/, whole: /在园/ },
  { stem: '普惠性学前教育覆盖', part: /普惠/, also: /公办/, whole: /在园/ },
  { stem: '普惠园覆盖', part: /普惠/, also: /公办/, whole: /在园/ },
  { stem: 'A+', part: /A\+$/, whole: ENTRANTS },
  { stem: '通过', part: /通过/, whole: /参加|申报|报名|送审|抽查/ },
  { stem: '获奖', part: /获奖/, whole: /参赛|参加|选送|报送/ },
]

/** The term of a rate by its name without 率 (`教师合格`, `A+`); nothing for a rate that is no share of counts. */
export function rateTermOf(name: string): RateTerm | undefined {
  let best: RateTerm | undefined
  for (const term of RATE_TERMS) if (name.endsWith(term.stem) && term.stem.length > (best?.stem.length ?? 0)) best = term
  return best ?? plainTerm(name)
}

/** Rates that are no share of counts, or whose last word does not name the part. */
const NO_SHARE =
  /增长|增幅|下降|降低|利$|[税汇效化]|死亡|发病|出生|周转|生产|使用|贡献|杠杆|负债|收益|报酬|森林|失业|通胀|城镇|利用|回报|赤字|入学|入园|流转|辍学|近视|知晓|满意|出勤|到课|达标|公办|参与/

/** A rate that the table does not have: its last word names the part (结案率, 采纳率), whatever stands before is the whole. */
function plainTerm(name: string): RateTerm | undefined {
  const stem = name.slice(-2)
  if (!/^[\u4e00-\u9fff]{2}$/.test(stem) || NO_SHARE.test(stem)) return undefined
  return { stem, part: new RegExp(stem), whole: new RegExp(`应${stem}`), isGuess: true }
}
