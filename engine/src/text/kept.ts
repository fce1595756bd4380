/**
 * A reading of an object that is made once and kept for as long as the object lives. What is kept must follow from the
 * object alone: a block or a sentence that did not change then costs nothing at the next check.
 */
export function keptWith<Owner extends object, Reading>(read: (owner: Owner) => Reading): (owner: Owner) => Reading {
  const kept = new WeakMap<Owner, { readonly reading: Reading }>()
  return (owner) => {
    let entry = kept.get(owner)
    if (entry === undefined) {
      entry = { reading: read(owner) }
      kept.set(owner, entry)
    }
    return entry.reading
  }
}

/** An object that has room for what is read of it. */
export interface Keeper {
  readonly kept: unknown[]
}

let shelves = 0

/**
 * Readings kept on their owners themselves, as a `WeakMap` would keep them: for those that every check asks for at every
 * block, where look-ups in weak maps, and the collector's work on them, were a tenth of a check.
 */
export class Shelf<Owner extends Keeper, Reading> {
  private readonly place = shelves++

  get(owner: Owner): Reading | undefined {
    return owner.kept[this.place] as Reading | undefined
  }

  set(owner: Owner, reading: Reading): void {
    owner.kept[this.place] = reading
  }
}

/** `keptWith` for owners with room for it, and readings that are never `undefined`. */
export function keptOn<Owner extends Keeper, Reading extends object | boolean>(read: (owner: Owner) => Reading): (owner: Owner) => Reading {
  const shelf = new Shelf<Owner, Reading>()
  return (owner) => {
    let reading = shelf.get(owner)
    if (reading === undefined) shelf.set(owner, (reading = read(owner)))
    return reading
  }
}
