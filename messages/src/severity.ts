/** How serious a finding is. */
export type MessageSeverity = 'error' | 'warning' | 'info' | 'hint'

/** How many findings of each severity there are. */
export type SeverityCounts = Readonly<Record<MessageSeverity, number>>
