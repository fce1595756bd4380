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

/** For each key the blocks that bring in an item of it, as rising places among the document's blocks. */
type BlocksByKey = Map<string, number[]>

/**
 * Answers that follow from groups of items. After an edit of one paragraph only the groups that it has or had an item in are
 * looked at again: the index of the text before becomes that of the text now. Made once, at the top of a module.
 */
export class Join<Item, Answer> {
  private readonly indexes = new WeakMap<ReportDocument, BlocksByKey>()

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
    const [had, has] = [this.keysAt(before.index, previous), this.keysAt(before.index, document)]
    const keys = new Set([...had, ...has])
    const gone = this.answersOf(keys, index, previous)
    for (const key of had) if (!has.has(key)) takeOut(index, key, before.index)
    for (const key of has) if (!had.has(key)) putIn(index, key, before.index)
    this.indexes.delete(previous)
    this.indexes.set(document, index)
    return { gone, come: this.answersOf(keys, index, document) }
  }

  private answersOf(keys: ReadonlySet<string>, index: BlocksByKey, document: ReportDocument): Answer[] {
    const { of } = this
    const answers: Answer[] = []
    for (const key of keys) {
      const items = (index.get(key) ?? []).flatMap((i) =>
        of.itemsAt(document.blocks[i] as PositionedBlock, document).filter((item) => of.keyOf(item, document) === key),
      )
      if (of.leads === undefined || items.some((item) => of.leads?.(item))) answers.push(...of.answers(items, document))
    }
    return answers
  }

  private keysAt(index: number, document: ReportDocument): Set<string> {
    const { of } = this
    return new Set(of.itemsAt(document.blocks[index] as PositionedBlock, document).map((item) => of.keyOf(item, document)))
  }

  private indexOf(document: ReportDocument): BlocksByKey {
    const index: BlocksByKey = new Map()
    for (const { index: i } of document.prose()) {
      for (const key of this.keysAt(i, document)) {
        const places = index.get(key)
        if (places === undefined) index.set(key, [i])
        else places.push(i)
      }
    }
    return index
  }
}

function takeOut(index: BlocksByKey, key: string, place: number): void {
  const places = index.get(key)
  if (places?.length === 1) index.delete(key)
  else places?.splice(places.indexOf(place), 1)
}

function putIn(index: BlocksByKey, key: string, place: number): void {
  const places = index.get(key)
  if (places === undefined) {
    index.set(key, [place])
    return
  }
  const next = places.findIndex((other) => other > place)
  places.splice(next < 0 ? places.length : next, 0, place)
}
