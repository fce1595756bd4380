import { resolveConfiguration, usedProfile, type Configuration, type ResolvedConfiguration } from '../config/configuration.js'
import { ReportDocument, type DocumentOptions } from '../document/report-document.js'
import { taxonomyOf } from '../document/user-profile.js'
import type { Segmenter } from '../lexicon/segmenter.js'
import { BlockCache, splitBlocks, type TextFormat } from '../markdown/splitter.js'
import { LineIndex } from '../text/line-index.js'
import { readingBlocks } from './reading-ahead.js'
import { RULES } from '../rules/registry.generated.js'
import type { Finding } from './finding.js'
import type { FindingList } from './finding-list.js'
import { Linter, type Locale, type RuleTiming } from './linter.js'
import { finish, type Steps } from '../text/steps.js'

/** What a session is made of. */
export interface SessionOptions {
  readonly format: TextFormat
  readonly configuration?: Configuration
  readonly segmenter?: Segmenter
  readonly locale?: Locale
  /** when given, how long each rule takes is added up in it */
  readonly timing?: RuleTiming
  /** reads YAML or TOML front matter into plain data; the engine itself has no YAML reader */
  readonly parseFrontMatter?: (source: string) => unknown
}

/** A document and its findings, as of one text. */
export interface Snapshot {
  readonly document: ReportDocument
  /** all findings, in reading order */
  readonly findings: readonly Finding[]
  /** the same, for who wants some of them: those that nobody reads need not be told where they stand now */
  readonly list: FindingList
  /** what the text was checked by, its front matter included */
  readonly configuration: ResolvedConfiguration
  /** whether the text was checked at all: `auto` passes over a text that is no report */
  readonly isChecked: boolean
}

/**
 * One document under edit. `update` gives what a fresh check of the same text would give; blocks whose source did not
 * change keep their findings.
 */
export class Session {
  private readonly cache = new BlockCache()
  private linter: Linter | undefined
  private linterKey = ''
  private documentOptions: DocumentOptions = {}
  private document: ReportDocument | undefined

  constructor(private readonly options: SessionOptions) {}

  /** Reads a text and checks it. */
  update(text: string): Snapshot {
    return finish(this.updating(text))
  }

  /**
   * As `update`, in steps, so that who runs it may look after something else between two of them. Steps that are given up
   * leave the session as it was; steps for another text are not to be begun before.
   */
  *updating(text: string): Steps<Snapshot> {
    const configuration = resolveConfiguration(this.options.configuration, this.frontMatter(text))
    const key = JSON.stringify(configuration)
    if (this.linter === undefined || key !== this.linterKey) {
      const { segmenter, locale, timing } = this.options
      this.linter = new Linter({ rules: RULES, configuration, ...(segmenter && { segmenter }), ...(locale && { locale }), ...(timing && { timing }) })
      this.linterKey = key
      // other options: nothing of the document before holds
      this.document = undefined
      const ownProfile = usedProfile(configuration)
      const { profile, residuePhrases } = configuration
      this.documentOptions = { profile, residuePhrases, taxonomy: taxonomyOf(ownProfile), ...(ownProfile && { ownProfile }) }
    }
    if (this.document === undefined) yield* this.readingBlocks(text)
    const document = new ReportDocument(text, this.options.format, this.documentOptions, this.cache, this.document)
    yield
    const list = yield* this.linter.linting(document)
    this.document = document
    return new CheckedSnapshot(document, list, configuration, this.linter.isToBeChecked(document))
  }

  /** Reads the blocks of a text that is new; a document of it then finds them in the cache. */
  private *readingBlocks(text: string): Steps<void> {
    const found = splitBlocks(text, LineIndex.of(text), this.options.format, this.cache)
    yield
    yield* readingBlocks(found.map(({ block }) => block))
  }

  /** The `gongwen` part of the text's front matter. */
  private frontMatter(text: string): Configuration | undefined {
    const match = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---/.exec(text)
    if (match === null || this.options.parseFrontMatter === undefined) return undefined
    const data = this.options.parseFrontMatter(match[1] as string)
    if (typeof data !== 'object' || data === null || !('gongwen' in data)) return undefined
    const { gongwen } = data
    return typeof gongwen === 'object' && gongwen !== null ? (gongwen as Configuration) : undefined
  }
}

class CheckedSnapshot implements Snapshot {
  constructor(
    readonly document: ReportDocument,
    readonly list: FindingList,
    readonly configuration: ResolvedConfiguration,
    readonly isChecked: boolean,
  ) {}

  get findings(): readonly Finding[] {
    return this.list.toArray()
  }
}

/** Checks a text once. */
export function lintText(text: string, options: SessionOptions): Snapshot {
  return new Session(options).update(text)
}
