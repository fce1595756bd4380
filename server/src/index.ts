/** The server's public face, for programs that bring their own transport. */
export { createServer } from './create-server.js'
export { QUIET_AFTER, type ServerPorts } from './ports.js'
export {
  CheckRequest,
  CleanRequest,
  CompareRequest,
  ConfigurationTemplateRequest,
  HealthRequest,
  NewReportRequest,
  ReportKindsRequest,
  ReportRequest,
  StatusNotification,
  TrustedNotification,
} from './protocol.js'
