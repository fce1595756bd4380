import type { TextRange } from '@gongwen/engine'

/** A text whose expected places are marked `⟦…⟧`, without the marks, and the places. */
export function readMarks(marked: string): { text: string; ranges: TextRange[] } {
  const ranges: TextRange[] = []
  const open: number[] = []
  let text = ''
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') open.push(text.length)
    else if (part === '⟧') {
      const start = open.pop()
      if (start === undefined) throw new Error(`⟧ without ⟦ in ${marked}`)
      ranges.push({ start, end: text.length })
    } else text += part
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in ${marked}`)
  return { text, ranges: ranges.sort((a, b) => a.start - b.start || b.end - a.end) }
}

/** The text with the findings' places marked, ready to paste into an example. */
export function writeMarks(text: string, ranges: readonly TextRange[]): string {
  let marked = text
  for (const { start, end } of [...ranges].sort((a, b) => b.start - a.start))
    marked = `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`
  return marked
}
