import type { Block } from '../markdown/block.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { sentencesOf, type Sentence } from './sentence.js'

/** What a block says to one question, nothing when it says nothing; the same block gives the same answer. */
export type BlockQuestion<Answer> = (block: Block) => Answer | undefined

/** A block that answered, in its place. */
export interface Answered<Answer> {
  readonly at: PositionedBlock
  readonly answer: Answer
}

/** A run of neighbouring blocks. It does not know where it stands, so that what is read of it outlives an edit elsewhere. */
interface Passage {
  readonly blocks: readonly Block[]
}

/** A passage and the index of its first block among those that were cut. */
interface PlacedPassage {
  readonly passage: Passage
  readonly from: number
}

const LONGEST_PASSAGE = 128
/** On average one block in so many ends a passage. */
const PASSAGE = 32
/** Passages kept that begin with one block: texts with the same line again and again need several. */
const MOST_ALIKE = 16
const passagesByFirst = new WeakMap<Block, Passage[]>()

/**
 * The blocks of a report cut into passages. A cut is made behind a block for what that block says and not for where it
 * stands: after an edit all passages but one are those of the text before.
 */
export class Passages {
  private readonly placed: readonly PlacedPassage[]

  constructor(private readonly blocks: readonly PositionedBlock[]) {
    this.placed = cut(blocks)
  }

  /** The blocks that answer a question, in reading order. Costs as much as there are answers, where little has changed. */
  ask<Answer>(question: Question<Answer>): Answered<Answer>[] {
    const answered: Answered<Answer>[] = []
    for (const { passage, from } of this.placed)
      for (const { index, answer } of question.ofPassage(passage)) answered.push({ at: this.blocks[from + index] as PositionedBlock, answer })
    return answered
  }
}

/**
 * What something takes from a paragraph, in one string: of two paragraphs with the same string, one may take the place of
 * the other and nothing changes but offsets.
 *
 * @param document the text now; the paragraph stands in it or in the text that it was made of by `document.edit`
 */
export type BlockReading = (block: Block, document: ReportDocument) => string

/** A question whose answers are kept with the passages. Made once, at the top of a module. */
export class Question<Answer> {
  private readonly known = new WeakMap<Passage, readonly { readonly index: number; readonly answer: Answer }[]>()

  /** @param words what of the answering block is read; all of it when left out */
  constructor(
    private readonly ask: BlockQuestion<Answer>,
    private readonly words: (block: Block, answer: Answer) => string = ({ text }) => text,
  ) {}

  /** What one block says, wherever it stands. */
  of(block: Block): Answer | undefined {
    return this.ask(block)
  }

  /** What those who ask take from a block: nothing when it says nothing. */
  readonly reading: BlockReading = (block) => {
    const answer = this.ask(block)
    return answer === undefined ? '' : this.words(block, answer)
  }

  /** Its answers in a passage, with the place of each block there. */
  ofPassage(passage: Passage): readonly { readonly index: number; readonly answer: Answer }[] {
    let found = this.known.get(passage)
    if (found === undefined) {
      const answers: { index: number; answer: Answer }[] = []
      passage.blocks.forEach((block, index) => {
        const answer = this.ask(block)
        if (answer !== undefined) answers.push({ index, answer })
      })
      found = answers
      this.known.set(passage, found)
    }
    return found
  }
}

/** A sentence of a block with what it says to a question. */
export interface AnsweredSentence<Answer> {
  readonly sentence: Sentence
  readonly found: readonly Answer[]
}

/**
 * A question put to sentences: the answer of a block is those of its sentences that have found anything.
 *
 * @param needed what stands in the canonical text of every sentence that finds something; most blocks are done with at this
 */
export function sentenceQuestion<Answer>(read: (sentence: Sentence) => readonly Answer[], needed = /^/): Question<readonly AnsweredSentence<Answer>[]> {
  return new Question<readonly AnsweredSentence<Answer>[]>(
    (block) => {
      if (!needed.test(block.canonical)) return undefined
      const answers: AnsweredSentence<Answer>[] = []
      for (const sentence of sentencesOf(block)) {
        if (!needed.test(sentence.canonical)) continue
        const found = read(sentence)
        if (found.length > 0) answers.push({ sentence, found })
      }
      return answers.length === 0 ? undefined : answers
    },
    (_, answers) => answers.map(({ sentence: { text, canonical } }) => `${text}\n${canonical}`).join('\n'),
  )
}

function cut(blocks: readonly PositionedBlock[]): PlacedPassage[] {
  const placed: PlacedPassage[] = []
  let from = 0
  for (let i = 0; i < blocks.length; i++) {
    if (i + 1 < blocks.length && i + 1 - from < LONGEST_PASSAGE && !endsPassage((blocks[i] as PositionedBlock).block)) continue
    placed.push({ passage: passageOf(blocks, from, i + 1), from })
    from = i + 1
  }
  return placed
}

function endsPassage({ source }: Block): boolean {
  const { length } = source
  return (length * 7 + source.charCodeAt(length >> 1) + source.charCodeAt(length - 2)) % PASSAGE === 0
}

/** The passage of these blocks: that of an earlier text if one had the same. */
function passageOf(blocks: readonly PositionedBlock[], from: number, to: number): Passage {
  const { block: first } = blocks[from] as PositionedBlock
  let alike = passagesByFirst.get(first)
  if (alike === undefined) passagesByFirst.set(first, (alike = []))
  const known = alike.find(({ blocks: own }) => own.length === to - from && own.every((block, i) => block === blocks[from + i]?.block))
  if (known !== undefined) return known
  const passage = { blocks: blocks.slice(from, to).map(({ block }) => block) }
  if (alike.length >= MOST_ALIKE) alike.shift()
  alike.push(passage)
  return passage
}

/** The sentences of the report itself that have found something, in reading order. */
export function sentencesThat<Answer>(
  document: { ask(question: Question<readonly AnsweredSentence<Answer>[]>): readonly Answered<readonly AnsweredSentence<Answer>[]>[] },
  question: Question<readonly AnsweredSentence<Answer>[]>,
): (AnsweredSentence<Answer> & { readonly at: PositionedBlock })[] {
  return document.ask(question).flatMap(({ at, answer }) => answer.map(({ sentence, found }) => ({ at, sentence, found })))
}
