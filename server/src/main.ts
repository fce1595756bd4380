/** Starts the language server on the transport that the command line names (`--node-ipc`, `--stdio`, `--socket`). */
import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL, fileURLToPath } from 'node:url'
import { checkFrontMatter, decodeText, frontMatterParser, loadSegmenter } from '@gongwen/platform'
import { createConnection } from 'vscode-languageserver/node'
import { ClientFiles } from './client-files.js'
import { createServer } from './create-server.js'
import { isOnDisk, readFolderOnDisk, readTextOnDisk } from './disk.js'
import type { ServerPorts } from './ports.js'

/** The pages lie beside `dist` in the package: two folders above the bundle. */
const PAGES = new URL('../../docs/rules/', import.meta.url)

async function realPorts(files: ClientFiles): Promise<ServerPorts> {
  const parseFrontMatter = await frontMatterParser()
  return {
    segmenter: loadSegmenter(),
    async readText(uri) {
      if (isOnDisk(uri)) return readTextOnDisk(uri)
      const bytes = await files.read(uri)
      return bytes && (await decodeText(bytes)).text
    },
    readFolder: (uri) => (isOnDisk(uri) ? readFolderOnDisk(uri) : files.readFolder(uri)),
    parseFrontMatter,
    frontMatterProblems: async (text) => (await checkFrontMatter(text))?.problems ?? [],
    rulePage(ruleId) {
      const page = fileURLToPath(new URL(`${ruleId}.md`, PAGES))
      return existsSync(page) ? pathToFileURL(page).href : undefined
    },
    schedule(task, delay) {
      const timer = setTimeout(task, delay)
      return () => clearTimeout(timer)
    },
    pause: () => setImmediate(),
  }
}

async function start(): Promise<void> {
  const connection = createConnection()
  createServer(connection, await realPorts(new ClientFiles(connection)))
  connection.listen()
}

void start()
