/** Changes texts as accidents do: pieces cut, doubled, swapped, spliced with another text, words and odd characters put in. */
export class Mutator {
  private state: number

  constructor(
    seed: number,
    private readonly words: readonly string[],
  ) {
    this.state = seed >>> 0
  }

  /** A whole number from 0 up to, and without, `below`. */
  random(below: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.state / 2 ** 32) * below)
  }

  pick<T>(from: readonly T[]): T {
    return from[this.random(from.length)] as T
  }

  /** `text` changed one to six times; never longer than `limit` units. */
  mutate(text: string, other: string, limit: number): string {
    let result = text
    for (let n = 1 + this.random(6); n > 0; n--) result = this.change(result, other)
    return result.slice(0, limit)
  }

  private change(text: string, other: string): string {
    const from = this.random(text.length + 1)
    const to = Math.min(text.length, from + 1 + this.random(this.random(4) === 0 ? 200 : 12))
    const [head, piece, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
    switch (this.random(9)) {
      case 0:
        return head + tail
      case 1:
        return head + piece + piece + tail
      case 2: {
        const at = this.random(other.length + 1)
        return head + other.slice(at, at + this.random(120)) + tail
      }
      case 3:
        return head + piece.repeat(1 + this.random(20)) + tail
      case 4:
        return head + [...piece].reverse().join('') + tail
      case 5:
        return head + String(this.random(2) === 0 ? this.random(100) : this.random(1e9)) + tail
      case 6:
        return head + String.fromCharCode(this.random(0x10000)) + tail
      default:
        return head + this.pick(this.words) + (this.random(3) === 0 ? piece : '') + tail
    }
  }
}
