/** The server's side of what `@gongwen/messages` names, bound to the server's library. */
import type { Notifications, Requests, SeverityCounts } from '@gongwen/messages'
import { NotificationType, RequestType } from 'vscode-languageserver'

const request = <M extends keyof Requests>(method: M): RequestType<Requests[M][0], Requests[M][1], void> => new RequestType(method)
const notification = <M extends keyof Notifications>(method: M): NotificationType<Notifications[M]> => new NotificationType(method)

export const StatusNotification = notification('gongwen/status')
export const CheckRequest = request('gongwen/check')
export const CaretNotification = notification('gongwen/caret')
export const TrustedNotification = notification('gongwen/trusted')
export const CleanRequest = request('gongwen/clean')
export const ReportRequest = request('gongwen/report')
export const HealthRequest = request('gongwen/health')
export const CompareRequest = request('gongwen/compare')
export const ReportKindsRequest = request('gongwen/reportKinds')
export const NewReportRequest = request('gongwen/newReport')
export const ConfigurationTemplateRequest = request('gongwen/configurationTemplate')

/** No findings at all. */
export const NO_COUNTS: SeverityCounts = { error: 0, warning: 0, info: 0, hint: 0 }
