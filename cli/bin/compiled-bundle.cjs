'use strict'
// Runs a bundle from the machine code that the build kept beside it: on Node 20, which keeps none itself, this halves the
// time from the command to the first finding. Code of another Node version is turned down by V8 and compiled anew.
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname } = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

// A check of one report is over before optimised code pays for itself: a function has to run longer than V8's default
// before it is optimised. The kept code is turned down where the flags differ, so the build passes by here too.
setFlagsFromString('--interrupt-budget=2000000')

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
  const script = new Script(Module.wrap(readFileSync(path, 'utf8')), { filename: path, cachedData })
  const run = () => {
    const bundle = new Module(path, null)
    bundle.filename = path
    script.runInThisContext().call(bundle.exports, bundle.exports, Module.createRequire(path), bundle, path, dirname(path))
  }
  return { script, run }
}

module.exports = { codeOf, compile }
