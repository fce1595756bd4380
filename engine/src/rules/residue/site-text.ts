import type { PositionedBlock } from '../../document/outline.js'
import { safeRuns, removeLines, residueRegions, type ResidueRegion } from '../../document/residue-removal.js'
import type { ResidueBlock } from '../../document/residue.js'
import type { ReportDocument } from '../../document/report-document.js'
import type { Fix } from '../../linting/finding.js'
import { defineRule, type RuleContext } from '../../linting/rule.js'
import type { ResidueKind } from '../../lexicon/residue-phrases.js'

type MessageId = 'line' | 'doubtful' | 'part'

const NAMES: Readonly<Record<ResidueKind, readonly [string, string]>> = {
  'share-notice': ['资料分享网站的说明', 'a notice of a document-sharing site'],
  'member-notice': ['资料站的会员告示', 'a members’ notice of a site'],
  'editor-lead': ['网站编辑的按语', 'an editor’s words'],
  advert: ['推广、引流文字', 'an advertisement'],
  copyright: ['网站的版权声明、客服信息', 'a copyright or service notice of a site'],
  'page-tool': ['网页上的按钮、栏目', 'buttons or columns of a web page'],
  'page-meta': ['网页的发布信息、栏目名', 'metadata of a web page'],
  notice: ['网站的提示须知', 'a numbered notice of a site'],
  news: ['新闻稿的电头、署名', 'a news agency’s line'],
  'file-name': ['文件名', 'a file name'],
  'page-number': ['页码', 'a page number'],
  contents: ['连着页码的目录', 'a table of contents with its page numbers'],
  mail: ['邮件的收发信息、附言', 'part of the mail that it came in'],
  draft: ['起草、传阅时的附言', 'a note among drafters'],
  cover: ['封面上拆散的字', 'fragments of a cover'],
  'sample-mark': ['范文集的篇次', 'a mark between collected samples'],
  'site-name': ['网站名称、宣传语', 'the name or slogan of a site'],
  'ai-talk': ['写作软件（AI）的答话', 'the words of a writing tool (AI)'],
  software: ['扫描、转换软件留下的文字', 'the words of a scanning or converting program'],
  'user-phrase': ['设置中列出的残留文字', 'text listed as residue in the settings'],
}

