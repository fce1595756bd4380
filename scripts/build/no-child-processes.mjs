/**
 * Leaves `child_process` out of commander, which can run commands that are programs of their own. Ours are none, and
 * loading it takes Node's whole network along: a tenth of an empty run.
 */
export const noChildProcesses = {
  name: 'no-child-processes',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'no-child-processes' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'no-child-processes' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}
