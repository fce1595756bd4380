/**
 * Every fix offered in a fixture or the example report, applied: its finding is gone, no new one came. In the shared
 * samples its finding is gone too; there a mended line may bring to light what it hid (a heading set on a line of its own
 * shows that the one before it is lost), so new findings are not counted.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { applyEdits, lintText, type Finding } from '@gongwen/engine'
import { decodeText } from '@gongwen/platform'
import { sharedPath } from '../support/shared.js'

const root = resolve(import.meta.dirname, '../..')
const OWN = [join(root, 'examples'), join(root, 'test/fixtures'), join(root, 'test/e2e/fixtures'), join(root, 'test/golden')]
const FOLDERS = [...OWN, sharedPath('samples'), sharedPath('corpus/departments'), sharedPath('corpus/damaged')]

function tally(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { ruleId, messageId, severity } of findings) {
    if (severity === 'hint') continue
    const key = `${ruleId}#${messageId}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The skeleton of a section holds slots to fill in, and the rule on placeholders reminds the writer of them. */
function isReminder({ ruleId }: Finding, key: string): boolean {
  return ruleId.startsWith('sections/') && key.startsWith('residue/placeholder')
}

describe('every fix of every fixture and sample', function () {
  this.timeout(300_000)
  for (const folder of FOLDERS.filter((path) => existsSync(path))) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:md|txt)$/.test(file))) {
      it(`${folder.slice(resolve(root, '..').length + 1)}/${name}`, async () => {
        const { text } = await decodeText(readFileSync(join(folder, name)))
        const format = name.endsWith('.md') ? 'markdown' : 'plain'
        const { findings } = lintText(text, { format })
        const before = tally(findings)
        const wrong: string[] = []
        for (const finding of findings) {
          for (const fix of finding.fixes) {
            const after = lintText(applyEdits(text, fix.edits), { format }).findings
            const counts = tally(after)
            const own = `${finding.ruleId}#${finding.messageId}`
            const place = `${finding.ruleId} “${text.slice(finding.start, finding.end).slice(0, 30)}” [${fix.title}]`
            const ofRule = (list: readonly Finding[]): number => list.filter(({ ruleId }) => ruleId === finding.ruleId).length
            if (finding.severity !== 'hint' && ofRule(after) >= ofRule(findings)) wrong.push(`${place} is still found`)
            for (const [key, count] of OWN.includes(folder) ? counts : []) {
              if (key !== own && !isReminder(finding, key) && count > (before.get(key) ?? 0)) {
                const fresh = after.filter(({ ruleId, messageId }) => `${ruleId}#${messageId}` === key)
                wrong.push(
                  `${place} brought ${key}: ${fresh
                    .map(({ message }) => message)
                    .join(' | ')
                    .slice(0, 160)}`,
                )
              }
            }
          }
        }
        assert.deepEqual(wrong, [])
      })
    }
  }
})
