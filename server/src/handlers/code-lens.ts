import { countCharacters, ledgerOf, sectionCoverage, type Heading, type Section, type SectionCoverage, type TextRange } from '@gongwen/engine'
import type { CodeLens } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toRange } from '../converters/positions.js'
import type { SettingsSource } from '../settings.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Headings below this level are too near to each other for a line above each. */
const DEEPEST = 2
const MOST_NAMED = 3
const lensesOf = new WeakMap<CheckedText, readonly CodeLens[]>()

/**
 * Shows above the title how long the report is, how many figures and findings it has and how many sections it lacks, and
 * above its headings the same of each section, as far as the user's settings want it.
 */
export function serveCodeLens({ connection, documents, client }: HandlerContext, settings: SettingsSource): void {
  connection.onCodeLens(({ textDocument: { uri } }) =>
    answer(connection, 'textDocument/codeLens', async (): Promise<CodeLens[]> => {
      if (!(await settings.of(uri)).codeLens) return []
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return []
      let lenses = lensesOf.get(checked)
      if (lenses === undefined) {
        // a client without the command shows the words alone
        lenses = lensesIn(checked, client().options.codeLens === true ? 'gongwen.showReport' : '')
        lensesOf.set(checked, lenses)
      }
      return [...lenses]
    }),
  )
}

function lensesIn(checked: CheckedText, command: string): CodeLens[] {
  const { document } = checked
  const lens = (at: TextRange, parts: readonly string[]): CodeLens => ({
    range: toRange(document.lines, at),
    command: { title: parts.join(checked.say('　', '  ')), command, ...(command !== '' && { arguments: [checked.uri] }) },
  })
  const title = document.outline.titles[0]
  return [
    ...(title === undefined ? [] : [lens({ start: title.start, end: title.end }, ofReport(checked))]),
    ...document.outline.sections.flatMap((section) => (hasLens(section) ? [lens(section.heading, ofSection(checked, section))] : [])),
  ]
}

/** Whether a section's heading has a line of its own and stands near enough to the top of the outline. */
function hasLens(section: Section): section is Section & { readonly heading: Heading } {
  const { heading, level } = section
  return heading !== undefined && level <= DEEPEST && (heading.form === 'line' || heading.form === 'markdown' || heading.form === 'unnumbered')
}

function ofReport(checked: CheckedText): string[] {
  const { document } = checked
  const figures = ledgerOf(document).length
  const lacking = sectionCoverage(document).filter(({ status, requirement }) => status === 'absent' && requirement !== 'optional')
  const whole = { start: 0, end: document.text.length }
  return [
    ...counts(checked, whole),
    ...(figures === 0 ? [] : [checked.say(`数据${figures}处`, `${figures} figures`)]),
    ...(lacking.length === 0 ? [] : [namesOf(checked, lacking)]),
  ]
}

/** The first few of the sections that are lacking, and how many they are in all. */
function namesOf(checked: CheckedText, lacking: readonly SectionCoverage[]): string {
  const names = lacking
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join('、')
  return lacking.length > MOST_NAMED
    ? checked.say(`未见${names}等${lacking.length}个部分`, `lacking: ${names} and more, ${lacking.length} in all`)
    : checked.say(`未见${names}`, `lacking: ${names}`)
}

function ofSection(checked: CheckedText, { start, end }: Section): string[] {
  return counts(checked, { start, end })
}

/** How long a part is, and what was found in it; nothing is said of what was not found. */
function counts(checked: CheckedText, { start, end }: TextRange): string[] {
  const characters = countCharacters(checked.document, { start, end })
  const found = checked.findings.filter((finding) => finding.start >= start && finding.start < end).length
  return [
    checked.say(`${characters}字`, `${characters} characters`),
    ...(found === 0 ? [] : [checked.say(`${found}个问题`, found === 1 ? '1 problem' : `${found} problems`)]),
  ]
}
