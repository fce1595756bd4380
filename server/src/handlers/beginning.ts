import type { NewReport, NewReportParams, SkeletonPiece } from '@gongwen/messages'
import { newReport, SKELETON_KINDS, usualTimeOf, type Locale, type ReportSkeleton } from '@gongwen/engine'
import { CONFIGURATION_NAMES, configurationTemplate } from '@gongwen/platform/portable'
import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { ConfigurationTemplateRequest, NewReportRequest, ReportKindsRequest } from '../protocol.js'
import type { SettingsSource } from '../settings.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Stands for no folder where settings are asked for. */
const NOWHERE = 'untitled:gongwen'

/**
 * Answers what a new report and a new configuration begin with; nothing is written.
 *
 * @param clientLocale the language where the settings name none
 */
export function serveBeginning({ connection, files }: HandlerContext, settings: SettingsSource, clientLocale: () => Locale): void {
  connection.onRequest(ReportKindsRequest, (month) =>
    answer(connection, ReportKindsRequest.method, async () => SKELETON_KINDS.map((kind) => ({ kind, ...usualTimeOf(kind, month) }))),
  )
  connection.onRequest(NewReportRequest, (params) =>
    answer(connection, NewReportRequest.method, async (): Promise<NewReport> => {
      const { folder, kind, year, part, unit } = checkParams(params)
      // any name stands for the file that is to be: the configuration of its folder counts
      const configuration = folder === null ? undefined : await files.of(`${folder.replace(/\/$/, '')}/new.md`)
      const skeleton = newReport({ kind, year, part, ...(unit !== '' && { unit }) }, configuration)
      return { title: skeleton.title, pieces: piecesOf(skeleton) }
    }),
  )
  connection.onRequest(ConfigurationTemplateRequest, ({ folder }) =>
    answer(connection, ConfigurationTemplateRequest.method, async () => {
      const { locale } = await settings.of(folder ?? NOWHERE)
      return { names: CONFIGURATION_NAMES, text: configurationTemplate(locale ?? clientLocale()) }
    }),
  )
}

function checkParams(params: NewReportParams): NewReportParams {
  const { kind, year, part } = params
  if (!SKELETON_KINDS.includes(kind) || !Number.isInteger(year) || !Number.isInteger(part))
    throw new ResponseError(ErrorCodes.InvalidParams, `${NewReportRequest.method} needs the kind, year and part of a report`)
  return params
}

/** A skeleton cut into what is written and what is to be filled in, in turn. */
function piecesOf({ text, placeholders }: ReportSkeleton): SkeletonPiece[] {
  const pieces: SkeletonPiece[] = []
  let at = 0
  for (const { start, end } of placeholders) {
    pieces.push({ text: text.slice(at, start), isPlaceholder: false }, { text: text.slice(start, end), isPlaceholder: true })
    at = end
  }
  return [...pieces, { text: text.slice(at), isPlaceholder: false }].filter(({ text: own }) => own !== '')
}
