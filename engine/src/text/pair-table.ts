/**
 * Numbers by pairs of UTF-16 units, for readers that look a pair up at every place of a text. An open hash in flat arrays:
 * a `Map` would keep such keys as boxed numbers and make one for each look-up.
 */
export class PairTable {
  private keys = new Int32Array(64)
  /** 0 where nothing is kept */
  private numbers = new Int32Array(64)
  private count = 0
  /**
   * For each unit which firsts it stands behind in some pair, by their lowest three bits: where `1 << (first & 7)` is missing
   * from the second unit's entry, no pair is kept. Tested at many places, so readers look here themselves before they `get`.
   */
  readonly seconds = new Uint8Array(0x10000)

  /** The number kept for a pair, 0 for none. */
  get(first: number, second: number): number {
    const { keys, numbers } = this
    const key = (first << 16) | second
    const mask = keys.length - 1
    for (let slot = slotOf(key) & mask; ; slot = (slot + 1) & mask) {
      const number = numbers[slot] as number
      if (number === 0 || keys[slot] === key) return number
    }
  }

  /** Keeps a number, greater than 0, in place of the one before. */
  set(first: number, second: number, number: number): void {
    if (this.count * 2 >= this.keys.length) this.grow()
    this.seconds[second] = (this.seconds[second] as number) | (1 << (first & 7))
    if (this.put((first << 16) | second, number)) this.count++
  }

  /** Whether a key is new. */
  private put(key: number, number: number): boolean {
    const { keys, numbers } = this
    const mask = keys.length - 1
    let slot = slotOf(key) & mask
    while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    const isNew = numbers[slot] === 0
    keys[slot] = key
    numbers[slot] = number
    return isNew
  }

  private grow(): void {
    const { keys, numbers } = this
    this.keys = new Int32Array(keys.length * 2)
    this.numbers = new Int32Array(keys.length * 2)
    for (let slot = 0; slot < keys.length; slot++) if (numbers[slot] !== 0) this.put(keys[slot] as number, numbers[slot] as number)
  }
}

/** Spreads keys over the slots: Chinese units differ in their middle bits most. */
function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 12
}
