import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Words seen less often than this in the corpus behind the dictionary are left out: 52 000 of 349 000 stay. */
const MIN_FREQUENCY = 50

/** The module and its WebAssembly; loaded by path, so that one copy serves every bundle. */
export function copyJiebaWasm(root) {
  const source = dirname(createRequire(join(root, 'platform/package.json')).resolve('jieba-wasm/node'))
  const target = join(root, 'dist/jieba-wasm')
  mkdirSync(target, { recursive: true })
  copyFileSync(join(source, 'jieba_rs_wasm.js'), join(target, 'jieba_rs_wasm.cjs'))
  copyFileSync(join(source, 'jieba_rs_wasm_bg.wasm'), join(target, 'jieba_rs_wasm_bg.wasm'))
}

/**
 * The frequent words of nodejieba's own dictionary (MIT, as nodejieba is), with empty lists for what only its extraction
 * of keywords uses. The whole dictionary takes 1.5 s and 280 MB to load, this one 0.1 s and 70 MB. Without nodejieba
 * installed there is nothing to write, and nothing that would read it.
 *
 * @param folder where to write, `dist/dict` unless told
 */
export function writeDictionary(root, folder = join(root, 'dist/dict')) {
  const source = join(root, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8')
  if (!existsSync(source)) return
  const lines = readFileSync(source, 'utf8').split('\n')
  const frequent = lines.filter((line) => Number(line.split(' ')[1]) >= MIN_FREQUENCY)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'frequent.utf8'), `${frequent.join('\n')}\n`)
  writeFileSync(join(folder, 'user.utf8'), '')
  // the library refuses a list without any line
  writeFileSync(join(folder, 'idf.utf8'), '的 1.0\n')
  copyFileSync(join(root, 'node_modules/nodejieba/LICENSE'), join(folder, 'LICENSE'))
}
