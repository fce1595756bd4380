import { endOf } from '../../document/line-edit.js'
import { previewNumbersOf } from '../../document/preview-numbers.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'cut' | 'between'

/** `2、` that a preview page put into the middle of a sentence. */
export default defineRule<'document', MessageId>({
  id: 'residue/preview-number',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '预览页面的分段编号切断了句子',
  summaryEn: 'Numbers of preview pages that cut sentences',
  rationale:
    '资料站把文稿切成一段一段给人预览，每段前面加上“1、”“2、”“3、”。复制下来，编号就落在句子中间，把一段话切成两段。正文自己的“1、2、3、”每条都从一句话开始，不报。',
  messages: {
    cut: {
      what: '“{number}”把一句话切成了两段，像是预览页面加的编号。',
      advice: '删去编号，与上一段接起来。',
      en: '“{number}” cuts a sentence in two: it came from a preview page.',
    },
    between: {
      what: '“{number}”像是预览页面加的编号，不是正文的序号。',
      advice: '删去编号。',
      en: '“{number}” came from a preview page; it is no ordinal of the report.',
    },
  },
  examples: [
    {
      title: '切断了句子',
      format: 'plain',
      text: '某区教育局2024年工作总结\n现将2024年工作情况报告如下：\n⟦1、⟧全区教育系统深入推进教师队伍建设，组织各类培训十余场，参训教师覆盖城乡各学校，教学管理水平不断提高，安全工作机制不断健\n⟦2、⟧全，各校全年开展应急演练两次以上，隐患整改率保持在较高水平，校园及周边环境持续改善，家长满意度稳步上升，\n⟦3、⟧为教育高质量发展提供了坚实保障，各项目标任务如期完成，学校办学条件明显改善，群众获得感进一步增强。',
      reports: ['between', 'cut', 'cut'],
      message: '“1、”像是预览页面加的编号，不是正文的序号。',
      fixAll: true,
      fixed:
        '某区教育局2024年工作总结\n现将2024年工作情况报告如下：\n全区教育系统深入推进教师队伍建设，组织各类培训十余场，参训教师覆盖城乡各学校，教学管理水平不断提高，安全工作机制不断健全，各校全年开展应急演练两次以上，隐患整改率保持在较高水平，校园及周边环境持续改善，家长满意度稳步上升，为教育高质量发展提供了坚实保障，各项目标任务如期完成，学校办学条件明显改善，群众获得感进一步增强。',
    },
    {
      title: '正文自己的编号',
      format: 'plain',
      text: '某区教育局2024年工作总结\n\n1、加强教师队伍建设。全区教育系统深入推进教师队伍建设，组织各类培训十余场，参训教师覆盖城乡各学校，教学管理水平不断提高。\n2、加强校园安全管理。各校全年开展应急演练两次以上，隐患整改率保持在较高水平，校园及周边环境持续改善，家长满意度稳步上升。',
      reports: [],
    },
    {
      title: '段末漏了句号，不算切断',
      format: 'plain',
      text: '某区教育局2024年工作总结\n\n1、加强教师队伍建设。全区教育系统深入推进教师队伍建设，组织各类培训十余场，参训教师覆盖城乡各学校，教学管理水平不断提高\n2、加强校园安全管理。各校全年开展应急演练两次以上，隐患整改率保持在较高水平，校园及周边环境持续改善，家长满意度稳步上升',
      reports: [],
    },
  ],
  reads: () => [endOf(6)],
  *check(document, { segmenter, say }) {
    const numbers = previewNumbersOf(document, segmenter)
    // all or none: those left behind would read as ordinals of the report
    const edits = numbers.map(({ at, length, cut }) => {
      const start =
        cut === undefined
          ? document.toDocument(at, { start: 0, end: length }).start
          : document.toDocument(cut, { start: cut.block.text.length, end: cut.block.text.length }).start
      return { start, end: document.toDocument(at, { start: 0, end: length }).end, newText: '' }
    })
    const fix = {
      title: say(`删去全部${numbers.length}处编号，接上断句`, `Remove all ${numbers.length} numbers and join the sentences`),
      safety: 'safe' as const,
      edits,
    }
    for (const { at, length, cut } of numbers) {
      yield {
        range: document.toDocument(at, { start: 0, end: length }),
        messageId: cut === undefined ? 'between' : 'cut',
        args: { number: at.block.text.slice(0, length) },
        fixes: [fix],
      }
    }
  },
})
