import type { CleaningPlan } from '@gongwen/messages'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { toEdits } from '../converters/positions.js'
import { CleanRequest } from '../protocol.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Answers what cleaning would do to a document. */
export function serveCleaning({ connection, documents }: HandlerContext): void {
  connection.onRequest(CleanRequest, ({ uri }) =>
    answer(connection, CleanRequest.method, async (): Promise<CleaningPlan> => {
      if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${CleanRequest.method} needs the uri of a document`)
      const checked = await documents.check(uri)
      const nothing = { removals: [], repairs: [], places: 0, left: 0 }
      if (checked?.isChecked !== true) return { uri, version: checked?.version ?? -1, isChecked: false, ...nothing }
      const { edits, places, left } = checked.cleaning()
      const { lines } = checked.document
      return {
        uri,
        version: checked.version,
        isChecked: true,
        removals: toEdits(
          lines,
          edits.filter(({ newText }) => newText === ''),
        ),
        repairs: toEdits(
          lines,
          edits.filter(({ newText }) => newText !== ''),
        ),
        places,
        left,
      }
    }),
  )
}
