'use strict'
// node keep-code.cjs BUNDLE [ARGUMENT...]: runs a bundle once with these arguments and keeps the machine code of all that ran
const { writeFileSync } = require('node:fs')
const { codeOf, compile } = require('../../cli/bin/compiled-bundle.cjs')

const [path, ...args] = process.argv.slice(2)
process.argv = [process.argv[0], path, ...args]
const { script, run } = compile(path)
process.on('exit', () => {
  writeFileSync(codeOf(path), script.createCachedData())
  // what the run found is of no interest here
  process.exitCode = 0
})
run()
