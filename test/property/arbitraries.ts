import fc from 'fast-check'

const ordinals = [
  '一、',
  '二、',
  '三、',
  '五、',
  '十一、',
  '（一）',
  '（二）',
  '(三)',
  '〔四〕',
  '（一）、',
  '1.',
  '2．',
  '3、',
  '（1）',
  '①',
  '第一部分',
  '一是',
  '二是',
  '四是',
  '首先，',
  '第一，',
  '一.',
]
const words = [
  '2024年全县教育工作总结',
  '2025年工作打算',
  '加强党建工作',
  '开展“双减”行动',
  '推进〞',
  '“书香校园',
  '《关于印发〈方案〉的通知》',
  '校园安全',
  'XX区',
  'X名教师',
  '××',
  '某某学校',
  '全区有学生2000人，其中女生1100人，占比55%',
  '完成投资1.2万元',
  '比上年增长12.5%',
  '提高3.2个百分点',
  '共计35项',
  '一等奖3个，二等奖2个',
  '2024年11月31日',
  '2021—2023年',
  '785820333份',
  '近三百余人',
  '二十三所',
  '资料下载',
  '更多范文请关注公众号',
  '发布时间：2024-01-02',
  '本文档由用户上传',
  'QQ123456789',
  '截止目前',
  '根底',
  '效劳',
  '?关于加强管理的意见?',
  '工作工作',
  '12345热线',
  '1+X证书',
  '〔2024〕12号',
  '存在问题',
  '师资力量',
  ' ',
  '  ',
  '\u3000',
  '\u200b',
  '\ufeff',
  '𠮷',
  '😀',
  'é',
  '\t',
]
const marks = ['，', '。', '；', '：', '、', '！', '？', ',', '.', ';', '(', ')', '（', '）', '……', '—', '-', '~', '%', '"', '“', '”', '。。', '，。']
const markdown = [
  '# ',
  '## ',
  '- ',
  '* ',
  '> ',
  '1. ',
  '**',
  '`',
  '[链接](http://x.cn)',
  '|甲|乙|',
  '|---|---|',
  '```',
  '<!-- 注 -->',
  '<b>',
  '---',
  '===',
  '&nbsp;',
  '\\*',
  '~~',
  '_',
  '![图](a.png)',
  '<!-- gongwen-disable-next-line -->',
]

/** Text pieced together from what reports hold, right and wrong. */
export const reportText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      { weight: 3, arbitrary: fc.constantFrom(...marks) },
      { weight: 2, arbitrary: fc.constantFrom(...ordinals).map((ordinal) => `\n${ordinal}`) },
      { weight: 1, arbitrary: fc.constantFrom(...markdown) },
      { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '\n  ') },
      { weight: 1, arbitrary: fc.nat(10_000_000).map(String) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

/** Any text at all, lone surrogates and control characters included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
      { maxLength: 60 },
    )
    .map((units) => units.join('')),
  fc.tuple(reportText, fc.string({ unit: 'binary', maxLength: 10 }), reportText).map((parts) => parts.join('')),
)

/** Report text without a character that Markdown could read, however far a line is indented. */
export const plainText: fc.Arbitrary<string> = reportText.map((text) =>
  text.replace(/[`*_[\]<>&\\|~#]/g, '').replace(/^([ \t\u3000\u200b\ufeff]*)[-+=:][-+=: \t\u3000\u200b\ufeff]*/gm, '$1'),
)

const FRONT_MATTER = [
  '---\ntitle: 总结\n---\n',
  '---\ngongwen: {enable: always}\n---\n',
  '---\n[未完\n---\n',
  '+++\na = 1\n+++\n',
  '---\n',
  '---\r\ntitle: 甲\r\n---\r\n',
  '\ufeff---\n---\n',
]
/** Characters that break careless code: halves of pairs, controls, line and direction marks, joiners. */
const NASTY = [
  '\ud800',
  '\udc00',
  '\0',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u200d',
  '\ufeff',
  '\ufffe',
  '\u00ad',
  '👨‍👩‍👧',
  '🇨🇳',
  '葛\u{e0100}',
]
const COMBINING = '\u0301\u0300\u3099'

const nested = (open: string, close: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.constantFrom(...words))
    .map(([depth, closed, text]) => open.repeat(depth) + text + close.repeat(closed))
const table = fc
  .array(fc.array(fc.constantFrom('合计', '12', '1.5万', '占比', '35%', '', '一、', '**甲**', 'a|b', '`|`'), { minLength: 1, maxLength: 5 }), {
    minLength: 2,
    maxLength: 6,
  })
  .map((rows) => `\n${rows.map((row, i) => `|${row.join('|')}|${i === 0 ? `\n|${row.map(() => '---').join('|')}|` : ''}`).join('\n')}\n`)

/** Text with the structures and characters that readers of Markdown fall over, among pieces of reports. */
export const structuredText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', ...FRONT_MATTER),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: reportText.map((text) => text.slice(0, 120)) },
        { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
        { weight: 1, arbitrary: nested('（', '）') },
        { weight: 1, arbitrary: nested('“', '”') },
        { weight: 1, arbitrary: nested('[', ']') },
        { weight: 1, arbitrary: nested('\n> ', '') },
        { weight: 1, arbitrary: nested('**', '*') },
        { weight: 1, arbitrary: fc.nat(12).map((depth) => `\n${'  '.repeat(depth)}- `) },
        { weight: 1, arbitrary: table },
        { weight: 1, arbitrary: fc.nat(300).map((n) => `好${COMBINING.repeat(n)}`) },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            '\n```md\n# 一、',
            '\n~~~\n',
            '\n<div>\n',
            '</div>\n\n',
            '<!-- 未完',
            '-->',
            '\n[甲]: http://x.cn\n',
            '[^1]',
            '\n[^1]: 注\n',
            '\n    缩进',
            '\n\t',
            '\n***\n',
            '&#x4e2d;',
            '\\\n',
            '  \n',
            '$$',
          ),
        },
      ),
      { maxLength: 25 },
    ),
  )
  .map(([front, parts]) => front + parts.join(''))
