import { run } from './run.js'
import type { Terminal } from './terminal.js'

// a reader that has seen enough (`gongwen check | head`) is no error of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// through the process at each use: its streams load much of Node, and most runs neither read the input nor fail
const terminal: Terminal = {
  get stdin() {
    return process.stdin
  },
  get stdout() {
    return process.stdout
  },
  get stderr() {
    return process.stderr
  },
  env: process.env,
  cwd: process.cwd(),
}
void run(process.argv.slice(2), terminal).then((exitCode) => {
  process.exitCode = exitCode
})
