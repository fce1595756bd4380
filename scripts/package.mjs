/**
 * `npm run package`: builds the bundles and packs the extension as gongwen-lint-<version>.vsix in the repository's root,
 * with the list of what it is made of beside it (CycloneDX, gongwen-lint-<version>.cdx.json).
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'

/** A package beyond this is a mistake: sources or a whole dictionary have slipped in. */
const MOST_BYTES = 6_000_000

const root = join(import.meta.dirname, '..')
const build = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
if (build.status !== 0) process.exit(build.status ?? 1)

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packagePath = join(root, `${name}-${version}.vsix`)
// the bundles hold every dependency: none is looked for in node_modules
await createVSIX({ cwd: root, packagePath, dependencies: false })
const { size } = statSync(packagePath)
console.log(`${packagePath}  ${(size / 1_000_000).toFixed(2)} MB`)
if (size > MOST_BYTES) {
  console.error(`the package is larger than ${MOST_BYTES / 1_000_000} MB`)
  process.exit(1)
}

const list = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], { cwd: root, encoding: 'utf8' })
if (list.status !== 0) {
  console.error(`no list of materials: ${list.stderr}`)
  process.exit(1)
}
writeFileSync(packagePath.replace(/vsix$/, 'cdx.json'), list.stdout)
