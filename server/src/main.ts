/** Starts the language server on the transport that the command line names (`--node-ipc`, `--stdio`, `--socket`). */
import { existsSync } from 'node:fs'
import { pathToFileURL, fileURLToPath } from 'node:url'
import { checkFrontMatter, findConfiguration, frontMatterParser, loadSegmenter, withResiduePhrase, type ConfigurationCache } from '@gongwen/platform'
import { createConnection } from 'vscode-languageserver/node'
import { createServer } from './create-server.js'
import type { ServerPorts } from './ports.js'

/** The pages lie beside `dist` in the package: two folders above the bundle. */
const PAGES = new URL('../../docs/rules/', import.meta.url)

async function realPorts(): Promise<ServerPorts> {
  const parseFrontMatter = await frontMatterParser()
  let configurations: ConfigurationCache = new Map()
  return {
    segmenter: loadSegmenter(),
    configurationFor: (path) => findConfiguration(path, configurations),
    forgetConfigurations() {
      configurations = new Map()
    },
    withResiduePhrase,
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
  }
}

async function start(): Promise<void> {
  const connection = createConnection()
  createServer(connection, await realPorts())
  connection.listen()
}

void start()
