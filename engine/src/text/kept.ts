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
