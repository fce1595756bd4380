/**
 * Prints, as JSON, every regular expression of the product: those that are made from strings and data, seen as they are
 * made, and the literals of all sources. Each is `[source, flags, where]`; `where` is `data` or the file.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')
const made = new Map<string, readonly [string, string, string]>()

const Plain = RegExp
class Watched extends Plain {
  constructor(pattern: string | RegExp, flags?: string) {
    super(pattern, flags)
    made.set(`/${this.source}/${this.flags}`, [this.source, this.flags, 'data'])
  }
  static override get [Symbol.species](): RegExpConstructor {
    return Plain
  }
}

function sourcesOf(part: string): string[] {
  return readdirSync(join(root, part, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(root, part, 'src', name))
}

const literals: [string, string, string][] = []
/** files beside the engine that make expressions from strings */
const makers: string[] = []
for (const part of ['engine', 'cli', 'server', 'platform', 'client']) {
  for (const path of sourcesOf(part)) {
    const text = readFileSync(path, 'utf8')
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        literals.push([node.text.slice(1, end), node.text.slice(end + 1), relative(root, path)])
      }
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
    if (part !== 'engine' && /\bRegExp\(/.test(text)) makers.push(path)
  }
}

globalThis.RegExp = Watched as unknown as RegExpConstructor
const { lintText } = await import('@gongwen/engine')
for (const path of makers) await import(pathToFileURL(path).href)
// some tables are made when first needed
lintText('云岭县教育局2024年工作总结\n\n一、党建工作\n\n全年发展党员12名，占比3%，2024年5月完成。习近平\n\n二、2025年工作打算\n\n力争完成任务。', {
  format: 'plain',
  configuration: { enable: 'always' },
})
process.stdout.write(JSON.stringify([...made.values(), ...literals]))
