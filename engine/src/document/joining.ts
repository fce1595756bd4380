import type { Block } from '../markdown/block.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'

/** How what blocks say is told together: items of one key, wherever they stand in a report. */
export interface JoinOf<Item, Answer> {
  /** what a block of the report brings in, in reading order, with its place in the document */
  itemsAt(at: PositionedBlock, document: ReportDocument): readonly Item[]
  keyOf(item: Item, document: ReportDocument): string
  /** what a block's items follow from: while it is the same object, and the profile of the report too, so are they but for their places */
  sourceOf(at: PositionedBlock, document: ReportDocument): unknown
  /** further blocks whose items say something else when a block takes another's place; none when left out */
  besides?(before: PositionedBlock, after: Block, document: ReportDocument): readonly number[]
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

/** Where more blocks have changed than these, all is told anew. */
const MOST_CHANGED = 400

/**
 * Answers that follow from groups of items. After an edit of one line only the groups that a changed block has or had an item in are
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

  /** What the document's edit changes; nothing when the document was not made by an edit of one line, or all has to be told anew. */
  change(document: ReportDocument): AnswerChange<Answer> | undefined {
    const { edit } = document
    if (edit === undefined) return undefined
    const { previous } = edit
    const { of } = this
    const changed = new Set(edit.keepsShape ? [edit.before.index] : this.changedBlocks(previous, document))
    if (changed.size > MOST_CHANGED) return undefined
    for (const [place, block] of edit.changed)
      for (const beside of of.besides?.(previous.blocks[place] as PositionedBlock, block, document) ?? []) changed.add(beside)
    const index = this.indexes.get(previous) ?? this.indexOf(previous)
    const now = Array.from(changed, (place) => ({ place, has: this.keyedItems(place, document) }))
    const keys = new Set(now.flatMap(({ has }) => [...has.keys()]))
    for (const place of changed) for (const key of this.keyedItems(place, previous).keys()) keys.add(key)
    const gone = this.answersOf(keys, index, previous)
    for (const key of keys) {
      for (const { place, has } of now) setBlock(index.blocks, key, place, has.get(key))
      index.silent.delete(key)
    }
    this.indexes.delete(previous)
    this.indexes.set(document, index)
    return { gone, come: this.answersOf(keys, index, document) }
  }

  /** The places of blocks whose items may be others than they were. */
  private changedBlocks(previous: ReportDocument, document: ReportDocument): number[] {
    const sourceOf = (at: PositionedBlock | undefined, own: ReportDocument): unknown =>
      at === undefined || at.isResidue || !at.block.isProse ? undefined : this.of.sourceOf(at, own)
    return document.blocks.flatMap((at) => (sourceOf(at, document) === sourceOf(previous.blocks[at.index], previous) ? [] : [at.index]))
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
    const at = document.blocks[index] as PositionedBlock
    if (at.isResidue || !at.block.isProse) return places
    of.itemsAt(at, document).forEach((item, place) => {
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
