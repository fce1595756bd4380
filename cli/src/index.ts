/** The command line as a function, for tests and for whoever runs it in another process's place. */
export { run } from './run.js'
export type { Output, Terminal } from './terminal.js'
