/** What the command line and the language server both need from the machine: bytes, files, word lists. */
export * from './portable.js'
export { loadSegmenter, type SegmenterName } from './segmenter.js'
export { decodeText, encodeText } from './encoding.js'
export { findConfiguration, readConfiguration, readTextFile } from './configuration-file.js'
