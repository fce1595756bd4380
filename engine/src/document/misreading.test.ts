import assert from 'node:assert/strict'
import { lintText, Session } from '../index.js'
import { misreadingIn } from './misreading.js'

const GARBLED = '\ufffd\ufffd\u0133\ufffd'.repeat(20)
const CLEAR = '2024年工作总结\n\n一、加强安全管理\n\n全年开展检查12次。\n'

describe('misreading', () => {
  it('is a text most of which no decoder could read, not one with some damage', () => {
    assert.deepEqual(misreadingIn(`2024${GARBLED}。`), { start: 4, end: 44 })
    assert.equal(misreadingIn(`${GARBLED}${'推进教育发展'.repeat(30)}`), undefined)
    assert.equal(misreadingIn('2024年\ufffd\ufffd'), undefined)
    assert.equal(misreadingIn(''), undefined)
  })

  it('is looked for at the beginning, so that a long text costs no more', () => {
    assert.equal(misreadingIn(`${'推进教育发展'.repeat(400)}${GARBLED.repeat(400)}`), undefined)
  })

  it('ends the check at its start and at every step back', () => {
    const session = new Session({ format: 'plain', configuration: { enable: 'always' } })
    for (const text of [CLEAR, `${GARBLED}\n${CLEAR}`, CLEAR.replace('12', '13'), `${GARBLED}\n${CLEAR}。。`, `${CLEAR}（`]) {
      const { findings, isChecked } = session.update(text)
      const fresh = lintText(text, { format: 'plain', configuration: { enable: 'always' } })
      assert.deepEqual([findings, isChecked], [fresh.findings, fresh.isChecked])
      assert.deepEqual(
        findings.some(({ ruleId }) => ruleId === 'residue/wrong-encoding'),
        text.startsWith(GARBLED),
      )
      assert.equal(isChecked, !text.startsWith(GARBLED))
    }
  })
})
