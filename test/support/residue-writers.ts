/**
 * Lines that a site may have left and a writer may have put there: alone, nobody can tell. A rule may doubt them, but no safe
 * fix takes them: whoever applies all safe fixes looks at none of them.
 */
export const WRITERS_LINES: readonly string[] = [
  '责任编辑：王小明',
  '责编：张慧　审核：李建国',
  '技术支持：市大数据中心',
  '成文日期：2024年12月30日',
  '公开方式：主动公开',
  '内容概述：全年共举办培训12期，覆盖乡镇26个。',
  '相关链接：',
  '推荐阅读：',
  '延伸阅读：《2024年全市教育工作要点》',
  '商务合作：签约项目12个',
  '投稿邮箱：jyj@example.gov.cn',
  '修订记录：2024年12月第二次修订',
  '版权声明：校本教材《家乡的河》已作登记',
  '免责声明：本预测数据仅供决策参考',
  '资源名称：数字教材',
  '所属分类：基础教育',
  '作品编号：A2024-016',
  '字体：仿宋',
  '所在位置：城东新区文化路18号',
  '信息来源：各镇街报送材料',
  '备案号：2024-0126',
  '政务微博',
  '政务微信',
  '新闻中心',
  '意见反馈',
  '资料下载',
  '#校园安全 #家校共育',
  '#劳动教育#',
  '上午 8:30/11:30',
  '（通讯员：李明）',
  '（来源：省统计局网站）',
  '编辑 | 12人',
  '审核｜李明',
  '1200人次阅读',
  '学习强国相关阅读：',
  '更新于2024年12月的台账',
  '扫一扫',
  '关于我们',
]

/** A line of a report with a piece that a site may have left and a writer may have written. */
export const WRITERS_PIECES: readonly string[] = [
  '全市人均可支配收入3.2万元，增长5.6%（来源：市统计局网站）。',
  '活动照片由学校拍摄（图片来源：清河教育公众号）。',
  '印发《家长手册》2000册（扫码关注公众号可下载电子版）。',
  '推行电子会员制（会员凭码借阅，可下载电子资源），服务读者1.2万人次。',
]

/** Titles whose end a site may have put there and a writer may have written. */
export const WRITERS_TITLES: readonly string[] = ['某区教育局2024年工作总结（上篇）', '某区教育局2024年工作总结（第一篇）', '某区教育局2024年工作总结（第2篇）']
