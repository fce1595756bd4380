import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'

/** How what blocks say is told together: items of one key, wherever they stand in a report. */
export interface JoinOf<Item, Answer> {
  /** what a block of the report brings in, in reading order, with its place in the document */
  itemsAt(at: PositionedBlock, document: ReportDocument): readonly Item[]
  keyOf(item: Item, document: ReportDocument): string
  /** whether an item can make its group say anything; where no item does, nothing is joined. Any item when left out */
  leads?(item: Item): boolean
  /** what the items of one key say, given in reading order */
  answers(items: readonly Item[], document: ReportDocument): readonly Answer[]
}

/** What an edit changes: answers that held of the text before, in its offsets, and those that hold now in their place. */
export interface AnswerChange<Answer> {
  readonly gone: readonly Answer[]
  readonly come: readonly Answer[]
}

/** The items of one key that a block brings in. */
interface KeyedBlock {
  /** place among the document's blocks */
  readonly index: number
  /** places among the block's items */
  readonly items: readonly number[]
}

/** What is known of a document's groups. */
interface JoinIndex {
  /** for each key the blocks that bring in an item of it, in reading order */
  readonly blocks: Map<string, KeyedBlock[]>
  /** keys whose groups say nothing, as far as they have been asked */
  readonly silent: Set<string>
}

/**
 * Answers that follow from groups of items. After an edit of one paragraph only the groups that it has or had an item in are
 * looked at again: the index of the text before becomes that of the text now. Made once, at the top of a module.
 */
export class Join<Item, Answer> {
  private readonly indexes = new WeakMap<ReportDocument, JoinIndex>()

  constructor(private readonly of: JoinOf<Item, Answer>) {}

  /** All answers of a document. */
  all(document: ReportDocument): Answer[] {
    const { of } = this
    const items = document.prose().flatMap((at) => of.itemsAt(at, document))
    if (of.leads !== undefined && !items.some((item) => of.leads?.(item))) return []
    const groups = new Map<string, Item[]>()
    for (const item of items) {
      const key = of.keyOf(item, document)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
    return Array.from(groups.values(), (group) => of.answers(group, document)).flat()
  }

  /** What the document's edit changes; nothing when the document was not made by an edit of one paragraph. */
  change(document: ReportDocument): AnswerChange<Answer> | undefined {
    const { edit } = document
    if (edit === undefined) return undefined
    const { previous, before } = edit
    const index = this.indexes.get(previous) ?? this.indexOf(previous)
    const [had, has] = [this.keyedItems(before.index, previous), this.keyedItems(before.index, document)]
    const keys = new Set([...had.keys(), ...has.keys()])
    const gone = this.answersOf(keys, index, previous)
    for (const key of keys) {
      setBlock(index.blocks, key, before.index, has.get(key))
      index.silent.delete(key)
    }
    this.indexes.delete(previous)
    this.indexes.set(document, index)
    return { gone, come: this.answersOf(keys, index, document) }
  }

  private answersOf(keys: ReadonlySet<string>, index: JoinIndex, document: ReportDocument): Answer[] {
    const answers: Answer[] = []
    for (const key of keys) {
      if (index.silent.has(key)) continue
      const found = this.answersOfGroup(index.blocks.get(key) ?? [], document)
      if (found.length === 0) index.silent.add(key)
      else answers.push(...found)
    }
    return answers
  }

  private answersOfGroup(blocks: readonly KeyedBlock[], document: ReportDocument): readonly Answer[] {
    const { of } = this
    const group = blocks.flatMap(({ index, items }) => {
      const all = of.itemsAt(document.blocks[index] as PositionedBlock, document)
      return items.map((place) => all[place] as Item)
    })
    return of.leads === undefined || group.some((item) => of.leads?.(item)) ? of.answers(group, document) : []
  }

  /** The keys of a block's items, with the places of each key's items among them. */
  private keyedItems(index: number, document: ReportDocument): Map<string, number[]> {
    const { of } = this
    const places = new Map<string, number[]>()
    of.itemsAt(document.blocks[index] as PositionedBlock, document).forEach((item, place) => {
      const key = of.keyOf(item, document)
      const known = places.get(key)
      if (known === undefined) places.set(key, [place])
      else known.push(place)
    })
    return places
  }

  private indexOf(document: ReportDocument): JoinIndex {
    const blocks: JoinIndex['blocks'] = new Map()
    for (const { index } of document.prose()) {
      for (const [key, items] of this.keyedItems(index, document)) {
        const known = blocks.get(key)
        if (known === undefined) blocks.set(key, [{ index, items }])
        else known.push({ index, items })
      }
    }
    return { blocks, silent: new Set() }
  }
}

/** Sets what a block brings in under a key, which may be nothing. */
function setBlock(blocks: JoinIndex['blocks'], key: string, index: number, items: readonly number[] | undefined): void {
  const others = (blocks.get(key) ?? []).filter((block) => block.index !== index)
  if (items !== undefined) {
    const next = others.findIndex((block) => block.index > index)
    others.splice(next < 0 ? others.length : next, 0, { index, items })
  }
  if (others.length === 0) blocks.delete(key)
  else blocks.set(key, others)
}
