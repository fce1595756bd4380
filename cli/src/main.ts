import { run } from './run.js'

// a reader that has seen enough (`gongwen check | head`) is no error of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const { stdin, stdout, stderr, env } = process
void run(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd() }).then((exitCode) => {
  process.exitCode = exitCode
})
