/** Cleaning of the shared reports: nothing left that is safe to mend, and every sentence of the report still there. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalise, clean, collectSafeEdits, isCleanable, lintText, ReportDocument, type Cleaning, type Finding } from '@gongwen/engine'
import { run } from '../../cli/src/run.js'
import { needsShared, sharedTexts } from '../support/shared.js'

const lint = (text: string): readonly Finding[] => lintText(text, { format: 'plain', configuration: { enable: 'always' } }).findings
/** Findings of one kind of damage that go through the whole of the second sample. */
const WIDESPREAD = ['residue/damaged-quotes', 'residue/damaged-title-marks', 'residue/damaged-brackets', 'structure/ordinal-marks']

/** The report's text without what cleaning may change: white space, marks, and the words that it said it would mend. */
function wordsOf(text: string, mended: ReadonlyMap<string, string>): string {
  let words = text
  for (const [wrong, right] of mended) words = words.replaceAll(wrong, right)
  return canonicalise(words)
    .replace(/[^\p{L}\p{N}%.,]/gu, '')
    .replace(/[,.](?!\d)/g, '')
}

function sentencesOf(text: string): string[] {
  const document = new ReportDocument(text, 'plain')
  const parts = new Map(document.residue.flatMap(({ index, parts: own }) => (own === undefined ? [] : [[index, own] as const])))
  return document
    .sentences()
    .filter(({ at, sentence }) => !(parts.get(at.index) ?? []).some((part) => part.start < sentence.end && sentence.start < part.end))
    .map(({ sentence }) => sentence.text)
}

/** The words that scrambling had swapped and that cleaning put back. */
function mendedWords({ applied }: Cleaning): Map<string, string> {
  return new Map(
    applied.flatMap(({ finding, fix }) =>
      finding.ruleId !== 'residue/scrambled-word' ? [] : [[/^“([^”]+)”/.exec(finding.message)?.[1] ?? '', fix.edits[0]?.newText ?? ''] as const],
    ),
  )
}

function assertKept(name: string, before: string, cleaning: Cleaning): void {
  const mended = mendedWords(cleaning)
  const after = wordsOf(cleaning.text, mended)
  // the numbers of a preview page stand in front of sentences, and are no part of them
  const isNumbered = cleaning.applied.some(({ finding }) => finding.ruleId === 'residue/preview-number')
  let at = 0
  for (const sentence of sentencesOf(before)) {
    const words = wordsOf(isNumbered ? sentence.replace(/^\d{1,2}、/, '') : sentence, mended)
    const found = after.indexOf(words, at)
    assert.ok(found >= 0, `${name}: lost or out of order: ${sentence}`)
    at = found + words.length
  }
}

describe('cleaning of the shared reports', function () {
  this.timeout(120_000)

  for (const folder of [['samples'], ['corpus', 'damaged'], ['corpus', 'departments'], ['corpus', 'clean']]) {
    it(`${folder.join('/')}: no safe fix of residue is left, every sentence is still there`, function () {
      needsShared(this)
      for (const { name, text } of sharedTexts(...folder)) {
        const cleaning = clean(text, lint)
        assert.deepEqual(collectSafeEdits(lint(cleaning.text).filter(isCleanable)), [], name)
        assertKept(name, text, cleaning)
      }
    })
  }

  it('the second sample: 55 quotes, 18 pairs of title marks and 20 of brackets come as at most 12 findings, and `clean --write` mends all', async function () {
    needsShared(this)
    const sample = sharedTexts('samples').find(({ name }) => name.startsWith('001_')) ?? assert.fail('the second sample is not there')
    const widespread = lint(sample.text).filter(({ ruleId }) => WIDESPREAD.includes(ruleId))
    for (const ruleId of WIDESPREAD)
      assert.ok(
        widespread.some((finding) => finding.ruleId === ruleId),
        ruleId,
      )
    assert.ok(widespread.length <= 12, `${widespread.length} findings`)
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-clean-'))
    const file = join(folder, 'copy.txt')
    cpSync(sample.path, file)
    let said = ''
    const output = {
      write: (chunk: string | Uint8Array): void => {
        said += String(chunk)
      },
    }
    const code = await run(['clean', '--write', '--format', 'json', file], {
      stdin: (async function* () {})(),
      stdout: output,
      stderr: output,
      cwd: folder,
      env: {},
    })
    const cleaned = readFileSync(file, 'utf8')
    rmSync(folder, { recursive: true })
    assert.equal(code, 1, 'words that only the writer can judge are left')
    const { files } = JSON.parse(said) as { files: { kinds: { ruleId: string; places: number }[] }[] }
    const places = new Map(files[0]?.kinds.map((kind) => [kind.ruleId, kind.places]))
    assert.deepEqual(
      WIDESPREAD.map((ruleId) => places.get(ruleId)),
      [55, 18, 10, 10],
    )
    assert.doesNotMatch(cleaned, /[〝〞〔〕]/)
    // what is left are names that the site masked: only the writer knows them
    assert.deepEqual(
      [
        ...new Set(
          lint(cleaned)
            .filter(isCleanable)
            .map(({ ruleId }) => ruleId),
        ),
      ],
      ['residue/placeholder'],
    )
    assertKept(sample.name, sample.text, clean(sample.text, lint))
  })
})
