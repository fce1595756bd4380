/** Work cut into steps: between two of them something else may be done, or the work given up. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
