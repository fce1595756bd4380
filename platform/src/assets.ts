import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where a built asset lies. The folder of the running code is `dist/<part>` in a bundle and `platform/src` in a
 * checkout; `dist/<name>` is reached from both. Undefined when it was not built.
 */
export function assetPath(name: string): string | undefined {
  for (const base of ['../', '../../dist/']) {
    const path = fileURLToPath(new URL(base + name, import.meta.url))
    if (existsSync(path)) return path
  }
  return undefined
}
