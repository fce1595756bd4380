import { Question } from '../../document/gathering.js'
import type { PositionedBlock } from '../../document/outline.js'
import { eatenWordsOf } from '../../document/over-masking.js'
import { placeholdersOf, type Placeholder } from '../../document/placeholder.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'mask' | 'slot' | 'note' | 'masked' | 'masked-text'

/** A note to oneself in a comment of Markdown, on one line. */
const HIDDEN_NOTE = /<!-- {0,4}(?:待|请|此处|需要?|尚需|TODO)[^<>\n]{0,40}?(?:补充|核实|核对|填写|完善|修改|更新|插入|添加|确认)[^<>\n]{0,20}?-->/

/** X, ××, ＊＊, ___, 【请填写】, （待核实）: something was to be filled in and was not. */
export default defineRule<'document', MessageId>({
  id: 'residue/placeholder',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '占位符没有填',
  summaryEn: 'Placeholders that were never filled in',
  rationale:
    '“X名教师”“××区”“20XX年”“【请填写】”“（待核实）”都是起草时留下、等着填的地方。定稿里留着，轻则闹笑话，重则让人怀疑其余的数字也没有核过。“X光”“1+X证书”“X射线”“8+X”不报。整篇脱敏的文稿只提示一次，各处列为信息。',
  options: {
    limit: {
      default: 20,
      description: '占位符达到这个数，就按整篇脱敏的文稿看待：全文提示一次，各处降为信息。',
      en: 'From this number on the text counts as masked: one warning, and each place is an information.',
    },
  },
  messages: {
    mask: { what: '“{words}”是占位符，没有填写。', advice: '填入实际的名称或数字。', en: '“{words}” is a placeholder that was not filled in.' },
    slot: { what: '“{words}”是模板里待填的位置。', advice: '填入实际内容，或删去。', en: '“{words}” is a slot of a template.' },
    note: { what: '“{words}”是起草时的备注，尚未处理。', advice: '核实后删去备注。', en: '“{words}” is a drafting note that is still there.' },
    masked: {
      what: '“{words}”是占位符（全文共{count}处）。',
      advice: '填入实际的名称或数字。',
      en: '“{words}” is one of {count} placeholders.',
      severity: 'info',
    },
    'masked-text': {
      what: '全文有{count}处占位符，是脱敏或套用的文本。',
      advice: '对照原稿逐处填实；填实之前，涉及这些地方的数字无法核对。',
      en: '{count} placeholders: the text is masked or a template.',
    },
  },
  examples: [
    {
      title: '名称和数字都没填',
      text: '2024年工作总结\n\n⟦XX⟧区⟦X⟧名教师参加培训，⟦X年X月X日⟧举行启动仪式。',
      reports: ['mask', 'mask', 'mask'],
      message: '“XX”是占位符，没有填写。',
    },
    {
      title: '年份没填',
      text: '⟦20XX⟧年工作总结\n\n⟦202X⟧年，组织教师⟦____⟧人参加培训，投入⟦**⟧万元，⟦某某⟧小学获奖。',
      reports: ['mask', 'mask', 'mask', 'mask', 'mask'],
    },
    {
      title: '模板的位置和备注',
      text: '2024年工作总结\n\n由⟦【请填写单位名称】⟧牵头，共检查学校126所⟦（待核实）⟧，整改问题⟦{{数量}}⟧个。',
      reports: ['slot', 'note', 'slot'],
    },
    {
      title: '起草时留给别人补的',
      text: '2024年工作总结\n\n压缩通关时间30%⟦【数据后补】⟧，由⟦（领导姓名）⟧带队检查⟦（名单后补）⟧，⟦（这一段请财政所补数据）⟧，⟦？？⟧养老服务站建成2个，收入达到⟦　　⟧元。\n\n⟦备注：此处再加一个例子⟧',
      reports: ['note', 'slot', 'note', 'slot', 'mask', 'slot', 'note'],
    },
    {
      title: '表注、名词说明',
      text: '2024年工作总结\n\n备注：此处“学位”指公办学位\n\n注：此处数据为快报数，以公报为准。页脚统一为“第X页共X页”。',
      reports: [],
    },
    {
      title: '写作软件留下的空',
      text: '2024年工作总结\n\n共检查学校126所⟦（此处插入检查情况表）⟧，整改到位⟦（请根据实际情况修改）⟧，职工医保⟦（请补充参保人数）⟧。',
      reports: ['slot', 'slot', 'slot'],
    },
    {
      title: '办公软件的提示、空着的数、没有藏住的注释',
      text: '2024年工作总结\n\n⟦单击此处输入文字⟧。由⟦[键入单位]⟧牵头，培训教师共⟦　　⟧人。⟦‹!-- 待补充 --›⟧',
      format: 'plain',
      reports: ['slot', 'slot', 'slot', 'note'],
    },
    { title: '注释里的备注', text: '2024年工作总结\n\n共检查学校126所。\n\n⟦<!-- 待补充 -->⟧', format: 'markdown', reports: ['note'] },
    { title: '别的注释', text: '2024年工作总结\n\n共检查学校126所。\n\n<!-- 以下由办公室汇总 -->', format: 'markdown', reports: [] },
    {
      title: '括号里的说明',
      text: '2024年工作总结\n\n落实职工医疗（补充医疗保险）待遇，每周二集中学习（可根据实际情况调整），表格由各校自行填报（附上年数据）。',
      reports: [],
    },
    { title: '整篇脱敏', text: '2024年工作总结\n\nX区X所学校X名教师。', options: { limit: 3 }, reports: ['masked-text', 'masked', 'masked', 'masked'] },
    {
      title: '术语里的X',
      text: '2024年工作总结\n\n为学生做X光检查，用X射线探伤，推进1+X证书制度和“X+X”党建工作法，实施“8+X”课后服务，绘制X轴、Y轴，A卷、B卷分开命题，建成3×5米展板；张某某、李**受到处分，二〇〇八年建校，O2O平台上线，**重点**突出。',
      reports: [],
      format: 'plain',
    },
  ],
  reads: () => [PLACES.reading],
  *check(document, { options }) {
    const found: { at: PositionedBlock; place: Placeholder }[] = []
    for (const { at, answer } of document.ask(PLACES)) {
      const eaten = eatenWordsOf(at.block)
      for (const place of answer) if (!eaten.some(({ start, end }) => place.start < end && start < place.end)) found.push({ at, place })
    }
    for (const at of document.blocks) {
      const note = at.block.kind === 'html' ? HIDDEN_NOTE.exec(at.block.source) : null
      if (note !== null)
        yield { range: { start: at.start + note.index, end: at.start + note.index + note[0].length }, messageId: 'note', args: { words: note[0] } }
    }
    const isMasked = found.length >= Number(options['limit'])
    const count = found.length
    for (const [i, { at, place }] of found.entries()) {
      const range = document.toDocument(at, place)
      const words = at.block.text.slice(place.start, place.end)
      if (isMasked && i === 0) yield { range, messageId: 'masked-text', args: { count } }
      yield isMasked ? { range, messageId: 'masked', args: { words, count } } : { range, messageId: place.kind, args: { words } }
    }
  },
})

const PLACES = new Question((block) => {
  const places = placeholdersOf(block)
  return places.length === 0 ? undefined : places
})
