import { resolveConfiguration, RULES, Session, type Configuration, type Locale, type SessionOptions, type Snapshot, type TextFormat } from '@gongwen/engine'
import { formatOf as byName } from '@gongwen/platform/portable'
import type { TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ServerPorts } from '../ports.js'
import type { Settings, SettingsSource } from '../settings.js'
import { CheckedText } from './checked-text.js'
import type { ConfigurationFiles } from './configuration-files.js'
import { isDocument } from './document-schemes.js'
import { inSlices } from './slices.js'

/** Rules take most of the time that a check takes; who asks for headings alone needs none. */
const NO_RULES: NonNullable<Configuration['rules']> = Object.fromEntries(RULES.map(({ id }) => [id, 'off']))

interface OpenDocument {
  /** never used again, so that the results of a document closed and opened again are told apart */
  readonly serial: number
  readonly settings: Settings
  readonly options: SessionOptions
  readonly session: Session
  /** checks what the text may become, apart from what it is */
  readonly trial: Session
  checked: CheckedText | undefined
  /** the check under way; one at a time, for they share the session */
  run: Promise<CheckedText | undefined> | undefined
}

/** The open documents, each checked at most once for every version and configuration. */
export class CheckedDocuments {
  private readonly open = new Map<string, OpenDocument>()
  /** counts changes of configuration: what was prepared under an earlier one is not used */
  private generation = 0
  private opened = 0

  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly settings: SettingsSource,
    private readonly files: ConfigurationFiles,
    private readonly ports: Pick<ServerPorts, 'segmenter' | 'parseFrontMatter' | 'pause'>,
    private readonly clientLocale: () => Locale,
  ) {}

  /** Whether the server answers for a document. */
  isServed(uri: string): boolean {
    return isDocument(uri) && this.texts.get(uri) !== undefined
  }

  /**
   * The newest text of a document, checked; undefined when it is not open, was closed meanwhile, or is not served. The
   * client may change text and settings while this waits for its settings, so both are read afterwards.
   */
  async check(uri: string): Promise<CheckedText | undefined> {
    for (;;) {
      if (!this.isServed(uri)) return undefined
      const generation = this.generation
      const [settings, file] = await Promise.all([this.settings.of(uri), this.files.of(uri)])
      if (generation !== this.generation) continue
      const text = this.texts.get(uri)
      if (text === undefined) return undefined
      const checked = await this.checkText(text, settings, file)
      if (checked !== undefined && checked.version === text.version) return checked
    }
  }

  /** Addresses of the open documents that the server answers for. */
  openUris(): string[] {
    return this.texts.keys().filter((uri) => this.isServed(uri))
  }

  /**
   * A text that is not open, checked or only read (without findings). Nothing of it is kept.
   *
   * @param uri its extension tells how it is written
   */
  async checkClosed(uri: string, content: string, how: 'check' | 'read'): Promise<CheckedText> {
    const [settings, file] = await Promise.all([this.settings.of(uri), this.files.of(uri)])
    const options = this.optionsFor(
      byName(uri),
      how === 'read' ? { ...settings, configuration: { ...settings.configuration, rules: NO_RULES } } : settings,
      file,
    )
    for (;;) {
      const session = new Session(options)
      const { snapshot, loading } = await this.read(session, content)
      if (snapshot !== undefined && loading === undefined) return new CheckedText(uri, 0, '', content, snapshot, options, session, settings)
      await loading
    }
  }

  /** Whether a checked text is still what the client has, under the configuration that counts now. */
  isNewest(checked: CheckedText): boolean {
    return this.open.get(checked.uri)?.checked === checked && this.texts.get(checked.uri)?.version === checked.version
  }

  /** Settings and configuration files may say something else now. */
  reconfigure(): void {
    this.generation++
    this.files.forget()
    this.open.clear()
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.open.delete(uri)
    this.settings.forget(uri)
  }

  /** The check of a text, kept or made; undefined when it was given up, or another one had to be waited for. */
  private async checkText(text: TextDocument, settings: Settings, file: Configuration | undefined): Promise<CheckedText | undefined> {
    let open = this.open.get(text.uri)
    if (open === undefined) {
      const options = this.optionsFor(formatOf(text), settings, file)
      open = {
        serial: ++this.opened,
        settings,
        options,
        session: new Session(options),
        trial: new Session(options),
        checked: undefined,
        run: undefined,
      }
      this.open.set(text.uri, open)
    }
    if (open.checked?.version === text.version) return open.checked
    if (open.run !== undefined) {
      await open.run
      return undefined
    }
    open.run = this.run(text, open)
    try {
      return await open.run
    } finally {
      open.run = undefined
    }
  }

  /** Checks a text as it is now; gives up when it is not any more. */
  private async run(text: TextDocument, open: OpenDocument): Promise<CheckedText | undefined> {
    const { uri, version } = text
    const content = text.getText()
    const isWanted = (): boolean => this.open.get(uri) === open && this.texts.get(uri)?.version === version
    const { snapshot, loading } = await this.read(open.session, content, isWanted)
    if (loading !== undefined) {
      await loading
      if (this.open.get(uri) === open) this.open.delete(uri)
      return undefined
    }
    if (snapshot === undefined) return undefined
    open.checked = new CheckedText(uri, version, `${open.serial}.${version}`, content, snapshot, open.options, open.trial, open.settings)
    return open.checked
  }

  /** Reads a text in slices; gives the loading, too, of words that were asked for and not there: the findings may be others with them. */
  private async read(
    session: Session,
    content: string,
    isWanted?: () => boolean,
  ): Promise<{ snapshot?: Snapshot | undefined; loading?: Promise<void> | undefined }> {
    const { segmenter, pause } = this.ports
    let loading: Promise<void> | undefined
    // it may end during a pause, when a part was checked without the words
    const seen = (): Promise<void> | undefined => (loading ??= segmenter.loading?.())
    const snapshot = await inSlices(
      session.updating(content),
      () => {
        seen()
        return pause()
      },
      isWanted,
    )
    return { snapshot, loading: seen() }
  }

  private optionsFor(format: TextFormat, settings: Settings, file: Configuration | undefined): SessionOptions {
    return {
      format,
      configuration: layer(file, settings.configuration),
      segmenter: this.ports.segmenter,
      locale: settings.locale ?? this.clientLocale(),
      parseFrontMatter: (source) => this.ports.parseFrontMatter(source),
    }
  }
}

/** How the editor says that a document is written; the file's name does not matter, an untitled one has none. */
function formatOf(text: TextDocument): TextFormat {
  return text.languageId === 'markdown' ? 'markdown' : 'plain'
}

/** One configuration laid over another; the second wins. */
function layer(below: Configuration | undefined, above: Configuration): Configuration {
  const { enable, rules, profile, profiles, residuePhrases } = resolveConfiguration(below, above)
  return { enable, rules, profile, profiles, residue: { phrases: residuePhrases } }
}
