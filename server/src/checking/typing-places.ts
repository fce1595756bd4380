import { sentencesOf, type ReportDocument, type TextRange } from '@gongwen/engine'

/** More than this at once is no typing: pasted or generated text is judged at once. */
const MOST_TYPED = 30
/** A sentence that ends so is finished: who stands behind it has left it. */
const FINISHED = /[。！？…][”’》）〉」』】]{0,4}$/

interface Place {
  readonly version: number
  readonly offset: number
  /** whether the caret is known to stand in its sentence */
  isAttended: boolean
}

/**
 * Knows where in each document somebody is typing: the place of the last edit, until the caret leaves its sentence, the
 * document is saved, or something else is edited. Half a sentence is no mistake yet.
 */
export class TypingPlaces {
  private readonly texts = new Map<string, string>()
  private readonly places = new Map<string, Place>()

  /** Notes the text of a document when it is opened. */
  opened(uri: string, text: string): void {
    this.texts.set(uri, text)
    this.places.delete(uri)
  }

  /** Notes an edit by the text that came of it. */
  edited(uri: string, version: number, text: string): void {
    const before = this.texts.get(uri)
    this.texts.set(uri, text)
    const offset = before === undefined ? undefined : placeOfEdit(before, text)
    if (offset === undefined) this.places.delete(uri)
    else this.places.set(uri, { version, offset, isAttended: false })
  }

  /** The caret stands in the sentence that was typed. */
  attend(uri: string): void {
    const place = this.places.get(uri)
    if (place !== undefined) place.isAttended = true
  }

  /** Whether the caret is known to stand in the sentence that was typed: an edit may have been made by a command, elsewhere. */
  isAttended(uri: string): boolean {
    return this.places.get(uri)?.isAttended === true
  }

  /** Nobody types here any more; true when somebody did. */
  left(uri: string): boolean {
    return this.places.delete(uri)
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.texts.delete(uri)
    this.places.delete(uri)
  }

  /** The sentence that is being typed in a document, of the whole text; nothing when none is, or the text is another one. */
  sentenceIn(uri: string, version: number, document: ReportDocument): TextRange | undefined {
    const place = this.places.get(uri)
    return place?.version === version ? sentenceAround(document, place.offset) : undefined
  }
}

/** Where an edit ended in the text that came of it; nothing for one that was no typing. */
function placeOfEdit(before: string, after: string): number | undefined {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++
  let tail = 0
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++
  const typed = after.slice(head, after.length - tail)
  return typed.length > MOST_TYPED || before.length - tail - head > MOST_TYPED ? undefined : after.length - tail
}

/** The unfinished sentence around a place, or the finished one that the place is inside of. */
function sentenceAround(document: ReportDocument, offset: number): TextRange | undefined {
  const at = document.blocks.find(({ start, end }) => start <= offset && offset <= end)
  if (at === undefined) return undefined
  for (const sentence of sentencesOf(at.block)) {
    const range = document.toDocument(at, sentence)
    if (range.start <= offset && (offset < range.end || (offset === range.end && !FINISHED.test(sentence.canonical)))) return range
  }
  return undefined
}
