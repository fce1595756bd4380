import { resolve } from 'node:path'
import {
  isAtLeast,
  lintText,
  resolveConfiguration,
  type Configuration,
  type Finding,
  type Locale,
  type ReportDocument,
  type RuleTiming,
  type Segmenter,
  type Severity,
} from '@gongwen/engine'
import {
  checkFrontMatter,
  describeProblem,
  findConfiguration,
  formatOf,
  loadSegmenter,
  readConfiguration,
  type ConfigurationCache,
  type ConfigurationFile,
} from '@gongwen/platform'
import { reasonOf } from './file-errors.js'
import type { ReadInput } from './reading.js'
import { CannotRunError, sayIn } from './terminal.js'

/** What the options of a command say of checking. */
export interface CheckSettings {
  readonly config?: string | undefined
  readonly enable?: 'auto' | 'always' | 'never' | undefined
  readonly minSeverity: Severity
  readonly locale: Locale
  readonly cwd: string
  /** when given, how long each rule takes is added up in it */
  readonly ruleTiming?: RuleTiming | undefined
}

/** A text that was checked. `findings` are those grave enough to be shown. */
export interface CheckedText {
  readonly read: ReadInput
  readonly document: ReportDocument
  readonly findings: readonly Finding[]
  /** why nothing was looked for, if so */
  readonly skipped: 'no-report' | 'disabled' | undefined
}

/** Checks texts under one set of options; configuration files are looked for and read once a folder. */
export class TextChecker {
  private readonly cache: ConfigurationCache = new Map()
  private readonly broken = new Set<string>()
  private readonly segmenter: Segmenter = loadSegmenter()

  private constructor(
    private readonly settings: CheckSettings,
    private readonly told: ConfigurationFile | undefined,
  ) {}

  /**
   * A checker for these settings.
   *
   * @throws CannotRunError when the configuration that the settings name cannot be read or has mistakes
   */
  static async open(settings: CheckSettings): Promise<TextChecker> {
    const told = settings.config === undefined ? undefined : await readTold(settings.config, settings)
    if (told !== undefined && told.problems.length > 0)
      throw new CannotRunError(told.problems.map((problem) => describeProblem(told.path, problem, settings.locale)).join('\n'))
    return new TextChecker(settings, told)
  }

  /**
   * A function that checks a text of this input as often as it is called: fixing looks again after every round.
   *
   * @throws CannotRunError when the configuration that holds for the text has mistakes; several texts under one mistaken
   * file give its lines once, and an empty message after that
   */
  async prepare(read: ReadInput): Promise<(text: string) => CheckedText> {
    const { enable, minSeverity, locale, ruleTiming } = this.settings
    const told = enable === undefined ? {} : { enable }
    const configuration = { ...(await this.configurationFor(read.input.file)), ...told }
    const front = await checkFrontMatter(read.text)
    if (front !== undefined && front.problems.length > 0)
      throw new CannotRunError(front.problems.map((problem) => describeProblem(read.input.path, problem, locale)).join('\n'))
    // front matter wins over the file, and the option wins over both
    const gongwen = { ...front?.configuration, ...told }
    const effective = resolveConfiguration(configuration, gongwen).enable
    const options = {
      format: formatOf(read.input.file),
      configuration,
      segmenter: this.segmenter,
      locale,
      parseFrontMatter: () => ({ gongwen }),
      ...(ruleTiming && { timing: ruleTiming }),
    }
    return (text) => {
      const { document, findings, isChecked } = lintText(text, options)
      const isPassedOver = !isChecked && document.misreading === undefined
      const skipped = effective === 'never' ? 'disabled' : isPassedOver ? 'no-report' : undefined
      return { read, document, skipped, findings: findings.filter(({ severity }) => isAtLeast(severity, minSeverity)) }
    }
  }

  /** Checks a text as it was read; see `prepare` for what it throws. */
  async check(read: ReadInput): Promise<CheckedText> {
    return (await this.prepare(read))(read.text)
  }

  private async configurationFor(file: string): Promise<Configuration | undefined> {
    const found = this.told ?? (await findConfiguration(file, this.cache))
    if (found === undefined || found.problems.length === 0) return found?.configuration
    const lines = this.broken.has(found.path) ? [] : found.problems.map((problem) => describeProblem(found.path, problem, this.settings.locale))
    this.broken.add(found.path)
    throw new CannotRunError(lines.join('\n'))
  }
}

async function readTold(config: string, { cwd, locale }: CheckSettings): Promise<ConfigurationFile> {
  const say = sayIn(locale)
  try {
    return await readConfiguration(resolve(cwd, config))
  } catch (error) {
    throw new CannotRunError(say(`无法读取配置文件 ${config}：${reasonOf(error, say)}`, `cannot read the configuration ${config}: ${reasonOf(error, say)}`))
  }
}
