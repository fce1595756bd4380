import type { HealthAnswer } from '@gongwen/messages'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { healthOf } from '../health/health-of.js'
import { HealthRequest } from '../protocol.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Answers what the tree view 公文体检 shows of a document. */
export function serveHealth({ connection, documents }: HandlerContext): void {
  connection.onRequest(HealthRequest, ({ uri }) =>
    answer(connection, HealthRequest.method, async (): Promise<HealthAnswer> => {
      if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${HealthRequest.method} needs the uri of a document`)
      const checked = await documents.check(uri)
      return { uri, version: checked?.version ?? -1, health: checked?.isChecked === true ? healthOf(checked) : null }
    }),
  )
}
