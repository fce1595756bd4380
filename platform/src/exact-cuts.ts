import { platformSegmenter, type Segmenter } from '@gongwen/engine'

/** A library's function that cuts text into words. */
export type Cut = (text: string) => readonly string[]

/** A segmenter of a library that reads UTF-8, which has no lone surrogates: a text that it does not give back whole is cut by the platform. */
export function exactly(name: string, cut: Cut): Segmenter {
  let fallback: Segmenter | undefined
  return {
    name,
    segment(text) {
      const words = cut(text)
      return words.join('') === text ? words : (fallback ??= platformSegmenter()).segment(text)
    },
  }
}
