import { LineIndex, lintText, type Configuration } from '@gongwen/engine'

/** Findings in the shape of `gongwen check --format json`, straight from the engine. */
export function checkJson(files: readonly { path: string; text: string }[], configuration: Configuration = {}): object {
  return {
    version: 1,
    files: files.map(({ path, text }) => {
      const index = LineIndex.of(text)
      const at = (offset: number): object => {
        const { line, column } = index.positionAt(offset)
        return { line: line + 1, column: column + 1, offset }
      }
      const { findings } = lintText(text, { format: /\.(?:md|markdown)$/.test(path) ? 'markdown' : 'plain', configuration })
      return {
        path,
        findings: findings
          .filter(({ severity }) => severity !== 'hint')
          .map((f) => ({ ...f, start: at(f.start), end: at(f.end), excerpt: text.slice(f.start, f.end) })),
      }
    }),
  }
}
