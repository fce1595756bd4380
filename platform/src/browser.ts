/** What a browser's worker needs beside the portable part: the WebAssembly of jieba without Node's way of loading it. */
import { cut, initSync } from 'jieba-wasm/web'
import type { Segmenter } from '@gongwen/engine'
import { exactly } from './exact-cuts.js'

/**
 * The segmenter in a module of WebAssembly.
 *
 * @param module the bytes of `jieba_rs_wasm_bg.wasm`
 * @throws when the browser does not allow WebAssembly here, or the bytes are none
 */
export function wasmSegmenter(module: Uint8Array): Segmenter {
  initSync({ module: module as Uint8Array<ArrayBuffer> })
  return exactly('jieba-wasm', (text) => cut(text, true))
}
