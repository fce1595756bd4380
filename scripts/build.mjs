/**
 * `npm run build`: the bundles, and what they find beside them in `dist/` (word lists, WebAssembly, licences).
 * `node scripts/build.mjs cli` builds one bundle alone, `node scripts/build.mjs assets` none.
 */
import { spawnSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { escapeBeyondAscii } from './build/ascii.mjs'
import { assertNothingOfNode } from './build/browser-only.mjs'
import { copyJiebaWasm, writeDictionary } from './build/segmenter-assets.mjs'
import { writeNotices } from './build/notices.mjs'
import { noChildProcesses } from './build/no-child-processes.mjs'
import { unusedEncodings } from './build/unused-encodings.mjs'

const root = join(import.meta.dirname, '..')

/** How a bundle is made for Node. */
const NODE = {
  platform: 'node',
  format: 'cjs',
  target: 'node20.9',
  // sources are ES modules; in a CommonJS bundle this is their place
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
  // packages offer CommonJS first to `require`, which drags in helpers; their ES modules bundle smaller
  mainFields: ['module', 'main'],
}

/** How a bundle is made for a browser's worker, which has no document: packages have a version of their own for that. */
const WORKER = {
  platform: 'browser',
  target: 'es2022',
  define: { 'import.meta.url': 'undefined' },
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker'],
}

/**
 * One row a bundle: its name, its entry, its file in `dist/`, what stays outside of it, what is a bundle of its own, how it
 * is made, and, where its machine code is to be kept for a fast start, the arguments of a run that uses what matters.
 */
const BUNDLES = [
  {
    name: 'cli',
    entry: 'cli/src/main.ts',
    out: 'cli/gongwen.cjs',
    external: [],
    options: NODE,
    // good reports pass by what a bad one does not, and the other way round
    keepCodeOf: ['check', '--min-severity', 'hint', '--enable', 'always', 'test/e2e/fixtures/report.md', 'test/golden/*-0?.*'],
  },
  { name: 'server', entry: 'server/src/main.ts', out: 'server/server.cjs', external: ['nodejieba'], options: NODE },
  { name: 'browser-server', entry: 'server/src/browser.ts', out: 'server/browser.js', external: [], options: { ...WORKER, format: 'iife' } },
  { name: 'client', entry: 'client/src/extension.ts', out: 'client/extension.cjs', external: ['vscode'], apart: { 'to-word.js': './word.cjs' }, options: NODE },
  // half as large as the extension: loaded when a report is exported to Word
  { name: 'word', entry: 'client/src/panel/content/to-word.ts', out: 'client/word.cjs', external: [], options: NODE },
  { name: 'panel', entry: 'client/webview/main.ts', out: 'client/panel.js', external: [], options: { ...WORKER, format: 'iife' } },
  { name: 'panel-style', entry: 'client/webview/panel.css', out: 'client/panel.css', external: [], options: { platform: 'browser', target: 'chrome114' } },
  // the host's `require` gives `vscode` and nothing else
  { name: 'browser-client', entry: 'client/src/browser.ts', out: 'client/browser.js', external: ['vscode'], options: { ...WORKER, format: 'cjs' } },
]

/** Leaves modules out of a bundle that are bundles of their own: by the end of their path, the file to load instead. */
function apartFrom(modules) {
  return {
    name: 'apart',
    setup({ onResolve }) {
      for (const [end, path] of Object.entries(modules)) onResolve({ filter: new RegExp(`/${end.replaceAll('.', '\\.')}$`) }, () => ({ path, external: true }))
    },
  }
}

const wanted = process.argv.slice(2)
const rows = BUNDLES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const packages = new Set()

for (const { entry, out, external, apart = {}, options, keepCodeOf } of rows) {
  const outfile = join(root, 'dist', out)
  rmSync(`${outfile}.code`, { force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    external,
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    ...options,
    plugins: [unusedEncodings, noChildProcesses, apartFrom(apart)],
  })
  if (options.platform === 'browser') assertNothingOfNode(out, metafile, external)
  for (const input of Object.keys(metafile.inputs)) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
    if (folder !== undefined) packages.add(folder)
  }
  if (keepCodeOf !== undefined) {
    escapeBeyondAscii(outfile)
    spawnSync(process.execPath, ['scripts/build/keep-code.cjs', outfile, ...keepCodeOf], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  console.log(`dist/${out}  ${Math.round(statSync(outfile).size / 1024)} kB`)
}

copyJiebaWasm(root)
writeDictionary(root)
// the licences of all bundles together, so only when all were built
if (wanted.length === 0) writeNotices(root, [...packages, 'node_modules/jieba-wasm'])
