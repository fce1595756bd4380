// The language server as a process: found by the file that it runs, inside the one editor that a test has started.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { until } from './waiting.mjs'

const SERVER = path.join('dist', 'server', 'server.cjs')

/**
 * The ids of the processes that run the language server of the extension in this folder of extensions; other editors on the
 * machine have folders of their own.
 */
export function serverProcesses(extensionsFolder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => argumentsOf(id).some((each) => each.startsWith(extensionsFolder) && each.endsWith(SERVER)))
    .map(Number)
}

/** Resolves to the id of the one server that runs, once it is another than the last. */
export function nextServer(extensionsFolder, last) {
  return until('语言服务的进程', () => {
    const [id, ...others] = serverProcesses(extensionsFolder)
    return others.length === 0 && id !== last && id
  })
}

/** The command line of a process; a process that has just ended has none. */
function argumentsOf(id) {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
