import { MISREAD_UNITS } from '../../document/misreading.js'
import { defineRule, type Report } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'
import { unitsBetween } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'garbled' | 'field' | 'entity' | 'pinyin'

const GARBLED =
  /\ufffd{1,40}|(?:锟斤拷){1,20}锟?斤?|(?:烫烫){2,20}|(?:屯屯){2,20}|锘\?|ï»¿|â€[œ\u009d™“”˜]?|[\ue000-\uf8ff]{1,20}|(?:[ÃÂäåæçèé][\u0080-\u00bf•€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”–—˜™š›œžŸ]{1,2}){2,40}|\?{3,40}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\?{3,40}/g
/** Chinese of GB encoding read as Western or Cyrillic letters: more signs among the letters than words have. */
const WESTERN = /[\u00a1-\u00ff\u0400-\u052f]{4,40}/g
const WESTERN_SIGN = /[\u00a1-\u00bf×÷]/
const MISREAD = new RegExp(`[${MISREAD_UNITS}]{2,40}`, 'g')
/** What Word leaves where a reference lost its target. */
const FIELD =
  /错误[!！] ?(?:未找到引用源|未定义书签|超链接引用无效|未指定(?:书签|文件名)|不能识别的开关参数|文档中没有指定样式的文字)。?|Error! (?:Reference source not found|Bookmark not defined)\./g
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&mdash;': '—',
  '&hellip;': '…',
  '&middot;': '·',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ensp;': ' ',
  '&emsp;': ' ',
  '&bull;': '•',
}
const ENTITY =
  /&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|amp|lt|gt|quot|ensp|emsp|bull);|_x000D_|<\/?(?:p|br|div|span|font|strong|em|[biu]|img|table|tbody|tr|td|th|h[1-6]|ul|ol|li|hr|center|section|o:p|st1:[a-z]{1,20})(?: [^<>\n]{0,200})?\/?>|#e#|#p#|<!-{2,3} ?(?:nextpage|pagebreak|more) ?-{2,3}>|\[(?:next_?page|!-{0,2}page-{0,2}|\/?page|page_?break)\]|_ueditor_page_break_tag_/gi
/** 實(shí): pinyin in brackets behind a character, as mirror sites make it. */
const PINYIN = /[\u4e00-\u9fff][(（](?=[a-zü]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,7}[)）]/g
/** One reading is for the reader's sake; a mirror site puts them everywhere. */
const MANY_READINGS = 3

