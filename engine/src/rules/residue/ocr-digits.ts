import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'letter' | 'stop' | 'ordinal'

const MIXED =
  /(?<![A-Za-z0-9.\-/+&@_%])(?=[0-9OolI]{0,8}\d|[OolI]{1,3}%)[0-9OolI]{2,9}(?=[年月日%％个名人万亿元所项次家余多件户亩场篇台套份届处位起座条辆栋间批期页]|公里|平方|号文)/g
/** 9O.5%, l.2万: a letter on either side of the decimal point. */
const MIXED_DECIMAL =
  /(?<![A-Za-z0-9.\-/+&@_%])(?=[0-9OolI]{0,5}\.?[0-9OolI]{0,4}\d)[0-9OolI]{1,5}\.[0-9OolI]{1,4}(?=[年%％个名人万亿元所项次家余多件户亩]|公里|平方)/g
/** 第l批: one letter alone behind 第. */
const MIXED_ORDINAL = /(?<=第)[lIO](?=[批季次期届轮章节条项个])/g
/** 9S%: letters that look like other digits, only where nothing but a percentage can stand. */
const BETWEEN_DIGITS = /(?<![A-Za-z0-9.])\d{1,3}[SBZ]\d{1,3}(?=人(?![员才工防])|户(?![型内主室])|家(?![属具])|个(?![人体股])|元(?![件器])|[名万亩])/g
const LOOKALIKE = /(?<![A-Za-z0-9.])(?=[\dSBZ]{0,2}\d)[\dSBZ]{2,3}(?=[%％])/g
/** （—）加强管理, -、加强管理: a dash in the place of 一; （l）: a letter in the place of 1 (（I） may be Roman); 二丶: a stroke in the place of the mark. */
const ORDINAL = /^ {0,4}(?:（([—－l-])）|([—－-])、|([一二三四五六七八九十]{1,3})丶)(?![为是表指类])(?=[\u4e00-\u9fff“])/
const LETTER = /[OolISBZ]/
const STOP = /(?<=[\u4e00-\u9fff，、（])(\d{1,5})。(\d{1,4})(?=[亿万%倍元千吨米亩‰]|个百分点|公里|平方)/g
const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', S: '5', B: '8', Z: '2' }

/** Letters in the place of digits (2O24年, l00%) and a full stop in the place of a decimal point (13。7亿). */
export default defineRule<'block', MessageId>({
  id: 'residue/ocr-digits',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '识别错的数字',
  summaryEn: 'Digits misread by character recognition',
  rationale: '扫描识别常把0认成字母O、把1认成l或I，把小数点认成句号。数字一错，全句皆错；改动数字要由写作者核对，所以修改都需确认。',
  messages: {
    letter: { what: '“{words}”里混着字母，应为“{right}”。', advice: '对照原稿核对数字。', en: '“{words}” holds letters; “{right}” is meant.' },
    stop: {
      what: '“{words}”的小数点写成了句号，应为“{right}”。',
      advice: '对照原稿核对数字。',
      en: '“{words}” has a full stop for a decimal point; “{right}” is meant.',
    },
    ordinal: {
      what: '序号“{words}”识别错了，应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'The ordinal “{words}” was misread; “{right}” is meant.',
    },
  },
  examples: [
    {
      title: '字母混进数字',
      text: '2024年工作总结\n\n⟦2O24⟧年，隐患整改率⟦l00⟧%，新增学位⟦1O50⟧个。',
      reports: ['letter', 'letter', 'letter'],
      message: '“2O24”里混着字母，应为“2024”。',
      fixed: '2024年工作总结\n\n2024年，隐患整改率l00%，新增学位1O50个。',
    },
    {
      title: '小数、序数里的字母',
      text: '2024年工作总结\n\n占比⟦9O.5⟧%，惠及⟦l.2⟧万人，第⟦l⟧批项目开工。',
      reports: ['letter', 'letter', 'letter'],
    },
    {
      title: '像别的数字的字母、序号里的横线',
      text: '2024年工作总结\n\n2024年，全县市场监管工作平稳推进，现将有关情况总结如下。\n\n⟦一丶⟧狠抓排查\n\n⟦（—）⟧加强监管。登记率⟦9S⟧%，排查隐患⟦1O2⟧处。\n\n⟦（l）⟧转移群众⟦3Z00⟧人。',
      reports: ['ordinal', 'ordinal', 'letter', 'letter', 'ordinal', 'letter'],
      message: '序号“一丶”识别错了，应为“一、”。',
    },
    { title: '小数点写成句号', text: '2024年工作总结\n\n完成投资⟦13。7⟧亿元。', reports: ['stop'], fixed: '2024年工作总结\n\n完成投资13.7亿元。' },
    {
      title: '本来就是字母',
      text: '2024年工作总结\n\nO2O平台服务群众3万人，上线5G应用，完成H5作品2个，引进IT人才10名，A1卷2024年启用，推行5S管理，B2C业务增长8%，12B3户型已交付，南京—上海（—）两线。',
      reports: [],
    },
  ],
  triggers: [...'OolISBZ', '（—', '（－', '（-', '—、', '－、', '-、', '丶', ...pairsOf('0123456789', '。')],
  *check(block, { say }) {
    const { canonical, text } = block
    const fix = (
      start: number,
      end: number,
      newText: string,
    ): { title: string; safety: 'unsafe'; edits: { start: number; end: number; newText: string }[] } => ({
      title: say(`改为“${newText}”`, `Change to “${newText}”`),
      safety: 'unsafe',
      edits: [{ start, end, newText }],
    })
    const ordinal = ORDINAL.exec(canonical)
    if (ordinal !== null) {
      const [whole, bracketed, dash, numeral] = ordinal
      const start = whole.length - whole.trimStart().length
      const right = bracketed !== undefined ? (bracketed === 'l' ? '（1）' : '（一）') : dash !== undefined ? '一、' : `${numeral}、`
      yield {
        range: { start, end: whole.length },
        messageId: 'ordinal',
        args: { words: text.slice(start, whole.length), right },
        fixes: [fix(start, whole.length, right)],
      }
    }
    if (LETTER.test(canonical)) {
      const found = [MIXED, MIXED_DECIMAL, MIXED_ORDINAL, LOOKALIKE, BETWEEN_DIGITS].flatMap((pattern) => matchesOf(pattern, canonical))
      for (const match of found) {
        if (!LETTER.test(match[0]) || match[0] === 'O2O') continue
        const right = match[0].replace(/[OolISBZ]/g, (letter) => DIGITS[letter] as string)
        const end = match.index + match[0].length
        yield {
          range: { start: match.index, end },
          messageId: 'letter',
          args: { words: text.slice(match.index, end), right },
          fixes: [fix(match.index, end, right)],
        }
      }
    }
    for (const match of matchesOf(STOP, canonical)) {
      const end = match.index + match[0].length
      const right = `${match[1]}.${match[2]}`
      yield {
        range: { start: match.index, end },
        messageId: 'stop',
        args: { words: text.slice(match.index, end), right },
        fixes: [fix(match.index, end, right)],
      }
    }
  },
})
