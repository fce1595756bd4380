import {
  canRestructure,
  DOCUMENT_RESTRUCTURINGS,
  restructure,
  SECTION_RESTRUCTURINGS,
  type DocumentRestructuring,
  type DoubtfulEdit,
  type Heading,
  type RestructuringEdits,
  type Section,
  type SectionRestructuring,
  type TextRange,
} from '@gongwen/engine'
import { CodeActionKind, MessageType, ShowMessageNotification, type CodeAction } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import type { HandlerContext } from './handler-context.js'
import { canResolveEdits, workspaceEdit } from './workspace-edit.js'

/** So many references stand in one message. */
const MOST_NAMED = 5

type Restructuring = DocumentRestructuring | SectionRestructuring

/** What an action is resolved from: edits of references take a second reading of the text. */
export interface RestructuringData {
  readonly uri: string
  readonly version: number
  readonly restructuring: Restructuring
  /** where the heading of the section starts, for a restructuring of one section */
  readonly at?: number
}

interface Offer {
  readonly kind: string
  readonly zh: string
  readonly en: string
}

/** Kinds that the server may offer, as it says when it starts. */
export const RESTRUCTURING_KINDS = [CodeActionKind.RefactorRewrite, 'refactor.move']

const OFFERS: Readonly<Record<Restructuring, Offer>> = {
  'renumber-level': {
    kind: 'refactor.rewrite.gongwen.renumberLevel',
    zh: '公文：本级重新编号',
    en: 'Gongwen: renumber this level',
  },
  renumber: {
    kind: 'refactor.rewrite.gongwen.renumber',
    zh: '公文：全文重新编号',
    en: 'Gongwen: renumber the whole document',
  },
  'unify-ordinals': {
    kind: 'refactor.rewrite.gongwen.unifyOrdinals',
    zh: '公文：统一序号的括号和标点',
    en: 'Gongwen: unify brackets and marks of ordinals',
  },
  'to-markdown': {
    kind: 'refactor.rewrite.gongwen.toMarkdown',
    zh: '公文：标题改为 Markdown 标题',
    en: 'Gongwen: turn headings into Markdown headings',
  },
  'to-plain': {
    kind: 'refactor.rewrite.gongwen.toPlain',
    zh: '公文：去掉标题前的“#”',
    en: 'Gongwen: turn Markdown headings into plain lines',
  },
  promote: {
    kind: 'refactor.move.gongwen.promote',
    zh: '公文：提升一级（下级随同）',
    en: 'Gongwen: promote the section with all under it',
  },
  demote: {
    kind: 'refactor.move.gongwen.demote',
    zh: '公文：降低一级（下级随同）',
    en: 'Gongwen: demote the section with all under it',
  },
  'move-up': { kind: 'refactor.move.gongwen.up', zh: '公文：本部分上移', en: 'Gongwen: move the section up' },
  'move-down': { kind: 'refactor.move.gongwen.down', zh: '公文：本部分下移', en: 'Gongwen: move the section down' },
}

/**
 * The restructurings that change something, for a place on a heading or a title line; those of one section where a
 * single heading is touched.
 *
 * @param range of the whole text
 * @param wanted whether the client asked for a kind
 */
export function restructuringActions(checked: CheckedText, range: TextRange, wanted: (kind: string) => boolean, context: HandlerContext): CodeAction[] {
  const { outline } = checked.document
  const sections = outline.sections.filter(({ heading }) => heading !== undefined && touches(lineOf(heading), range))
  const isOnTitle = outline.titles.some((title) => touches(title, range))
  if (sections.length === 0 && !isOnTitle) return []
  const [section, another] = sections
  const offered = (kind: Restructuring): boolean => wanted(OFFERS[kind].kind)
  return [
    ...(section === undefined || another !== undefined
      ? []
      : SECTION_RESTRUCTURINGS.filter((kind) => offered(kind) && canRestructure(checked.document, kind, section)).map((kind) =>
          actionOf(checked, kind, context, section),
        )),
    ...DOCUMENT_RESTRUCTURINGS.filter((kind) => offered(kind) && canRestructure(checked.document, kind)).map((kind) => actionOf(checked, kind, context)),
  ]
}

/** A heading's line; of one that runs on into its paragraph only the heading. */
function lineOf({ form, at, start, end }: Heading): TextRange {
  return form === 'line' || form === 'markdown' || form === 'unnumbered' ? at : { start, end }
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end
}

function actionOf(checked: CheckedText, restructuring: Restructuring, context: HandlerContext, section?: Section): CodeAction {
  const { kind, zh, en } = OFFERS[restructuring]
  const { uri, version } = checked
  const at = section?.heading?.start
  const data: RestructuringData = { uri, version, restructuring, ...(at !== undefined && { at }) }
  const action = { title: checked.say(zh, en), kind, data }
  return canResolveEdits(context) ? action : resolveRestructuring(checked, action, data, context)
}

/** The quick fix beside a finding about numbers: all of the document, references in the text included. */
export function renumberingFix(checked: CheckedText, context: HandlerContext): CodeAction[] {
  if (!canRestructure(checked.document, 'renumber')) return []
  const title = checked.say('全文重新编号（“见第三部分”一类的指引随改）', 'Renumber the whole document, references included')
  return [{ ...actionOf(checked, 'renumber', context), title, kind: CodeActionKind.QuickFix }]
}

/** Whether an action's data are of a restructuring. */
export function isRestructuring(data: unknown): data is RestructuringData {
  return typeof data === 'object' && data !== null && 'restructuring' in data && String(data.restructuring) in OFFERS
}

/**
 * The action with its edits. The checked text must be of the version that the data name. References that go along with a
 * moved section as they are, for want of certainty, are named to the writer.
 */
export function resolveRestructuring(checked: CheckedText, action: CodeAction, data: RestructuringData, context: HandlerContext): CodeAction {
  const { edits, doubtful, leftAlone } = editsOf(checked, data)
  if (leftAlone.length > 0 && canResolveEdits(context)) {
    const { connection } = context
    connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: leftAloneMessage(checked, leftAlone) })
      .catch((error: unknown) => connection.console.error(String(error)))
  }
  return { ...action, edit: workspaceEdit(checked, edits, context, doubtful) }
}

function leftAloneMessage(checked: CheckedText, leftAlone: readonly DoubtfulEdit[]): string {
  const named = leftAlone.slice(0, MOST_NAMED).map(({ start, text }) => {
    const line = checked.document.lines.positionAt(start).line + 1
    return checked.say(`第${line}行“${text}”`, `“${text}” (line ${line})`)
  })
  const more = leftAlone.length > MOST_NAMED ? checked.say(`等${leftAlone.length}处`, ` and others, ${leftAlone.length} in all`) : ''
  const list = named.join(checked.say('、', ', ')) + more
  return checked.say(
    `移动的部分里有指引，说的是哪一部分不能确定，没有改，请核对：${list}（移动前的行号）`,
    `References inside the moved section were left as they are; please check: ${list}, lines as before the move`,
  )
}

function editsOf({ document }: CheckedText, { restructuring, at }: RestructuringData): RestructuringEdits {
  const forDocument = DOCUMENT_RESTRUCTURINGS.find((kind) => kind === restructuring)
  if (forDocument !== undefined) return restructure(document, forDocument)
  const section = document.outline.sections.find(({ heading }) => heading?.start === at)
  if (section === undefined) throw new Error(`no heading starts at ${String(at)}`)
  return restructure(document, restructuring as SectionRestructuring, section)
}
