/** A place between two characters, as the protocol counts: lines and UTF-16 units, both from 0. */
export interface MessagePosition {
  readonly line: number
  readonly character: number
}

/** A piece of a text; its end is behind its last character. */
export interface MessageRange {
  readonly start: MessagePosition
  readonly end: MessagePosition
}

/** A change of a text. */
export interface MessageEdit {
  readonly range: MessageRange
  readonly newText: string
}
