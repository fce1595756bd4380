import type { Steps } from '@gongwen/engine'
import type { ServerPorts } from '../ports.js'

/** Milliseconds of work on one text after which others have their turn. */
const SLICE = 20

/**
 * Does work in slices, so that a long text does not keep other documents waiting.
 *
 * @param isWanted asked after every pause; undefined is given as soon as the work is not wanted any more
 */
export async function inSlices<Result>(steps: Steps<Result>, pause: ServerPorts['pause'], isWanted: () => boolean = () => true): Promise<Result | undefined> {
  let since = Date.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (Date.now() - since < SLICE) continue
    await pause()
    if (!isWanted()) return undefined
    since = Date.now()
  }
}