/** What a site, a portal or a tool left in the text: one finding a line, or one for the piece of a line. */
export default defineRule<'document', MessageId>({
  id: 'residue/site-text',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '网站、资料站留下的文字',
  summaryEn: 'Text that a web site or a document-sharing site left',
  rationale:
    '从网页或资料站复制的文稿，常带着上传说明、会员告示、编辑按语、发布信息、客服号码等，报出去既不严肃，也暴露了稿子的来历。本规则按整片文字判断：说了什么、在什么位置、前后是什么；单独一个“下载”“会员”“公众号”不报。',
  messages: {
    line: { what: '此行是{what}，不是报告的内容。', advice: '整行删除。', en: 'This line is {what}, not part of the report.' },
    doubtful: {
      what: '此行疑似{what}，不像报告的内容。',
      advice: '核对后删除。',
      en: 'This line looks like {what}, not like part of the report.',
      severity: 'info',
    },
    part: { what: '“{words}”是{what}，不是报告的内容。', advice: '删去这几个字，保留报告正文。', en: '“{words}” is {what}, not part of the report.' },
  },
  examples: [
    {
      title: '篇首的发布信息',
      text: '某区教育局2024年工作总结\n\n⟦发布时间:2025-01-08 09:12 信息来源:区教育局 阅读次数:36⟧\n\n2024年，全区教育系统深入贯彻落实上级部署，加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
      reports: ['line'],
      message: '此行是网页的发布信息、栏目名，不是报告的内容。',
      fixed: '某区教育局2024年工作总结\n\n\n2024年，全区教育系统深入贯彻落实上级部署，加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
    },
    {
      title: '纯文本里的表格行',
      text: '2024年工作总结\n\n全县教师情况如下。\n\n教师数 3150 3200 50 1.6% 12 8\n\n| 学生数 | 1260 | 1310 | 50 | 4.0% | 2 |\n\n一、教学工作\n\n听课40节。',
      reports: [],
    },
    {
      title: '成段的须知',
      text: '⟦温馨提示：⟧\n⟦1. 该文档由会员上传，版权归原作者所有。⟧\n⟦2. 如不能正常打开，请刷新后再试。⟧\n某区教育局2024年工作总结\n\n2024年，全区教育系统深入贯彻落实上级部署，加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
      reports: ['line', 'line', 'line'],
      fixAll: true,
      fixed: '某区教育局2024年工作总结\n\n2024年，全区教育系统深入贯彻落实上级部署，加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
    },
    {
      title: '只有一部分是残留的行',
      text: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，现将主要工作总结如下：⟦（本文来源于网络）⟧\n\n一、加强党的建设',
      reports: ['part'],
      fixed: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，现将主要工作总结如下：\n\n一、加强党的建设',
    },
    {
      title: '资料站的名字独占一行',
      text: '⟦墨林文苑整理，其他途径获得的资料均不完整，完整版请咨询QQ1234567890⟧\n⟦墨林文苑⟧\n某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
      reports: ['line', 'line'],
    },
    {
      title: '篇尾的标签',
      text: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。\n\n⟦标签：⟧',
      reports: ['doubtful'],
    },
    {
      title: '写作软件的答话',
      text: '⟦好的，以下是根据您的要求撰写的工作总结：⟧\n某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。⟦作为一个AI语言模型，我无法核实上述数据。⟧\n\n某区教育局\n2024年12月30日\n\n⟦希望以上内容对您有所帮助！如需调整，请随时告诉我。⟧',
      reports: ['line', 'part', 'line'],
    },
    {
      title: '答话混在短段落里，段落的其余是报告的',
      text: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效，现将有关情况总结如下。\n\n一、学生工作\n\n资助学生2160人次。⟦作为一个AI语言模型，我无法核实上述数据。⟧\n\n二、安全工作\n\n组织排查126次，整改隐患35处，推进校园安全管理，加强值班值守，落实各项责任。',
      reports: ['part'],
    },
    {
      title: '写人工智能教育的报告',
      text: '某区教育局2024年工作总结\n\n作为人工智能教育试点区，引入大语言模型辅助教学12所，开发AI助手为教师生成教案3600份。好的做法有三条，以下是主要情况：根据各校提供的材料，学生与AI语言模型对话1.2万次，教师根据实际情况修改使用。请各校根据实际情况修改完善方案。\n\n希望以上经验对兄弟学校有所启发。',
      reports: [],
    },
    {
      title: '网站编辑的“小编按”',
      text: '清溪小学2024年工作总结\n\n⟦小编按：⟧2024年，学校深入推进素质教育，加强教师队伍建设，落实安全管理，各项工作取得新成效。\n\n一、教学工作\n开展教研活动32次。',
      reports: ['part'],
      fixed: '清溪小学2024年工作总结\n\n2024年，学校深入推进素质教育，加强教师队伍建设，落实安全管理，各项工作取得新成效。\n\n一、教学工作\n开展教研活动32次。',
    },
    {
      title: '说网站、下载、转载、广告、送审稿的正文',
      text: '某区政务服务局2024年工作总结\n\n推出“码上办”，申请表下载到手机，更加方便办事群众。\n\n转载须注明出处；未经批准，禁止擅自发布涉密信息。\n\n稿件来自http://www.example.gov.cn首页的占六成，区政府网站（www.example.gov.cn）收集整理政策问答126条。\n\n返回顶部、分享到微信按钮统一样式，打印功能已下线。\n\n责任编辑：负责稿件初审；校对：负责文字核校。\n\n解决“页面加载中断”问题18个，广告将在年底前整治到位。\n\n布局图中标红的为新增点位，标黄表示待整改点位。\n\n送审稿（第三稿）请专家审阅，意见36条全部采纳。\n\n某区政务服务局\n2024年12月30日',
      reports: [],
    },
    {
      title: '下载、会员、公众号在报告里是好词',
      text: '某区教育局2024年工作总结\n\n组织2.3万名家长下载国家反诈中心APP，用好微信公众号推送安全提示36期，工会会员生日慰问126人次。\n\n开通12345热线，群众扫码即可反映问题；各班建立家长QQ群，打印发放明白纸5000份。\n\n某区教育局\n2024年12月30日\n\n（联系人：办公室，联系电话：0000-1234567）',
      reports: [],
    },
  ],
  reads: () => [],
  *check(document, context) {
    const { say } = context
    const found = residueRegions(document)
    const regions = byBlock(found)
    const runs = byBlock(found.flatMap((region) => safeRuns(region)))
    for (const block of document.residue) {
      if (block.kind === 'file-name' || block.kind === 'page-number') continue
      const at = document.blocks[block.index] as PositionedBlock
      const what = say(...NAMES[block.kind])
      if (block.parts === undefined) {
        yield {
          range: document.toDocument(at, { start: 0, end: at.block.text.length }),
          messageId: block.isCertain ? 'line' : 'doubtful',
          args: { what },
          fixes: lineFixes(document, block, regions.get(block.index) as ResidueRegion, runs.get(block.index), context),
        }
        continue
      }
      for (const part of block.parts) {
        const range = document.toDocument(at, part)
        const safety = block.isSafe ? 'safe' : 'unsafe'
        const fixes: Fix[] = at.block.isVerbatim(part) ? [{ title: say('删去这几个字', 'Remove these words'), safety, edits: [{ ...range, newText: '' }] }] : []
        yield { range, messageId: 'part', args: { what, words: at.block.text.slice(part.start, part.end).slice(0, 30) }, fixes }
      }
    }
  },
})

function byBlock(regions: readonly ResidueRegion[]): Map<number, ResidueRegion> {
  return new Map(regions.flatMap((region) => region.blocks.map(({ index }) => [index, region] as const)))
}

/** The run of safe lines that it stands in, for one name explains the other; the line alone; the whole region. */
function lineFixes(document: ReportDocument, block: ResidueBlock, region: ResidueRegion, run: ResidueRegion | undefined, { say }: RuleContext): Fix[] {
  const remove = (lines: readonly ResidueBlock[], safety: Fix['safety']): Fix => ({
    title: lines.length === 1 ? say('删除这一行', 'Delete this line') : say(`删除这一片${lines.length}行`, `Delete these ${lines.length} lines`),
    safety,
    edits: [removeLines(document, lines)],
    places: lines.length,
  })
  const fixes: Fix[] = []
  if (run !== undefined) fixes.push(remove(run.blocks, 'safe'))
  // the lines of a numbered notice go together or not at all: what is left would read as a list of the report
  if (run === undefined || (run.blocks.length > 1 && block.kind !== 'notice')) fixes.push(remove([block], run === undefined ? 'unsafe' : 'safe'))
  if (region.blocks.length > (run?.blocks.length ?? 1)) fixes.push(remove(region.blocks, 'unsafe'))
  return fixes
}
