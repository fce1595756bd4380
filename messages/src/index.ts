/** What client and server say to each other beyond the protocol, as plain data: each binds it to its own library. */
export * from './health-data.js'
export * from './messages.js'
export * from './places.js'
export * from './report-data.js'
export * from './severity.js'
