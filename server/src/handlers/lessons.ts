import { LineIndex, type Severity } from '@gongwen/engine'
import { setRule } from '@gongwen/platform/portable'
import { LSPErrorCodes, ResponseError, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver'
import { lineEdits } from '../checking/line-edits.js'
import { toEdits } from '../converters/positions.js'
import type { HandlerContext } from './handler-context.js'

/** A phrase that is to count as residue from now on. */
export interface PhraseLesson {
  readonly learn: string
  /** the document whose configuration learns it */
  readonly of: string
}

/** A rule that is to be off, or of another severity, from now on. */
export interface RuleLesson {
  readonly rule: string
  readonly setting: 'off' | Severity
  readonly of: string
}

/** What a configuration file is to say from now on. */
export type Lesson = PhraseLesson | RuleLesson

/** Whether an action's data is a lesson. */
export function isLesson(data: unknown): data is Lesson {
  return typeof data === 'object' && data !== null && 'of' in data && ('learn' in data || ('rule' in data && 'setting' in data))
}

/** Gives lessons their edits, for a client that cannot ask for them later; one that cannot be learned is left out. */
export async function withLessons(actions: CodeAction[], context: HandlerContext): Promise<CodeAction[]> {
  const settled = await Promise.allSettled(
    actions.map(async (action) => (isLesson(action.data) ? { ...action, edit: await lessonEdit(action.data, context) } : action)),
  )
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/**
 * The edit of the configuration file that learns; makes the file where there is none.
 *
 * @throws ResponseError, shown to the writer, when the file cannot be edited by machine
 */
export async function lessonEdit(lesson: Lesson, context: HandlerContext): Promise<WorkspaceEdit> {
  const { connection, files } = context
  const { workspace } = context.client().capabilities
  const folders = workspace?.workspaceFolders === true ? ((await connection.workspace.getWorkspaceFolders()) ?? []) : []
  const addresses = folders.map(({ uri }) => uri)
  const learned = await (
    'learn' in lesson
      ? files.learn(lesson.of, lesson.learn, addresses)
      : files.edited(lesson.of, addresses, (source, path) => setRule(source, lesson.rule, lesson.setting, path))
  ).catch((error: unknown) => {
    connection.console.warn(`gongwen: ${String(error)}`)
    return undefined
  })
  const abilities = workspace?.workspaceEdit
  const canMake = abilities?.documentChanges === true && abilities.resourceOperations?.includes('create') === true
  if (learned === undefined || (!learned.exists && !canMake))
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `配置文件写法有误或无法读取，请手工加到 ${'learn' in lesson ? 'residue.phrases' : 'rules'} 里 (edit the configuration file by hand)`,
    )
  const { uri, before, after, exists } = learned
  const edits = toEdits(LineIndex.of(before), lineEdits(before, after))
  if (abilities?.documentChanges !== true) return { changes: { [uri]: edits } }
  const change = { textDocument: { uri, version: null }, edits }
  return { documentChanges: exists ? [change] : [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] }
}
