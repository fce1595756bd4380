/**
 * Cuts Chinese text into words. A port: nodejieba, its WebAssembly cousin or the platform's own segmenter stand behind it.
 * Cuts differ between them, so a rule uses a segmenter only to confirm what it found by other means, never to find.
 */
export interface Segmenter {
  readonly name: string
  /** words in order; joined they give the text back */
  segment(text: string): readonly string[]
}

/** Made when the first sentence asks: it takes longer than the check of a short report. */
let intl: Intl.Segmenter | undefined

/** The segmenter of the JavaScript platform itself, or one that cuts every character where the platform has none. */
export function platformSegmenter(): Segmenter {
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return { name: 'characters', segment: (text) => Array.from(text) }
  return { name: 'intl', segment: (text) => Array.from((intl ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(text), ({ segment }) => segment) }
}

/** Puts off making a segmenter until a rule first needs one: loading a dictionary takes longer than checking a report. */
export function lazySegmenter(load: () => Segmenter): Segmenter {
  let loaded: Segmenter | undefined
  const get = (): Segmenter => (loaded ??= load())
  return {
    get name() {
      return get().name
    },
    segment: (text) => get().segment(text),
  }
}
