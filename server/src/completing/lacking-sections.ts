import { sectionCoverage, type OrdinalStyle, type ReportDocument } from '@gongwen/engine'

/** A section that a report lacks: the words of its heading and the level on which it would stand. */
export interface LackingSection {
  readonly title: string
  readonly style: OrdinalStyle
}

/** The sections that such a report is asked for and that nothing in it stands for, those required first. */
export function lackingSections(document: ReportDocument): LackingSection[] {
  const absent = sectionCoverage(document).filter(({ status, requirement }) => status === 'absent' && requirement !== 'optional')
  const inOrder = [...absent.filter(({ requirement }) => requirement === 'required'), ...absent.filter(({ requirement }) => requirement !== 'required')]
  return inOrder.map(({ name, place }) => ({ title: name, style: place.after?.ordinal?.style ?? 'chinese' }))
}
