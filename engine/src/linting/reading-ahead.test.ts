import assert from 'node:assert/strict'
import { ReportDocument } from '../document/report-document.js'
import { ledgerOf, readingLedger } from '../figures/ledger.js'
import { finish, type Steps } from '../text/steps.js'
import { Session } from './session.js'

const PARAGRAPHS = 200
const TEXT = `宁源县教育局2024年工作总结\n\n${Array.from({ length: PARAGRAPHS }, (_, i) => `全年开展第${i}类培训${i + 3}场，参训教师${i * 7 + 20}人次。\n`).join('\n')}`

function countOf<Result>(steps: Steps<Result>): number {
  let count = 0
  while (steps.next().done !== true) count++
  return count
}

describe('reading ahead', () => {
  it('cuts the reading of a new text into a step a block, before the report is made and behind it', () => {
    const session = new Session({ format: 'plain' })
    const first = countOf(session.updating(TEXT))
    assert.ok(first > PARAGRAPHS * 3, 'the blocks, their findings, the ledger')
    const second = countOf(session.updating(TEXT.replace('第9类', '第九类')))
    assert.ok(second <= first - PARAGRAPHS, 'what is known already is not read ahead')
  })

  it('reads the ledger, a block a step, as it is read at once', () => {
    const [inSteps, atOnce] = [new ReportDocument(TEXT, 'plain'), new ReportDocument(TEXT, 'plain')]
    const steps = readingLedger(inSteps)
    for (let i = 0; i < PARAGRAPHS; i++) assert.equal(steps.next().done, false)
    finish(steps)
    assert.ok(ledgerOf(inSteps).length >= PARAGRAPHS)
    assert.deepEqual(ledgerOf(inSteps), ledgerOf(atOnce))
    assert.equal(countOf(readingLedger(inSteps)), 0, 'a ledger that is known is not read again')
  })
})
