/** What the command line and the language server both need from the machine: bytes, files, word lists. */
export { loadSegmenter, type SegmenterName } from './segmenter.js'
export { decodeText, encodeText, UnreadableTextError, type DecodedText, type TextEncodingName } from './encoding.js'
export { formatOf, TEXT_EXTENSIONS } from './format.js'
export { checkConfiguration, type CheckedConfiguration } from './configuration-check.js'
export { describeProblem, type ConfigurationProblem } from './configuration-problem.js'
export { CONFIGURATION_NAMES, findConfiguration, readConfiguration, type ConfigurationCache, type ConfigurationFile } from './configuration-file.js'
export { checkFrontMatter, frontMatterParser, type CheckedFrontMatter, type FrontMatterParser } from './front-matter.js'
export { closest } from './closest.js'
