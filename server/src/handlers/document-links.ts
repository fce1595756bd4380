import { headingReferences } from '@gongwen/engine'
import type { DocumentLink } from 'vscode-languageserver'
import { plain } from '../checking/addresses.js'
import type { CheckedText } from '../checking/checked-text.js'
import { namedWorks } from '../checking/terms.js'
import { nameOfFile, type WorkspaceReports } from '../checking/workspace-reports.js'
import { nameOf } from '../converters/outline.js'
import { toPosition, toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Makes links of 《…》 where the workspace has a text of that name, and of 见第三部分 where one heading alone is meant. */
export function serveDocumentLinks({ connection, documents }: HandlerContext, reports: WorkspaceReports): void {
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    answer(connection, 'textDocument/documentLink', async (): Promise<DocumentLink[]> => {
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return []
      return [...toHeadings(checked), ...(await toFiles(checked, reports))]
    }),
  )
}

function toHeadings(checked: CheckedText): DocumentLink[] {
  const { document, uri } = checked
  return headingReferences(document).flatMap((reference) => {
    const heading = reference.targets.at(-1)?.heading
    if (heading === undefined || reference.alternatives.length > 0) return []
    const { line, character } = toPosition(document.lines, heading.start)
    return [{ range: toRange(document.lines, reference), target: `${uri}#L${line + 1},${character + 1}`, tooltip: nameOf(heading) }]
  })
}

async function toFiles(checked: CheckedText, reports: WorkspaceReports): Promise<DocumentLink[]> {
  const works = namedWorks(checked.document)
  if (works.length === 0) return []
  const files = new Map<string, string[]>()
  for (const uri of await reports.list()) {
    if (plain(uri) === plain(checked.uri)) continue
    const name = nameOfFile(uri)
    files.set(name, [...(files.get(name) ?? []), uri])
  }
  return works.flatMap(({ term, start, end }) => {
    const [target, another] = files.get(term) ?? []
    // of two files with the name nothing says which is meant
    if (target === undefined || another !== undefined) return []
    return [{ range: toRange(checked.document.lines, { start, end }), target, tooltip: checked.say(`打开“${term}”`, `Open “${term}”`) }]
  })
}
