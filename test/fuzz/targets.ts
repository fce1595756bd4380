import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type * as Engine from '@gongwen/engine'
import type * as Platform from '@gongwen/platform'
import fc from 'fast-check'
import { structuredText } from '../property/arbitraries.js'
import { REPORT } from '../lsp/reports.js'
import { FuzzedServer } from './frames.js'
import { seedMessages, varyMessages } from './messages.js'
import { Mutator } from './mutate.js'

/** What is fuzzed: how its inputs begin, what is put into them, and what must hold of every one. */
export interface Target {
  readonly name: string
  readonly seeds: readonly string[]
  readonly words: readonly string[]
  /** how an input is changed; cut, doubled and spliced as text unless said */
  readonly vary?: (mutator: Mutator, input: string, other: string) => string
  /** stops what a target has running */
  readonly end?: () => void
  /** throws when what must hold does not */
  check(input: string): Promise<void> | void
}

const root = resolve(import.meta.dirname, '../..')
/** Units of an input at most: what is longer costs time and shows nothing new. */
export const LIMIT = 3000

/** The four readers of what a writer may have on disk or an editor may send. */
export function targetsOf(engine: typeof Engine, platform: typeof Platform): readonly Target[] {
  const reports = goldenPieces()
  const words = [...new Set(fc.sample(structuredText, { numRuns: 60, seed: 1 }).flatMap((text) => text.match(/[^\n，。]{1,12}[\n，。]?/g) ?? []))]
  return [
    { name: 'report', seeds: [...fc.sample(structuredText, { numRuns: 40, seed: 2 }), ...reports], words, check: (text) => checkReport(engine, text) },
    {
      name: 'numerals',
      seeds: [
        '二十三',
        '一百零五',
        '二〇二五',
        '1.2万',
        '4262万元',
        '三分之二',
        '七成五',
        '近万名',
        '1,234.5',
        '１２．５％',
        '百分之三十',
        '八九十',
        '两亿零三百',
      ],
      words: [...'零〇一二三四五六七八九十百千万亿两半成余多近约0123456789.,，%％‰/', '分之', '百分之', '个百分点', '个', '人次'],
      check: (text) => checkNumerals(engine, text),
    },
    {
      name: 'configuration',
      seeds: [
        'enable: auto\nrules:\n  figures/share: off\n',
        '{"rules":{"residue/placeholder":["warning",{}]}}',
        '---\ngongwen:\n  profile: school-annual\n  year: 2024\n---\n正文\n',
        'residue:\n  phrases: [甲, 乙]\nprofiles:\n  甲:\n    required: [党建]\n',
      ],
      words: [
        'rules:',
        'profiles:',
        'residue:',
        'phrases:',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        '&a',
        '*a',
        '<<: *a',
        '!!js',
        '\t',
        '---\n',
        'null',
        'true',
        '1e999',
        '__proto__',
        'constructor',
        '|',
        '>',
      ],
      async check(text) {
        const checked = [await platform.checkConfiguration(text), await platform.checkConfiguration(text, 'gongwen'), await platform.checkFrontMatter(text)]
        for (const { start, end, message } of checked.flatMap((one) => one?.problems ?? [])) {
          assert.ok(message.zh !== '' && message.en !== '' && start.line >= 0 && (end.line > start.line || end.column >= start.column))
        }
      },
    },
    framesTarget(reports),
  ]
}

function goldenPieces(): string[] {
  const folder = join(root, 'test/golden')
  return readdirSync(folder)
    .filter((name) => /^.*-0[12]\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').slice(0, LIMIT))
}

function checkReport({ lintText, applyEdits }: typeof Engine, text: string): void {
  for (const format of ['markdown', 'plain'] as const) {
    const { findings } = lintText(text, { format, configuration: { enable: 'always' } })
    let previous = 0
    for (const { messageId, message, start, end, fixes } of findings) {
      assert.notEqual(messageId, 'internal-error', message)
      assert.ok(start >= previous && start <= end && end <= text.length, `${start}-${end} of ${text.length}`)
      previous = start
      for (const { edits } of fixes) applyEdits(text, edits)
    }
  }
}

function checkNumerals({ readNumeral }: typeof Engine, text: string): void {
  for (let at = 0; at < Math.min(text.length, 60); at++) {
    const numeral = readNumeral(text, at)
    if (numeral !== undefined) assert.ok(numeral.end > at && numeral.end <= text.length)
  }
}

/** Messages to one server; what it must do is said by FuzzedServer. */
function framesTarget(reports: readonly string[]): Target {
  const server = new FuzzedServer()
  const texts = [REPORT, '', '一、甲\n三、乙\n', '\ud800\0', ...reports]
  return {
    name: 'frames',
    seeds: seedMessages(new Mutator(1, []), texts),
    words: [],
    vary: (mutator, input, other) => varyMessages(mutator, input, other, texts),
    check: (input) => server.check(input),
    end: () => server.stop(),
  }
}
