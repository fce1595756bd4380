import assert from 'node:assert/strict'
import { ReportDocument } from './report-document.js'
import type { ResidueBlock } from './residue.js'

const BODY = '2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效，群众满意度稳步提升。'
const TITLE = '某区教育局2024年工作总结'

function read(...lines: string[]): { document: ReportDocument; kinds: string[] } {
  const document = new ReportDocument(lines.join('\n'), 'plain')
  return { document, kinds: document.residue.map((block) => `${textOf(document, block)}：${block.kind}${block.isCertain ? '' : '？'}`) }
}

function textOf(document: ReportDocument, { index, parts }: ResidueBlock): string {
  const text = document.blocks[index]?.block.text ?? ''
  return parts === undefined ? text : parts.map(({ start, end }) => text.slice(start, end)).join('|')
}

describe('classifyResidue', () => {
  it('judges by what a line says', () => {
    assert.deepEqual(read('本文档由用户上传，版权归属用户', TITLE, BODY).kinds, ['本文档由用户上传，版权归属用户：share-notice'])
    assert.deepEqual(read(TITLE, BODY, '免责声明：以上内容来自网络，版权归原作者').kinds, ['免责声明：以上内容来自网络，版权归原作者：share-notice'])
    assert.deepEqual(read('首页 > 政务公开 > 工作总结', TITLE, BODY).kinds, ['首页 > 政务公开 > 工作总结：page-meta'])
    assert.deepEqual(read(TITLE, BODY, '下载 收藏 打印 关闭').kinds, ['下载 收藏 打印 关闭：page-tool'])
  })

  it('sees through spellings that evade filters', () => {
    assert.deepEqual(read(TITLE, BODY, '更{多}公文材料，关注公#众号').kinds, ['更{多}公文材料，关注公#众号：advert'])
    assert.deepEqual(read(TITLE, BODY, '請加微\u200b信 molin8888 領取全\u200b套資料').kinds.length, 1)
    assert.deepEqual(read(TITLE, BODY, '创%素材[库：每日更新').kinds, ['创%素材[库：每日更新：advert？'])
  })

  it('weighs the place: a label counts above and below the report, not inside it', () => {
    assert.deepEqual(read(TITLE, BODY, '来源：墨林文苑').kinds, ['来源：墨林文苑：page-meta？'])
    assert.deepEqual(read(TITLE, BODY, '来源：墨林文苑', BODY).kinds, [])
  })

  it('learns the name of a site from its notices', () => {
    const notice = '墨林文苑整理，其他途径获得的资料均不完整'
    assert.deepEqual(read(notice, '墨林文苑', TITLE, BODY).kinds, [`${notice}：member-notice`, '墨林文苑：site-name'])
    assert.deepEqual(read('墨林文苑', TITLE, BODY).kinds, [], 'without a notice a line alone says nothing')
    assert.deepEqual(read(notice, '教育', TITLE, BODY).kinds, [`${notice}：member-notice`], 'a word of the report is no name')
  })

  it('takes a numbered notice together, and stops where the report’s own list begins', () => {
    const { kinds } = read('温馨提示：', '1. 本文档由会员上传。', '2. 打不开请刷新。', '一、党建工作', BODY)
    assert.deepEqual(kinds, ['温馨提示：：notice', '1. 本文档由会员上传。：notice', '2. 打不开请刷新。：notice'])
    assert.deepEqual(read(TITLE, BODY, '注意事项：', '1. 各校要按时上报。', '2. 各科室要加强检查。').kinds, [])
  })

  it('marks fragments of a cover beside residue', () => {
    assert.deepEqual(read('网站客服：1234567890', '2024', '某区教育局', '工作总结', TITLE, BODY).kinds, [
      '网站客服：1234567890：page-tool',
      '2024：cover？',
      '某区教育局：cover？',
      '工作总结：cover？',
    ])
    assert.deepEqual(read('2024', '某区教育局', '工作总结', TITLE, BODY).kinds, [])
  })

  it('marks what stands between two lines of residue, but no title and no signature', () => {
    assert.deepEqual(read(TITLE, BODY, '责任编辑：王小明', '每天更新一点点', '相关文章').kinds, [
      '责任编辑：王小明：page-meta',
      '每天更新一点点：site-name？',
      '相关文章：page-tool',
    ])
    assert.deepEqual(read(TITLE, BODY, '责任编辑：王小明', '某区教育局', '2024年12月30日', '相关文章').kinds, [
      '责任编辑：王小明：page-meta',
      '相关文章：page-tool',
    ])
  })

  it('gives pieces where the rest of the line is the report’s, and leaves such a line readable', () => {
    const { document, kinds } = read(
      `【范文大全】${TITLE}`,
      `${BODY}现将有关情况总结如下：（本文来源于网络）`,
      '一、党建工作',
      `${BODY}以上是小编为大家整理的内容。${BODY}`,
    )
    assert.deepEqual(kinds, ['【范文大全】：page-meta', '（本文来源于网络）：editor-lead', '以上是小编为大家整理的内容。：editor-lead？'])
    assert.equal([...document.prose()].length, 4)
  })

  it('takes a site’s suffix off a title and leaves the title', () => {
    assert.deepEqual(read(`${TITLE}（精选12篇）`, BODY).kinds, ['（精选12篇）：editor-lead'])
    assert.deepEqual(read(`${TITLE}（征求意见稿）`, BODY).kinds, [])
  })

  it('leaves a line that announces what follows, behind the labels of a page', () => {
    const labels = ['名称：某单位工作总结', '文号：无', '主题分类：教育', '发文机关：办公室']
    const { kinds } = read(TITLE, BODY, ...labels, '主要指标完成情况如下：', BODY)
    assert.deepEqual(
      kinds.map((kind) => kind.replace(/：.*/, '')),
      ['名称', '文号', '主题分类', '发文机关'],
    )
  })

  it('knows marks between samples only when there are two', () => {
    assert.deepEqual(read('教育局工作总结 篇1', BODY, '教育局工作总结 篇2', BODY).kinds, [
      '教育局工作总结 篇1：sample-mark？',
      '教育局工作总结 篇2：sample-mark？',
    ])
    assert.deepEqual(read('教育局工作总结 篇1', BODY).kinds, [])
  })

  it('takes a table of contents by its dots, and leaves a list of figures', () => {
    assert.deepEqual(read(TITLE, '目    录', '一、主要工作........1', '二、存在的问题    4', '三、下步打算……………… 5', BODY).kinds, [
      '目    录：contents？',
      '一、主要工作........1：contents？',
      '二、存在的问题    4：contents？',
      '三、下步打算……………… 5：contents？',
    ])
    assert.deepEqual(read(TITLE, BODY, '小学    12', '初中    5', '一、主要工作……', BODY).kinds, [])
  })

  it('knows the mail that a report came in, its letter and its signature', () => {
    const mail = ['发件人: 陈立', '收件人: 王科', '抄送: 李局', '附件: 总结3稿.docx', '王科，您好！']
    const foot = ['某区教育局', '2024年12月30日', '陈立', '办公室', '来自我的手机']
    assert.deepEqual(
      read(...mail, TITLE, BODY, ...foot).kinds.map((kind) => kind.replace(/.*：/, '')),
      ['mail', 'mail', 'mail', 'mail', 'mail？', 'mail？', 'mail？', 'software'],
    )
    assert.deepEqual(read(TITLE, BODY, '附件：1.统计表', '抄送：各镇街', '某区教育局', '2024年12月30日', '（联系人：陈立）').kinds, [])
  })

  it('takes a row of words above the title or beside residue for a menu, and none inside the report', () => {
    const menu = '学校概况  新闻动态  德育天地  校务公开'
    assert.deepEqual(read(menu, TITLE, BODY).kinds, [`${menu}：page-tool？`])
    assert.deepEqual(read(TITLE, BODY, menu, BODY).kinds, [])
    assert.deepEqual(read(TITLE, BODY, '序号  项目  单位  负责人').kinds, [])
  })

  it('takes what a chat page shows in the place of its pictures', () => {
    assert.deepEqual(read(TITLE, BODY, '图片', '（左右滑动查看更多）', BODY).kinds, ['图片：page-tool？', '（左右滑动查看更多）：page-tool？'])
    assert.deepEqual(read(TITLE, BODY, '图片展览12场', '图1 办学规模变化', BODY).kinds, [])
  })

  it('leaves a section of the report that a site put a bracket into', () => {
    const section = '（三）人才工作创新突破。引进高层次人才86名，［本文由墨林文库会员上传］评审中级职称320人。'
    assert.deepEqual(read(TITLE, BODY, section).kinds, ['［本文由墨林文库会员上传］：share-notice'])
  })

  it('says what can go without a look: a label goes with the page that it stands in', () => {
    const safe = (...lines: string[]): boolean[] => read(TITLE, BODY, ...lines).document.residue.map(({ isSafe }) => isSafe)
    assert.deepEqual(safe('责任编辑：王小明'), [false])
    assert.deepEqual(safe('责任编辑：王小明', '扫一扫在手机打开当前页'), [true, true])
    assert.deepEqual(safe('责任编辑：王小明', '#校园安全 #家校共育'), [false, false])
  })

  it('is quick with hostile lines', () => {
    const hostile = [
      `（${'【'.repeat(20_000)}`,
      'a b '.repeat(10_000),
      '首页>'.repeat(10_000),
      '公@众#'.repeat(10_000),
      `${'温馨提示：\n'.repeat(5_000)}`,
      '更多资料'.repeat(8_000),
      '甲乙  '.repeat(10_000),
      '.'.repeat(20_000),
      '*某'.repeat(10_000),
      '“安全月'.repeat(5_000),
      `发件人：甲\n${'附件：乙\n'.repeat(5_000)}`,
    ].join('\n')
    const start = performance.now()
    read(hostile)
    assert.ok(performance.now() - start < 4_000)
  })
})
