/** Hostile text: four times as much of it may cost about four times the time, never sixteen times. */
import { groupOf, Linter, resolveConfiguration, RULES } from '@gongwen/engine'
import { assertGrowsWithText } from '../support/growth.js'

/** One family of patterns each: heads that never come to an end, damage, masks, brackets, contacts, blanks. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['heads of offers', '更多资料请关注公众号获取'],
  ['damaged quotes', '〞'],
  ['doubled quotes', '““'],
  ['masks', 'X'],
  ['masked names', '某X区'],
  ['brackets', '（【'],
  ['contact numbers', 'qq:123456789'],
  ['digits', '1'],
  ['blanks', ' '],
  ['words and blanks', 'a '],
  ['jammers', '!x '],
  ['breadcrumbs', '首页>'],
  ['labels', '来源：'],
  ['hidden words', '……此处隐藏'],
  ['blanks to fill', '_'],
  ['credits', '新华社记者 '],
  ['addresses', 'www.a-'],
  ['question marks', '?'],
  ['zero-width', '\u200b'],
  ['questions', '中?'],
  ['readers', '您下载'],
  ['machines', '我为您写'],
  ['letters for digits', 'l0'],
  ['lines of a page', '责任编辑：王\n'],
  ['short sentences', '中。'],
  ['labels in a column', '名称：暂无\n'],
  ['the same lines', '全年培训教师十二名\n排查隐患三处\n慰问群众\n'],
  ['traditional forms', '製後'],
  ['commands to readers', '点击查看'],
  ['pages that name themselves', '阅读本'],
  ['hashtags', '#总 '],
  ['labels of their own', '编号：1  '],
  ['bracketed labels', '[栏目]'],
  ['tags', '<p '],
  ['entities', '&ldquo;'],
  ['titles in a row', '总结 '],
  ['lines of a chat', '王 12:30\n'],
  ['doing', '做的很'],
  ['scrambled words', '根底开展'],
]
const linter = new Linter({ rules: RULES.filter(({ id }) => groupOf(id) === 'residue'), configuration: resolveConfiguration({ enable: 'always' }) })
const SIZE = 62_500

describe('residue on hostile text', function () {
  this.timeout(120_000)

  for (const [name, unit] of HOSTILE) {
    it(`grows no faster than the text: ${name}`, () => assertGrowsWithText(linter, unit, SIZE))
  }
})
