import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(import.meta.dirname, 'package.json'))
/** Later calls of autocorrect-node over about this many bytes give nothing: beyond it only the first call of a process counts. */
const MOST_FOR_AUTOCORRECT = 700_000
/** Parsers that take minutes beyond this are left out there. */
const MOST_FOR_SLOW = 100_000

/** The checkers beside us: `run` gives how much one found in a text, `most` how many bytes it is asked to read. */
export async function loadPeers() {
  const pangu = await import(require.resolve('pangu'))
  const spacing = (text) => (pangu.pangu ?? pangu.default).spacingText(text)
  const autocorrect = require('autocorrect-node')
  const { lint: markdownlint } = await import(join(import.meta.dirname, 'node_modules/markdownlint/lib/exports-sync.mjs'))
  const { remark } = await import(require.resolve('remark'))
  const { default: preset } = await import(require.resolve('remark-preset-lint-markdown-style-guide'))
  const styleGuide = remark().use(preset)
  const { TextlintKernel } = require('@textlint/kernel')
  const kernel = new TextlintKernel()
  const moduleOf = (name) => require(name).default ?? require(name)
  const textlint = {
    ext: '.md',
    filePath: 'report.md',
    plugins: [{ pluginId: 'markdown', plugin: moduleOf('@textlint/textlint-plugin-markdown') }],
    rules: [{ ruleId: 'sentence-length', rule: moduleOf('textlint-rule-sentence-length') }],
  }
  const zhlint = require('zhlint')
  return [
    { name: 'pangu', most: Infinity, run: (text) => spacing(text).length - text.length },
    { name: 'autocorrect', most: MOST_FOR_AUTOCORRECT, run: (text) => autocorrect.lintFor(text, 'report.md').lines.length },
    { name: 'markdownlint', most: 2_000_000, run: (text) => markdownlint({ strings: { report: text } }).report.length },
    { name: 'remark-lint', most: 2_000_000, run: async (text) => (await styleGuide.process(text)).messages.length },
    { name: 'zhlint', most: 2_000_000, run: (text) => zhlint.run(text, { rules: { preset: 'default' } }).validations.length },
    { name: 'textlint', most: MOST_FOR_SLOW, run: async (text) => (await kernel.lintText(text, textlint)).messages.length },
  ]
}
