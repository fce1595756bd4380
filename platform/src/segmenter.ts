import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { lazySegmenter, platformSegmenter, type Segmenter } from '@gongwen/engine'
import { assetPath } from './assets.js'
import { exactly, type Cut } from './exact-cuts.js'

/** The segmenters there are, fastest first. */
export type SegmenterName = 'nodejieba' | 'jieba-wasm' | 'intl'

const ORDER: readonly SegmenterName[] = ['nodejieba', 'jieba-wasm', 'intl']
const require = createRequire(import.meta.url)

/**
 * A segmenter that loads its word list when it is first asked: nodejieba where it is installed, its WebAssembly cousin
 * otherwise, and what Node itself has when both fail.
 *
 * @param prefer begin with this one, and take the slower ones after it when it cannot be loaded
 */
export function loadSegmenter({ prefer = 'nodejieba' }: { readonly prefer?: SegmenterName } = {}): Segmenter {
  return lazySegmenter(() => {
    for (const name of ORDER.slice(ORDER.indexOf(prefer))) {
      const cut = attempt(LOADERS[name])
      if (cut !== undefined) return exactly(name, cut)
    }
    return platformSegmenter()
  })
}

const LOADERS: Readonly<Record<SegmenterName, () => Cut | undefined>> = {
  nodejieba: loadNodejieba,
  'jieba-wasm': loadJiebaWasm,
  intl() {
    const { segment } = platformSegmenter()
    return segment
  },
}

function attempt(load: () => Cut | undefined): Cut | undefined {
  try {
    return load()
  } catch {
    // not installed, or no binary for this machine: the next one will do
    return undefined
  }
}

interface Nodejieba {
  readonly DEFAULT_HMM_DICT: string
  readonly DEFAULT_STOP_WORD_DICT: string
  load(dictionaries: Record<'dict' | 'hmmDict' | 'userDict' | 'idfDict' | 'stopWordDict', string>): unknown
  cut(text: string, guessesNewWords: boolean): string[]
}

/**
 * nodejieba with the frequent words of its own dictionary, which the build writes to `dist/dict`. The whole dictionary
 * takes seconds and 300 MB to load, longer than jieba-wasm; so without the smaller one nodejieba is passed over.
 */
function loadNodejieba(): Cut | undefined {
  const dict = assetPath('dict/frequent.utf8')
  const idfDict = assetPath('dict/idf.utf8')
  const userDict = assetPath('dict/user.utf8')
  if (dict === undefined || idfDict === undefined || userDict === undefined) return undefined
  const nodejieba = require('nodejieba') as Nodejieba
  const files = { dict, hmmDict: nodejieba.DEFAULT_HMM_DICT, userDict, idfDict, stopWordDict: nodejieba.DEFAULT_STOP_WORD_DICT }
  if (!Object.values(files).every(canBeOpened)) return undefined
  nodejieba.load(files)
  return (text) => nodejieba.cut(text, true)
}

/** The library ends the whole process when it cannot open a file, and on Windows it cannot open paths beyond ASCII. */
function canBeOpened(path: string): boolean {
  return existsSync(path) && (process.platform !== 'win32' || /^[\u0020-\u007e]*$/.test(path))
}

function loadJiebaWasm(): Cut {
  const { cut } = require(assetPath('jieba-wasm/jieba_rs_wasm.cjs') ?? 'jieba-wasm') as { cut(text: string, guessesNewWords: boolean): string[] }
  return (text) => cut(text, true)
}
