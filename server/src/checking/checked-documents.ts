import { resolveConfiguration, Session, type Configuration, type Locale, type SessionOptions, type TextFormat } from '@gongwen/engine'
import type { TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ServerPorts } from '../ports.js'
import type { Settings, SettingsSource } from '../settings.js'
import { CheckedText } from './checked-text.js'
import type { ConfigurationFiles } from './configuration-files.js'

/** Schemes of documents that hold a writer's text; others (diffs, output, version control) are copies of one. */
const SERVED = /^(?:file|untitled|vscode-vfs):/

interface OpenDocument {
  /** never used again, so that the results of a document closed and opened again are told apart */
  readonly serial: number
  readonly settings: Settings
  readonly options: SessionOptions
  readonly session: Session
  /** checks what the text may become, apart from what it is */
  readonly trial: Session
  checked: CheckedText | undefined
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
    private readonly ports: Pick<ServerPorts, 'segmenter' | 'parseFrontMatter'>,
    private readonly clientLocale: () => Locale,
  ) {}

  /** Whether the server answers for a document. */
  isServed(uri: string): boolean {
    return SERVED.test(uri) && this.texts.get(uri) !== undefined
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
      return text === undefined ? undefined : this.checkNow(text, settings, file)
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

  private checkNow(text: TextDocument, settings: Settings, file: Configuration | undefined): CheckedText {
    let open = this.open.get(text.uri)
    if (open === undefined) {
      const options = this.optionsFor(text, settings, file)
      open = {
        serial: ++this.opened,
        settings,
        options,
        session: new Session(options),
        trial: new Session(options),
        checked: undefined,
      }
      this.open.set(text.uri, open)
    }
    if (open.checked?.version !== text.version) {
      const content = text.getText()
      open.checked = new CheckedText(
        text.uri,
        text.version,
        `${open.serial}.${text.version}`,
        content,
        open.session.update(content),
        open.options,
        open.trial,
        open.settings,
      )
    }
    return open.checked
  }

  private optionsFor(text: TextDocument, settings: Settings, file: Configuration | undefined): SessionOptions {
    return {
      format: formatOf(text),
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
