/** What fuzzing once found worth keeping still holds. `npm run fuzz` looks for more. */
import * as engine from '@gongwen/engine'
import * as platform from '@gongwen/platform'
import { corpusOf } from '../fuzz/corpus.js'
import { targetsOf } from '../fuzz/targets.js'

describe('inputs that fuzzing kept', function () {
  this.timeout(60_000)
  for (const target of targetsOf(engine, platform))
    it(`${target.name}: seeds and corpus`, async () => {
      try {
        for (const input of [...target.seeds, ...corpusOf(target.name)]) await target.check(input)
      } finally {
        target.end?.()
      }
    })
})
