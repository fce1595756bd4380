import assert from 'node:assert/strict'
import { applyEdits } from '../text/edit.js'
import { lintText } from '../index.js'

const REPORT = (before: string, after = ''): string =>
  `临澄县第二小学2024年工作总结\n\n一、教学工作\n\n${before}全年开展教研活动36次。${after}\n\n二、存在的不足\n\n音乐教师缺编3人。\n`
const COMMENT = '<!-- gongwen-disable-next-line figures/share: 口径不同 -->'

function unused(text: string): { readonly title: string; readonly safety: string; readonly mended: string }[] {
  const { findings } = lintText(text, { format: 'markdown', configuration: { enable: 'always' } })
  return findings
    .filter(({ ruleId }) => ruleId === 'structure/unused-suppression')
    .flatMap(({ fixes }) => fixes)
    .map(({ title, safety, edits }) => ({ title, safety, mended: applyEdits(text, edits) }))
}

describe('comments that silence nothing', () => {
  for (const [what, text, mended] of [
    ['with its line', REPORT(`${COMMENT}\n`), REPORT('')],
    ['with its line, in a text with CRLF', REPORT(`${COMMENT}\n`).replaceAll('\n', '\r\n'), REPORT('').replaceAll('\n', '\r\n')],
    ['with its line behind a byte order mark, which stays', `\ufeff${COMMENT}\n${REPORT('')}`, `\ufeff${REPORT('')}`],
    ['alone at the end of a line', REPORT('', ' <!-- gongwen-disable-line figures/share -->'), REPORT('')],
    ['alone at the end of a text without a break', `${REPORT('')}${COMMENT}`, REPORT('')],
  ] as const) {
    it(`may be deleted, ${what}`, () => assert.deepEqual(unused(text), [{ title: '删除这条屏蔽注释', safety: 'unsafe', mended }]))
  }
})
