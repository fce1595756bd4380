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

/** Numbers the places on one kind of owner, so that each owner has as many as are used on its kind. */
export class ShelfPlaces {
  private taken = 0

  take(): number {
    return this.taken++
  }

  /** Room for a reading in each place. */
  room(): unknown[] {
    return new Array<unknown>(this.taken)
  }
}

/** For what is kept on blocks. */
export const OF_BLOCKS = new ShelfPlaces()

/**
 * Readings kept on their owners themselves, as a `WeakMap` would keep them: for those that every check asks for at every
 * block, where look-ups in weak maps, and the collector's work on them, were a tenth of a check.
 */
export class Shelf<Owner extends Keeper, Reading> {
  private readonly place: number

  /** @param places those of the kind of owner; of blocks when left out */
  constructor(places: ShelfPlaces = OF_BLOCKS) {
    this.place = places.take()
  }

  get(owner: Owner): Reading | undefined {
    return owner.kept[this.place] as Reading | undefined
  }

  set(owner: Owner, reading: Reading): void {
    owner.kept[this.place] = reading
  }
}

/** `keptWith` for owners with room for it, and readings that are never `undefined`. */
export function keptOn<Owner extends Keeper, Reading extends object | number | string | boolean>(
  read: (owner: Owner) => Reading,
  places?: ShelfPlaces,
): (owner: Owner) => Reading {
  const shelf = new Shelf<Owner, Reading>(places)
  return (owner) => {
    let reading = shelf.get(owner)
    if (reading === undefined) shelf.set(owner, (reading = read(owner)))
    return reading
  }
}
