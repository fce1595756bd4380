#!/usr/bin/env node
/* eslint-disable @typescript-eslint/no-require-imports -- CommonJS: Node starts it 10 ms sooner than an ES module */
'use strict'
const { existsSync } = require('node:fs')
const Module = require('node:module')
const { join } = require('node:path')

const bundle = join(__dirname, '../../dist/cli/gongwen.cjs')
if (!existsSync(bundle)) {
  console.error(`gongwen: 尚未构建，请先运行 npm run build（缺少 ${bundle}）`)
  process.exitCode = 2
} else if (Module.enableCompileCache !== undefined) {
  Module.enableCompileCache()
  require(bundle)
} else require('./compiled-bundle.cjs').compile(bundle).run()
