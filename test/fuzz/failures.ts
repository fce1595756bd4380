/** The ways in which inputs broke what must hold, each once, with the shortest input that showed it. */
export class Failures {
  private readonly byKind = new Map<string, { readonly target: string; readonly message: string; input: string; times: number }>()

  /** Adds a broken input; gives whether it broke in a way that none did before. Messages that differ in numbers alone are one. */
  add(target: string, error: unknown, input: string): boolean {
    const message = error instanceof Error ? error.message : String(error)
    const kind = `${target}: ${message.replace(/\d+/g, 'N').slice(0, 200)}`
    const known = this.byKind.get(kind)
    if (known === undefined) {
      this.byKind.set(kind, { target, message, input, times: 1 })
      return true
    }
    known.times++
    if (input.length < known.input.length) known.input = input
    return false
  }

  all(): readonly { readonly target: string; readonly message: string; readonly input: string; readonly times: number }[] {
    return [...this.byKind.values()]
  }
}
