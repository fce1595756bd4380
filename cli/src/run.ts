import { CommanderError } from 'commander'
import { createProgram } from './program.js'
import { CANNOT_RUN, type Terminal } from './terminal.js'

/**
 * Runs `gongwen` with these arguments (those after the program's own name).
 *
 * @returns 0 nothing found, 1 something found, 2 something could not be done, which has been told on the error stream
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0
  let hasFailed = false
  const fail = (message: string): void => {
    hasFailed = true
    for (const line of message.split('\n').filter(Boolean)) terminal.stderr.write(`gongwen: ${line}\n`)
  }
  try {
    const program = createProgram({
      terminal,
      fail,
      finish: (code) => {
        exitCode = code
      },
      measure: await measureForHelp(argv),
    })
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code !== 'commander.help') fail(inChinese(error))
      return 2
    }
    // by name: commands are loaded on demand, and a test runner may load this class a second time for them
    if (error instanceof Error && error.name === CANNOT_RUN) fail(error.message)
    else fail(`内部错误 internal error：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  return hasFailed ? 2 : exitCode
}

/** Chinese is aligned by its width, which is loaded only where help is shown. */
async function measureForHelp(argv: readonly string[]): Promise<(text: string) => number> {
  const isHelp = argv.length === 0 || argv[0] === 'help' || argv.includes('--help') || argv.includes('-h')
  return isHelp ? (await import('string-width')).default : (text) => text.length
}

/** One line for what is wrong with the command line; what was meant comes from commander. */
function inChinese({ code, message }: CommanderError): string {
  const named = /'([^']{0,200})'/.exec(message)?.[1] ?? ''
  const meant = /\(Did you mean (?:one of )?([^?]{1,200})\?\)/.exec(message)?.[1]
  const hint = meant === undefined ? '' : `，是不是想写 ${meant}？`
  switch (code) {
    case 'commander.unknownOption':
      return `没有 ${named} 这个选项${hint}（unknown option）`
    case 'commander.unknownCommand':
      return `没有 ${named} 这个命令${hint}（unknown command）`
    case 'commander.missingArgument':
      return `缺少参数：${named}（missing argument）`
    case 'commander.optionMissingArgument':
      return `选项 ${named} 后面缺少内容（option argument missing）`
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项：${named}（missing option）`
    case 'commander.invalidArgument':
      return `选项 ${named} 的值不可用，可用的有：${/Allowed choices are ([^.]{1,200})/.exec(message)?.[1] ?? ''}（invalid argument）`
    case 'commander.excessArguments':
      return `参数太多（too many arguments）`
    default:
      return message.replace(/^error: /, '').replaceAll('\n', ' ')
  }
}
