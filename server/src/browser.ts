/** Starts the language server in a browser's worker. It reaches nothing by itself: what it reads, the client reads for it. */
import { checkFrontMatter, decodeTextWith, frontMatterParser } from '@gongwen/platform/portable'
import { wasmSegmenter } from '@gongwen/platform/browser'
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { ClientFiles } from './client-files.js'
import { createServer } from './create-server.js'
import { deferredSegmenter } from './deferred-segmenter.js'
import type { ServerPorts } from './ports.js'

async function workerPorts(files: ClientFiles): Promise<ServerPorts> {
  const parseFrontMatter = await frontMatterParser()
  return {
    segmenter: deferredSegmenter(async () => {
      const module = await files.readAsset('jieba-wasm/jieba_rs_wasm_bg.wasm')
      return module && wasmSegmenter(module)
    }),
    async readText(uri) {
      const bytes = await files.read(uri)
      return bytes && (await decodeTextWith(bytes, (gb18030) => new TextDecoder('gb18030').decode(gb18030))).text
    },
    readFolder: (uri) => files.readFolder(uri),
    parseFrontMatter,
    frontMatterProblems: async (text) => (await checkFrontMatter(text))?.problems ?? [],
    rulePage: () => undefined,
    schedule(task, delay) {
      const timer = setTimeout(task, delay)
      return () => clearTimeout(timer)
    },
    pause: () => new Promise((resolve) => void setTimeout(resolve)),
  }
}

async function start(): Promise<void> {
  const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker))
  createServer(connection, await workerPorts(new ClientFiles(connection)))
  connection.listen()
}

void start()
