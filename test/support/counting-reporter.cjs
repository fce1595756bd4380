/** Mocha's spec reporter, which also writes the run's counts to the file that MOCHA_STATS names. */
const { writeFileSync } = require('node:fs')
const { reporters, Runner } = require('mocha')

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      if (process.env.MOCHA_STATS) writeFileSync(process.env.MOCHA_STATS, JSON.stringify(runner.stats))
    })
  }
}
