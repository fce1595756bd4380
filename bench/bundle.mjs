import { build } from 'esbuild'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
/** A folder for what one run of a benchmark writes; gone when the process ends. */
export const work = mkdtempSync(join(tmpdir(), 'gongwen-bench-'))
process.once('exit', () => rmSync(work, { recursive: true, force: true }))

/** Bundles what `contents` exports into one script, as a package of ours is bundled, and gives its path. */
export async function bundle(name, contents, options = {}) {
  const outfile = options.outfile ?? join(work, `${name}.mjs`)
  await build({
    stdin: { contents, resolveDir: join(root, 'server') },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
    logLevel: 'error',
    ...options,
    outfile,
  })
  return outfile
}

/** The engine, bundled; its path. */
export const bundleEngine = (options) => bundle('engine', `export * from '@gongwen/engine'`, options)
