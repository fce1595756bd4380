import { isBuiltin } from 'node:module'

/**
 * Fails the build when a bundle for a browser holds something of Node: a module that stays outside, or one that a package
 * has emptied for browsers, where a call would find nothing.
 *
 * @param name the bundle's, for the message
 * @param metafile esbuild's account of the build
 * @param external what may stay outside
 */
export function assertNothingOfNode(name, metafile, external) {
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter((each) => each.external && !external.includes(each.path)))
  const emptied = Object.keys(metafile.inputs).filter((input) => input.startsWith('(disabled):') && isBuiltin(input.slice('(disabled):'.length)))
  const found = [...outside.map(({ path }) => path), ...emptied.map((input) => `${input} (by ${importersOf(metafile, input).join(', ')})`)]
  if (found.length > 0) throw new Error(`${name} is for browsers and holds of Node: ${[...new Set(found)].join('; ')}`)
}

function importersOf({ inputs }, path) {
  return Object.entries(inputs).flatMap(([importer, { imports }]) => (imports.some((each) => each.path === path) ? [importer] : []))
}
