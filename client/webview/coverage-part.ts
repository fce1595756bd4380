import { coverageBar, shareOf } from '../src/panel/content/build-content.js'
import { fill } from '../src/panel/fill.js'
import { coverageInWords, coverageState } from '../src/panel/wording.js'
import { bar, button, element, type Child } from './dom.js'
import { jump, type Page } from './page.js'
import { table } from './table.js'

/** Which of the sections asked for are there, drawn and in words. */
export function coveragePart(page: Page): Child {
  const { report, strings } = page
  const summary = element('p', {}, coverageInWords(report.coverage, strings))
  if (report.coverage.length === 0) return summary
  const rows = report.coverage.map((section) => {
    const { fraction, tone } = coverageBar(section)
    const isAbsent = section.status === 'absent'
    const label = isAbsent ? strings.wouldStand : fill(strings.line, section.range.start.line + 1)
    return [
      section.name,
      strings[section.requirement],
      [bar(fraction, tone), element('span', { class: tone }, coverageState(section.status, strings))],
      button(`coverage ${section.id}`, label, jump(page, section.range), { class: 'link', 'aria-label': `${section.name}: ${label}` }),
    ]
  })
  return [summary, table(strings.coverage, [strings.section, strings.requirement, strings.state, strings.place], rows, 'coverage')]
}

/** How long each section is, drawn and in words. */
export function lengthsPart(page: Page): Child {
  const { report, strings } = page
  const longest = Math.max(1, ...report.lengths.map(({ characters }) => characters))
  const rows = report.lengths.map((section, i) => [
    button(`length ${i} ${section.name}`, section.name, jump(page, section.range), { class: `link level-${section.level}` }),
    [bar(section.characters / longest, section.level > 1 ? 'quiet' : 'plain'), fill(strings.lengthUnit, section.characters.toLocaleString('en'))],
    shareOf(section.characters, report.characters),
    section.findings === 0 ? '' : String(section.findings),
  ])
  return table(strings.lengths, [strings.section, strings.characters, strings.share, strings.problems], rows, 'lengths')
}
