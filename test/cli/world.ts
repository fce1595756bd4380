import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { RULES } from '@gongwen/engine'
import { run } from '../../cli/src/run.js'

/** What a command left behind. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** standard output as bytes */
  readonly bytes: Uint8Array
}

/** How the world around a command is, where it differs from a pipe in an empty environment. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly isTTY?: boolean
  readonly columns?: number
}

/** A folder of its own with files in it, for one test; `remove` takes it away. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), 'gongwen-cli-'))

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content)
  }

  /** Runs `gongwen` in this folder, in this process. */
  async gongwen(argv: readonly string[], { stdin = '', env = {}, isTTY = false, columns }: Surroundings = {}): Promise<Outcome> {
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    const into = (chunks: Buffer[]): { write(chunk: string | Uint8Array): void; isTTY: boolean; columns?: number } => ({
      isTTY,
      ...(columns !== undefined && { columns }),
      write: (chunk) => void chunks.push(Buffer.from(chunk as Uint8Array)),
    })
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(stdin as Uint8Array)
    }
    const code = await run(argv, { stdin: input(), stdout: into(stdout), stderr: into(stderr), cwd: this.folder, env })
    const bytes = Buffer.concat(stdout)
    return { code, bytes, stdout: bytes.toString(), stderr: Buffer.concat(stderr).toString() }
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A configuration with every rule off but these, so that a test about something else does not see new rules. */
export function only(...ids: readonly string[]): string {
  return JSON.stringify({ rules: Object.fromEntries(RULES.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, 'off'])) })
}

export const SEQUENCE = 'structure/ordinal-sequence'
export const PAIRS = 'punctuation/paired-marks'

/** A report with one skipped ordinal (an error with a safe fix, line 9) when only these two rules are on. */
export const SKIPPED = '2024年工作总结\n\n一、党建工作\n全年开展活动12次。\n\n二、教学工作\n全年教研8次。\n\n四、安全工作\n全年演练4次。\n'
/** The same with the ordinal right. */
export const RIGHT = SKIPPED.replace('四、', '三、')
/** A text that is no report. */
export const LETTER = '张老师：\n\n您好！书已收到，谢谢。\n'

/** The parts of the JSON output that tests look at. */
export interface JsonOutput {
  readonly version: number
  readonly files: readonly {
    readonly path: string
    readonly kind: string | null
    readonly year: number | null
    readonly findings: readonly JsonFinding[]
  }[]
  readonly summary: Readonly<Record<'files' | 'errors' | 'warnings' | 'infos' | 'hints' | 'fixable', number>>
}

export interface JsonPosition {
  readonly line: number
  readonly column: number
  readonly offset: number
}

export interface JsonFinding {
  readonly ruleId: string
  readonly severity: string
  readonly message: string
  readonly advice?: string
  readonly start: JsonPosition
  readonly end: JsonPosition
  readonly excerpt: string
  readonly related?: readonly { readonly start: JsonPosition; readonly end: JsonPosition; readonly message: string }[]
  readonly fixes: readonly {
    readonly title: string
    readonly safety: string
    readonly edits: readonly { readonly start: JsonPosition; readonly end: JsonPosition; readonly newText: string }[]
  }[]
}

/** Reads what `--format json` wrote. */
export function parsed({ stdout }: Outcome): JsonOutput {
  return JSON.parse(stdout) as JsonOutput
}
