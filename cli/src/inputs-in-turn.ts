import type { CommandContext } from './commands/options.js'
import { expandInputs, type Input } from './inputs.js'
import { CannotRunError } from './terminal.js'

/** Does something with every text that the arguments stand for; what cannot be done with one is told, and the others still count. */
export async function forEachInput(paths: readonly string[], context: CommandContext, run: (input: Input) => Promise<void>): Promise<void> {
  const { inputs, problems } = await expandInputs(paths, context.terminal.cwd, context.say)
  problems.forEach(context.fail)
  for (const input of inputs) {
    try {
      await run(input)
    } catch (error) {
      if (!(error instanceof CannotRunError)) throw error
      context.fail(error.message)
    }
  }
}
