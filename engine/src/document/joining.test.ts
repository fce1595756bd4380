import assert from 'node:assert/strict'
import { lintText, Session } from '../linting/session.js'

const SENTENCE = '组织全体教师开展师德专题教育和集中宣誓活动。'
const options = { format: 'markdown', configuration: { enable: 'always' } } as const

/** What is said of the second sentence, by a session that follows and by a fresh check. */
function repetitions(texts: readonly string[]): string[] {
  const session = new Session(options)
  return texts.map((text) => {
    const { findings, document } = session.update(text)
    assert.deepEqual(findings, lintText(text, options).findings)
    if (text !== texts[0]) assert.ok(document.edit !== undefined)
    return findings.flatMap(({ ruleId, messageId }) => (ruleId === 'wording/repeated-sentence' ? [messageId] : [])).join()
  })
}

describe('what is told of several places together', () => {
  const report = (between: string): string => `# 2024年工作总结\n\n## 一、工作回顾\n\n${SENTENCE}\n\n${between}\n\n${SENTENCE}\n\n年内各项工作任务全面完成。\n`

  it('is told anew when what stands between two places says something, or nothing any more', () => {
    assert.deepEqual(repetitions([report('### 师德建设'), report('师德建设'), report('### 师德建设')]), ['adjacent', 'again', 'adjacent'])
  })

  it('is told anew when one of the places says something else', () => {
    assert.deepEqual(repetitions([report('师德建设'), report('师德建设').replace('集中宣誓', '集体宣誓'), report('师德建设')]), ['again', '', 'again'])
  })
})
