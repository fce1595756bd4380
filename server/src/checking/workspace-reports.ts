import type { CancellationToken } from 'vscode-languageserver'
import { LONGEST_TEXT, MOST_TEXTS, type ServerPorts } from '../ports.js'
import { nameOf, plain } from './addresses.js'
import type { CheckedDocuments } from './checked-documents.js'
import type { CheckedText } from './checked-text.js'
import type { Excludes } from './excluded.js'
import { textsIn } from './texts-in.js'

/** Without a Chinese character in so much of its beginning a text is no report: it is not read any further. */
const TELLING = 4_000

interface KeptFile {
  readonly text: string
  readonly serial: number
  /** what was made of the text, by who made it */
  readonly made: Map<string, unknown>
}

/** A text of the workspace that is not open. */
export interface ClosedText {
  readonly uri: string
  /** another one whenever the text, or how it is to be checked, has changed */
  readonly resultId: string
}

/**
 * The texts of the workspace folders that are not open. Files are read anew when the client says that they changed, or
 * every time where it does not watch files; what is made of one is kept until then.
 */
export class WorkspaceReports {
  private readonly files = new Map<string, KeptFile>()
  private last: ReadonlyMap<string, KeptFile> = new Map()
  /** files that are no reports by their first look, or cannot be read */
  private readonly passed = new Set<string>()
  private readonly listed = new Map<string, Promise<readonly string[]>>()
  private serials = 0
  private generation = 0
  private readonly waiting = new Set<() => void>()
  /** counts everything that may make a report another one */
  changes = 0

  constructor(
    private readonly ports: Pick<ServerPorts, 'readText' | 'readFolder'>,
    private readonly documents: CheckedDocuments,
    private readonly folders: () => Promise<readonly string[]>,
    /** whether the client tells of changed files */
    private readonly isWatched: () => boolean,
    /** what the writer does not want to see of a folder */
    private readonly excludedIn: (folder: string) => Promise<Excludes>,
  ) {}

  /**
   * Addresses of the texts in the workspace folders, open ones among them; each once, though folders may hold each other.
   *
   * @param wants whether a folder is to be looked into
   */
  async list(wants: (folder: string) => Promise<boolean> = async () => true): Promise<readonly string[]> {
    if (!this.isWatched()) this.forgetFiles()
    const found = new Map<string, string>()
    for (const folder of await this.folders()) {
      if (!(await wants(folder))) continue
      let texts = this.listed.get(folder)
      if (texts === undefined) {
        texts = this.textsIn(folder)
        this.listed.set(folder, texts)
      }
      for (const uri of await texts) found.set(plain(uri), uri)
    }
    return [...found.values()]
  }

  private async textsIn(folder: string): Promise<readonly string[]> {
    return textsIn(folder.endsWith('/') ? folder : `${folder}/`, this.ports, MOST_TEXTS, await this.excludedIn(folder))
  }

  /** The texts that are not open and may be reports, in turn. */
  async *closed(token: CancellationToken, wants?: (folder: string) => Promise<boolean>): AsyncGenerator<ClosedText> {
    for (const uri of await this.list(wants)) {
      if (token.isCancellationRequested) return
      if (this.documents.openUris().some((open) => plain(open) === plain(uri))) continue
      const file = await this.file(uri)
      if (file !== undefined) yield { uri, resultId: `w${this.generation}.${file.serial}` }
    }
  }

  /** What `make` makes of a closed text that is a report, made once for every text; undefined for other texts. */
  async of<Made>(uri: string, name: string, how: 'check' | 'read', make: (report: CheckedText) => Made): Promise<Made | undefined> {
    const file = await this.file(uri)
    if (file === undefined) return undefined
    if (!file.made.has(name)) {
      const report = await this.documents.checkClosed(uri, file.text, how)
      file.made.set(name, report.isChecked ? make(report) : undefined)
    }
    return file.made.get(name) as Made | undefined
  }

  /** Files were written, made, renamed or deleted. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      for (const known of [...this.files.keys(), ...this.passed]) {
        if (plain(known) !== plain(uri)) continue
        this.files.delete(known)
        this.passed.delete(known)
      }
    }
    this.listed.clear()
    this.changed()
  }

  /** Settings, configuration files or folders may say something else. */
  reconfigure(): void {
    this.generation++
    for (const { made } of this.files.values()) made.clear()
    this.listed.clear()
    this.changed()
  }

  /** A document was opened or closed: who answers for it is another now. */
  changed(): void {
    this.changes++
    for (const wake of [...this.waiting]) wake()
  }

  /** Resolves when something has changed since `changes` was `seen`, or nobody waits any longer. */
  async change(seen: number, token: CancellationToken): Promise<void> {
    if (this.changes !== seen || token.isCancellationRequested) return
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake)
        cancelled.dispose()
        resolve()
      }
      const cancelled = token.onCancellationRequested(wake)
      this.waiting.add(wake)
    })
  }

  private async file(uri: string): Promise<KeptFile | undefined> {
    const kept = this.files.get(uri)
    if (kept !== undefined || this.passed.has(uri)) return kept
    const text = await this.ports.readText(uri).catch(() => undefined)
    if (text === undefined || text.length > LONGEST_TEXT || !/\p{Script=Han}/u.test(text.slice(0, TELLING))) {
      this.passed.add(uri)
      return undefined
    }
    const last = this.last.get(uri)
    const file = last?.text === text ? last : { text, serial: ++this.serials, made: new Map<string, unknown>() }
    this.files.set(uri, file)
    return file
  }

  /** Everything is read again; what was made of a text that is still the same stays. */
  private forgetFiles(): void {
    this.last = new Map(this.files)
    this.files.clear()
    this.passed.clear()
    this.listed.clear()
  }
}

/** The name of a text's file without folder and extension, decoded. */
export function nameOfFile(uri: string): string {
  return nameOf(uri).replace(/\.(?:md|markdown|txt)$/i, '')
}
