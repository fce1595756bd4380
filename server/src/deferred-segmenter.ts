import { platformSegmenter, type Segmenter } from '@gongwen/engine'
import type { ServerSegmenter } from './ports.js'

/**
 * The platform's segmenter until words are first asked for; then `load` brings a better one, which counts from there on.
 * Where it brings none, the platform's stays.
 */
export function deferredSegmenter(load: () => Promise<Segmenter | undefined>): ServerSegmenter {
  let current = platformSegmenter()
  let loading: Promise<void> | undefined
  let isSettled = false
  const bring = async (): Promise<void> => {
    try {
      current = (await load()) ?? current
    } catch {
      // no such file, or a page that allows no WebAssembly: the platform's segmenter will do
    }
    isSettled = true
  }
  return {
    get name() {
      return current.name
    },
    segment(text) {
      loading ??= bring()
      return current.segment(text)
    },
    loading: () => (isSettled ? undefined : loading),
  }
}