/** Characters lost in conversion: replacement characters, HTML entities, pinyin that mirror sites insert. */
export default defineRule<'block', MessageId>({
  id: 'residue/mojibake',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '乱码、网页代码、夹入的拼音',
  summaryEn: 'Garbled characters, HTML entities and inserted pinyin',
  rationale:
    '“�”“锟斤拷”是转码时丢了字，“&nbsp;”“<br>”“[NextPage]”是网页代码，“實(shí)現(xiàn)”是镜像站为避查重夹入的拼音。丢的字要对照原稿补，代码可以直接清理。给生僻字注一处音不报。',
  messages: {
    garbled: { what: '“{words}”是乱码，此处丢了字。', advice: '对照原稿补上。', en: '“{words}” is garbled: characters were lost here.' },
    field: {
      what: '“{words}”是Word的交叉引用失效后留下的，此处丢了引用的内容。',
      advice: '对照原稿补上所引的表号、图号或页码。',
      en: '“{words}” is what a lost reference of Word left.',
    },
    entity: { what: '“{words}”是网页代码。', advice: '换成它代表的字符，或删去。', en: '“{words}” is HTML code.' },
    pinyin: {
      what: '这一段里夹着{count}处拼音，如“{words}”，像是镜像站插入的。',
      advice: '逐处删去拼音，核对繁体字。',
      en: '{count} readings in brackets, such as “{words}”, look like a mirror site’s.',
    },
  },
  examples: [
    {
      title: '丢了字',
      text: '2024年工作总结\n\n推进教育⟦��⟧发展，⟦锟斤拷⟧建设取得成效。',
      reports: ['garbled', 'garbled'],
      message: '“��”是乱码，此处丢了字。',
    },
    {
      title: '编码认错',
      text: '2024年工作总结\n\n推进⟦æ•™è‚²å±€⟧工作，加强⟦½ÌÓý¾Ö⟧管理，促进⟦缁忔祹⟧发展，组织⟦???⟧活动。',
      format: 'plain',
      reports: ['garbled', 'garbled', 'garbled', 'garbled'],
    },
    {
      title: '交叉引用失效',
      format: 'plain',
      text: '2024年工作总结\n\n各校完成情况见⟦错误！未找到引用源。⟧',
      reports: ['field'],
      message: '“错误！未找到引用源。”是Word的交叉引用失效后留下的，此处丢了引用的内容。',
    },
    {
      title: '网页代码',
      format: 'plain',
      text: '2024年工作总结\n\n实施⟦&ldquo;⟧双减⟦&rdquo;⟧政策。⟦<br>⟧',
      reports: ['entity', 'entity', 'entity'],
      fixAll: true,
      fixed: '2024年工作总结\n\n实施“双减”政策。',
    },
    {
      title: '带属性的标签、网站后台的分页记号',
      format: 'plain',
      text: '2024年工作总结\n\n⟦<p style="text-indent:2em;">⟧推进“双减”落地。⟦</p>⟧\n\n⟦[NextPage]⟧\n\n开展检查12次，⟦&lt;⟧见附表⟦&gt;⟧，整改到位。',
      reports: ['entity', 'entity', 'entity', 'entity', 'entity'],
    },
    { title: '夹入的拼音', format: 'plain', text: '2024年工作总结\n\n實⟦現(xiàn)⟧教育公平，加強(qiáng)管理，落實(shí)責任。', reports: ['pinyin'] },
    {
      title: '给生僻字注音',
      text: '2024年工作总结\n\n在囧（jiǒng）村小学开展送教活动，AT&T捐赠设备，投入3<5的比例说明清楚，café 与 naïve 两词出现在教材里，这是为什么??请各校思考。编写<小学数学>校本教材，落实[2024]3号文件，C#课程开课12节。',
      reports: [],
    },
  ],
  triggers: [
    ...'\ufffd&<_[#锟锘ïâÃÂäåæçèéāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ',
    '烫烫',
    '屯屯',
    '???',
    '错误',
    'Error',
    ...MISREAD_UNITS,
    ...unitsBetween(0xa1, 0xff),
    ...unitsBetween(0x400, 0x52f),
    ...unitsBetween(0xe000, 0xf8ff),
  ],
  *check(block, { say }) {
    const { text, canonical } = block
    const at = (match: RegExpMatchArray): TextRange => ({ start: match.index as number, end: (match.index as number) + match[0].length })
    for (const match of matchesOf(FIELD, text)) yield { range: at(match), messageId: 'field', args: { words: match[0] } }
    for (const match of garbledIn(text)) yield { range: at(match), messageId: 'garbled', args: { words: match[0].slice(0, 12) } }
    const entities = /[&<_[#]/.test(text) ? matchesOf(ENTITY, text) : []
    // one half of a pair alone would leave the other without its partner
    const edits = entities.map((match) => ({ ...at(match), newText: ENTITIES[match[0].toLowerCase()] ?? '' }))
    const fix = { title: say('清理本段的网页代码', 'Clean this paragraph of HTML code'), safety: 'safe' as const, edits }
    for (const [i, match] of entities.entries())
      yield { range: at(match), messageId: 'entity', args: { words: match[0] }, fixes: i < MOST_OFFERED ? [fix] : [] }
    const readings = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(canonical) ? matchesOf(PINYIN, canonical) : []
    if (readings.length >= MANY_READINGS) yield pinyin(readings, text)
  },
})

/** The whole paragraph's fix stands beside so many of its places: beside each of thousands it would weigh thousands squared. */
const MOST_OFFERED = 20

function garbledIn(text: string): RegExpMatchArray[] {
  const western = matchesOf(WESTERN, text).filter(([words]) => WESTERN_SIGN.test(words))
  // a run found by one sign is not found by another again
  return [...matchesOf(GARBLED, text), ...western, ...matchesOf(MISREAD, text)]
    .sort((a, b) => a.index - b.index)
    .filter(
      (match, i, all) => i === 0 || match.index >= (all[i - 1] as RegExpMatchArray & { index: number }).index + (all[i - 1] as RegExpMatchArray)[0].length,
    )
}

function pinyin(readings: readonly RegExpMatchArray[], text: string): Report<MessageId> {
  const first = readings[0] as RegExpMatchArray
  const range = { start: first.index as number, end: (first.index as number) + first[0].length }
  return { range, messageId: 'pinyin', args: { count: readings.length, words: text.slice(range.start, range.end) } }
}
