/**
 * `npm run build`: the bundles, and what they find beside them in `dist/` (word lists, WebAssembly, licences).
 * `node scripts/build.mjs cli` builds one bundle alone, `node scripts/build.mjs assets` none.
 */
import { spawnSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { copyJiebaWasm, writeDictionary } from './build/segmenter-assets.mjs'
import { writeNotices } from './build/notices.mjs'
import { unusedEncodings } from './build/unused-encodings.mjs'

const root = join(import.meta.dirname, '..')

/**
 * One row a bundle: its name, its entry, its file in `dist/`, what stays outside of it, and, where its machine code is to be
 * kept for a fast start, the arguments of a run that uses what matters.
 */
const BUNDLES = [
  {
    name: 'cli',
    entry: 'cli/src/main.ts',
    out: 'cli/gongwen.cjs',
    external: [],
    keepCodeOf: ['check', '--min-severity', 'hint', '--enable', 'always', 'test/e2e/fixtures/report.md'],
  },
  { name: 'server', entry: 'server/src/main.ts', out: 'server/server.cjs', external: ['nodejieba'] },
  { name: 'client', entry: 'client/src/extension.ts', out: 'client/extension.cjs', external: ['vscode'] },
]

const wanted = process.argv.slice(2)
const rows = BUNDLES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const packages = new Set()

for (const { entry, out, external, keepCodeOf } of rows) {
  const outfile = join(root, 'dist', out)
  rmSync(`${outfile}.code`, { force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.9',
    external,
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    // sources are ES modules; in a CommonJS bundle this is their place
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
    // packages offer CommonJS first to `require`, which drags in helpers; their ES modules bundle smaller
    mainFields: ['module', 'main'],
    plugins: [unusedEncodings],
  })
  for (const input of Object.keys(metafile.inputs)) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
    if (folder !== undefined) packages.add(folder)
  }
  if (keepCodeOf !== undefined)
    spawnSync(process.execPath, ['scripts/build/keep-code.cjs', outfile, ...keepCodeOf], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  console.log(`dist/${out}  ${Math.round(statSync(outfile).size / 1024)} kB`)
}

copyJiebaWasm(root)
writeDictionary(root)
// the licences of all bundles together, so only when all were built
if (wanted.length === 0) writeNotices(root, [...packages, 'node_modules/jieba-wasm'])
