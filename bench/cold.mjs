/** The command line from a cold start, beside peers in processes of their own and Node that does nothing. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { work } from './bundle.mjs'
import { cpuSeconds, median } from './measure.mjs'
import { reportOf } from './texts.mjs'

const here = import.meta.dirname
const require = createRequire(join(here, 'package.json'))

/** Arguments of Node for each contestant, which reads the file. */
function contestants(file) {
  return {
    'node -e 0': ['-e', '0'],
    gongwen: [join(here, '../cli/bin/gongwen.js'), 'check', file],
    pangu: [
      '--input-type=module',
      '-e',
      `import * as p from ${JSON.stringify(require.resolve('pangu'))}; import fs from 'node:fs'; (p.pangu ?? p.default.pangu ?? p.default).spacingText(fs.readFileSync(${JSON.stringify(file)}, 'utf8'))`,
    ],
    autocorrect: [
      '-e',
      `require(${JSON.stringify(require.resolve('autocorrect-node'))}).lintFor(require('fs').readFileSync(${JSON.stringify(file)}, 'utf8'), 'r.md')`,
    ],
    markdownlint: [
      '--input-type=module',
      '-e',
      `import { lint } from ${JSON.stringify(join(here, 'node_modules/markdownlint/lib/exports-sync.mjs'))}; lint({ files: [${JSON.stringify(file)}] })`,
    ],
  }
}

/** Prints the median CPU seconds of a whole process for each contestant, started in turn. */
export function sayColdStarts(say, rounds) {
  const file = join(work, '工作总结.md')
  writeFileSync(file, reportOf(72_000))
  const all = Object.entries(contestants(file))
  const seconds = new Map(all.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of all) {
      const { seconds: used, status } = cpuSeconds(process.execPath, args)
      if (status !== (name === 'gongwen' ? 1 : 0)) throw new Error(`${name} ended with ${status}`)
      seconds.get(name).push(used)
    }
  }
  const own = median(seconds.get('gongwen'))
  say('\n## Cold process, 72 kB, CPU seconds\n\n| | median s | gongwen / peer |\n|---|---|---|')
  for (const [name, used] of seconds) say(`| ${name} | ${median(used).toFixed(3)} | ${name === 'gongwen' ? '' : (own / median(used)).toFixed(2)} |`)
}
