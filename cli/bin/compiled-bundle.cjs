'use strict'
// Runs a bundle from the machine code that the build kept beside it: on Node 20, which keeps none itself, this halves the
// time from the command to the first finding. Code of another Node version is turned down by V8 and compiled anew.
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// A check of one report is over before most of what V8 does for long runs pays for itself. The kept code is turned down
// where the flags differ, so the build passes by here too. Beside the first alone, they take a tenth off a check of 72 kB.
const SHORT_RUN = [
  // a function has to run longer than by default before it is optimised
  '--interrupt-budget=1000000',
  // regular expressions run more than once here, so each is compiled once, not first to bytecode and then again
  '--no-regexp-tier-up',
  // what a check makes lives until its end: room for it at once, or it is copied over and over
  '--semi-space-growth-factor=16',
  // nobody waits for an answer between two pauses, and threads that help cost more than they save in a heap this small
  '--no-incremental-marking',
  '--no-concurrent-marking',
  '--no-parallel-scavenge',
]
SHORT_RUN.forEach((flag) => setFlagsFromString(flag))

/** Where the code of a bundle is kept. */
const codeOf = (path) => `${path}.code`

/** The compiled bundle and a function that runs it as a module. */
function compile(path) {
  let cachedData
  try {
    cachedData = readFileSync(codeOf(path))
  } catch {
    // not kept: compile it
  }
  // a byte a character: the build leaves nothing beyond ASCII in it, and decoding 2 MB takes as long as loading them
  const script = new Script(Module.wrap(readFileSync(path, 'latin1')), { filename: path, cachedData })
  const run = () => {
    const bundle = new Module(path, null)
    bundle.filename = path
    script.runInThisContext().call(bundle.exports, bundle.exports, Module.createRequire(path), bundle, path, dirname(path))
  }
  return { script, run }
}

module.exports = { codeOf, compile }
