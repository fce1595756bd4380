import { fileURLToPath } from 'node:url'
import { resolveConfiguration, Session, type Configuration, type Locale, type SessionOptions, type TextFormat } from '@gongwen/engine'
import type { TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ServerPorts } from '../ports.js'
import type { Settings, SettingsSource } from '../settings.js'
import { CheckedText } from './checked-text.js'

/** Schemes of documents that hold a writer's text; others (diffs, output, version control) are copies of one. */
const SERVED = /^(?:file|untitled|vscode-vfs):/

interface OpenDocument {
  readonly settings: Settings
  readonly options: SessionOptions
  readonly session: Session
  checked: CheckedText | undefined
}

/** The open documents, each checked at most once for every version and configuration. */
export class CheckedDocuments {
  private readonly open = new Map<string, OpenDocument>()
  /** counts changes of configuration: what was prepared under an earlier one is not used */
  private generation = 0

  constructor(
    private readonly texts: TextDocuments<TextDocument>,
    private readonly settings: SettingsSource,
    private readonly ports: ServerPorts,
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
      const settings = await this.settings.of(uri)
      if (generation !== this.generation) continue
      const text = this.texts.get(uri)
      return text === undefined ? undefined : this.checkNow(text, settings)
    }
  }

  /** Settings and configuration files may say something else now. */
  reconfigure(): void {
    this.generation++
    this.open.clear()
  }

  /** Forgets a closed document. */
  forget(uri: string): void {
    this.open.delete(uri)
    this.settings.forget(uri)
  }

  private checkNow(text: TextDocument, settings: Settings): CheckedText {
    let open = this.open.get(text.uri)
    if (open === undefined) {
      const options = this.optionsFor(text, settings)
      open = { settings, options, session: new Session(options), checked: undefined }
      this.open.set(text.uri, open)
    }
    if (open.checked?.version !== text.version) {
      const content = text.getText()
      open.checked = new CheckedText(text.uri, text.version, `${this.generation}.${text.version}`, content, open.session.update(content), open.options, open.settings)
    }
    return open.checked
  }

  private optionsFor(text: TextDocument, settings: Settings): SessionOptions {
    return {
      format: formatOf(text),
      configuration: layer(this.fileConfiguration(text.uri), settings.configuration),
      segmenter: this.ports.segmenter,
      locale: settings.locale ?? this.clientLocale(),
      parseFrontMatter: (source) => this.ports.parseFrontMatter(source),
    }
  }

  /** Configuration files are looked for on the file system alone: an untitled or virtual document has no folder there. */
  private fileConfiguration(uri: string): Configuration | undefined {
    return uri.startsWith('file:') ? this.ports.configurationFor(fileURLToPath(uri)) : undefined
  }
}

/** How the editor says that a document is written; the file's name does not matter, an untitled one has none. */
function formatOf(text: TextDocument): TextFormat {
  return text.languageId === 'markdown' ? 'markdown' : 'plain'
}

/** One configuration laid over another; the second wins. */
function layer(below: Configuration | undefined, above: Configuration): Configuration {
  const { enable, rules, profile, residuePhrases } = resolveConfiguration(below, above)
  return { enable, rules, profile, residue: { phrases: residuePhrases } }
}
