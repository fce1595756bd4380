import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { lintText } from '@gongwen/engine'
import { loadSegmenter, type SegmenterName } from './segmenter.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const REPORT = '2024年工作总结\n\n一、党建工作\n全年开展活动12次。\n\n三、教学工作\n全年开展活动（共8次。\n'
const TEXTS = [
  '',
  '我局全年开展校本研修活动46场。',
  '𠮷林路小学😀、👨‍👩‍👧共3人',
  'A座 12.5%\t3/4，（一）\r\n第二行\n',
  '　全角空格\u00a0和\u200b零宽',
  '\u0000含零字符',
  '半个\ud842字',
  '半个\udfb7字',
  '\ufeff开头',
  '加强'.repeat(5000),
]

describe('segmenters', function () {
  this.timeout(60_000)

  before(() => {
    if (!existsSync(`${root}dist/dict/frequent.utf8`)) spawnSync(process.execPath, ['scripts/build.mjs', 'assets'], { cwd: root })
  })

  for (const name of ['nodejieba', 'jieba-wasm', 'intl'] as const satisfies readonly SegmenterName[]) {
    describe(name, () => {
      before(function () {
        if (name === 'nodejieba' && !isInstalled(name)) this.skip()
      })

      it('is the one that was asked for', () => {
        assert.equal(loadSegmenter({ prefer: name }).name, name)
      })

      it('gives words that joined are the text', () => {
        const segmenter = loadSegmenter({ prefer: name })
        for (const text of TEXTS) assert.equal(segmenter.segment(text).join(''), text)
      })

      it('cuts between words', () => {
        const words = loadSegmenter({ prefer: name }).segment('我们重视学校安全管理')
        for (const word of ['我们', '重视', '学校', '安全', '管理']) assert.ok(words.includes(word), `${word} in ${words.join('|')}`)
      })

      it('serves the rules', () => {
        const ids = lintText(REPORT, { format: 'plain', segmenter: loadSegmenter({ prefer: name }) }).findings.map(({ ruleId }) => ruleId)
        assert.ok(ids.includes('structure/ordinal-sequence') && ids.includes('punctuation/paired-marks'), ids.join(' '))
      })
    })
  }

  it('takes the fastest one there is', () => {
    assert.equal(loadSegmenter().name, isInstalled('nodejieba') ? 'nodejieba' : 'jieba-wasm')
  })

  it('loads nothing before the first word is asked for', () => {
    // loading any of them takes longer than this for all hundred
    const start = performance.now()
    for (let i = 0; i < 100; i++) loadSegmenter()
    assert.ok(performance.now() - start < 50)
  })
})

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url)(name)
    return true
  } catch {
    return false
  }
}
