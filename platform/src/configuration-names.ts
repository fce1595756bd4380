import { SECTION_IDS, type Configuration } from '@gongwen/engine'
import { closest } from './closest.js'
import type { SchemaComplaint, Wording } from './configuration-problem.js'

/**
 * What a configuration that the schema lets through names and does not have: sections, and the profile that it uses.
 * A section added under the id of a common one is told too, for it would not count.
 */
export function unknownNames({ profile, profiles = {}, sections }: Configuration): SchemaComplaint[] {
  const complaints: SchemaComplaint[] = []
  const own = Object.values(profiles).flatMap((each) => (each.sections ?? []).map(({ id }) => id))
  const known = [...SECTION_IDS, ...own]
  const look = (path: readonly string[], ids: readonly string[] | undefined): void => {
    ids?.forEach((written, i) => {
      for (const id of written.split('|'))
        if (!known.includes(id)) complaints.push(unknown([...path, String(i)], { zh: `没有代号为“${id}”的部分`, en: `there is no section “${id}”` }, id, known))
    })
  }
  look(['profile', 'sections', 'require'], profile?.sections?.require)
  look(['profile', 'sections', 'ignore'], profile?.sections?.ignore)
  look(['sections', 'require'], sections?.require)
  look(['sections', 'ignore'], sections?.ignore)
  for (const [name, each] of Object.entries(profiles)) {
    for (const list of ['required', 'expected', 'optional'] as const) look(['profiles', name, list], each[list])
    each.sections?.forEach(({ id }, i) => {
      if (SECTION_IDS.includes(id))
        complaints.push({
          path: ['profiles', name, 'sections', String(i), 'id'],
          atKey: false,
          message: { zh: `“${id}”是通用部分的代号`, en: `“${id}” is the name of a common section` },
          expected: { zh: '应另取一个', en: 'choose another one' },
        })
    })
  }
  const names = Object.keys(profiles)
  if (profile?.use !== undefined && !names.includes(profile.use))
    complaints.push(
      unknown(['profile', 'use'], { zh: `profiles 里没有“${profile.use}”`, en: `there is no “${profile.use}” under profiles` }, profile.use, names),
    )
  return complaints
}

function unknown(path: readonly string[], message: Wording, word: string, candidates: readonly string[]): SchemaComplaint {
  const [suggestion] = closest(word, candidates, 1)
  return { path, atKey: false, message, ...(suggestion !== undefined && { suggestion }) }
}
