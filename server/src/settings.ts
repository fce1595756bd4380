import { SEVERITIES, type Configuration, type Locale, type RuleSetting, type Severity } from '@gongwen/engine'
import type { ClientCapabilities, Connection } from 'vscode-languageserver'

/** The editor's settings for one resource. */
export interface Settings {
  /** what the settings say of checking; parts left at their defaults are left out, so that configuration files may say them */
  readonly configuration: Configuration
  readonly minSeverity: Severity
  readonly run: 'onType' | 'onSave'
  /** language of messages; undefined follows the client's own */
  readonly locale: Locale | undefined
  /** whether Enter behind a numbered item brings the next number */
  readonly continueOrdinals: boolean
  /** whether the computed share is shown behind one that the text claims */
  readonly inlayHints: boolean
  /** whether counts are shown above the title and the headings */
  readonly codeLens: boolean
  /** whether reports of the workspace that are not open are checked too */
  readonly workspaceDiagnostics: boolean
}

/** Settings as they are when the editor says nothing. */
export const DEFAULT_SETTINGS: Settings = {
  configuration: {},
  minSeverity: 'info',
  run: 'onType',
  locale: undefined,
  continueOrdinals: true,
  inlayHints: false,
  codeLens: true,
  workspaceDiagnostics: false,
}

/**
 * Reads the editor's `gongwen` settings. Anything that is not what the manifest declares counts as not said: a slip in a
 * settings file must not silence the server.
 */
export function readSettings(raw: unknown): Settings {
  if (!isRecord(raw)) return DEFAULT_SETTINGS
  const { enable, rules, minSeverity, run, messageLanguage, continueOrdinals, inlayHints, codeLens, workspaceDiagnostics } = raw
  return {
    configuration: {
      // `auto` is the setting's default: taking it as said would overrule every configuration file
      ...(enable === 'always' || enable === 'never' ? { enable } : {}),
      ...(isRecord(rules) ? { rules: Object.fromEntries(Object.entries(rules).filter(isRuleSetting)) } : {}),
    },
    minSeverity: SEVERITIES.find((severity) => severity === minSeverity) ?? DEFAULT_SETTINGS.minSeverity,
    run: run === 'onSave' ? 'onSave' : 'onType',
    locale: messageLanguage === 'zh-CN' || messageLanguage === 'en' ? messageLanguage : undefined,
    continueOrdinals: continueOrdinals !== false,
    inlayHints: inlayHints === true,
    codeLens: codeLens !== false,
    workspaceDiagnostics: workspaceDiagnostics === true,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRuleSetting(entry: [string, unknown]): entry is [string, RuleSetting] {
  return typeof entry[1] === 'string' || isRecord(entry[1])
}

/**
 * The settings of each resource, asked of the client once and kept until they change. A client that cannot be asked
 * pushes its settings with `workspace/didChangeConfiguration` or gives none.
 */
export class SettingsSource {
  private readonly byResource = new Map<string, Promise<Settings>>()
  private pushed: Settings = DEFAULT_SETTINGS

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: () => ClientCapabilities,
  ) {}

  /** Settings for the resource at a URI; the defaults when the client fails to answer. */
  of(uri: string): Promise<Settings> {
    if (this.capabilities().workspace?.configuration !== true) return Promise.resolve(this.pushed)
    let settings = this.byResource.get(uri)
    if (settings === undefined) {
      settings = this.ask(uri)
      this.byResource.set(uri, settings)
    }
    return settings
  }

  /** Takes what the client pushed and forgets what it answered before. */
  change(pushed: unknown): void {
    this.byResource.clear()
    if (isRecord(pushed) && 'gongwen' in pushed) this.pushed = readSettings(pushed.gongwen)
  }

  /** Forgets the settings of one resource. */
  forget(uri: string): void {
    this.byResource.delete(uri)
  }

  private async ask(uri: string): Promise<Settings> {
    try {
      return readSettings(await this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'gongwen' }))
    } catch (error) {
      this.connection.console.warn(`gongwen: no settings for ${uri}: ${String(error)}`)
      this.byResource.delete(uri)
      return DEFAULT_SETTINGS
    }
  }
}
