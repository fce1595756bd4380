import type { ProfileOverride } from '../document/profile.js'
import type { UserProfile } from '../document/user-profile.js'
import { SEVERITIES, type Severity } from '../linting/severity.js'

/** What a user says of one rule. */
export type RuleSetting = 'off' | 'on' | Severity | { readonly severity?: 'off' | Severity; readonly options?: Readonly<Record<string, unknown>> }

/**
 * Configuration as files, settings and front matter give it; every part may be left out. `gongwen.schema.json` describes
 * it; adapters check a file against that schema before it comes here, and what is still wrong here is passed over.
 */
export interface Configuration {
  /** `auto` checks texts that are work reports, `always` every text, `never` none */
  readonly enable?: 'auto' | 'always' | 'never'
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** what the report is; `use` names one of `profiles` */
  readonly profile?: ProfileOverride & { readonly use?: string }
  /** the same as `profile.sections`, for front matter */
  readonly sections?: SectionWishes
  /** units' own lists of sections, by name */
  readonly profiles?: Readonly<Record<string, UserProfile>>
  readonly residue?: { readonly phrases?: readonly string[] }
}

type SectionWishes = NonNullable<ProfileOverride['sections']>

/** Configuration with nothing left out. */
export interface ResolvedConfiguration {
  readonly enable: 'auto' | 'always' | 'never'
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly profile: ProfileOverride & { readonly use?: string }
  readonly profiles: Readonly<Record<string, UserProfile>>
  readonly residuePhrases: readonly string[]
}

/** Lays configurations over one another; later ones win, rule by rule, and lists of phrases add up. */
export function resolveConfiguration(...layers: readonly (Configuration | undefined)[]): ResolvedConfiguration {
  let enable: ResolvedConfiguration['enable'] = 'auto'
  let profile: ResolvedConfiguration['profile'] = {}
  const profiles: Record<string, UserProfile> = {}
  const rules: Record<string, RuleSetting> = {}
  const residuePhrases: string[] = []
  for (const layer of layers) {
    if (layer === undefined) continue
    enable = layer.enable ?? enable
    const sections: SectionWishes = { ...profile.sections, ...layer.profile?.sections, ...layer.sections }
    profile = { ...profile, ...layer.profile, ...(Object.keys(sections).length > 0 && { sections }) }
    Object.assign(profiles, layer.profiles)
    Object.assign(rules, layer.rules)
    residuePhrases.push(...(layer.residue?.phrases ?? []))
  }
  return { enable, rules, profile, profiles, residuePhrases }
}

/** The unit's own profile that a configuration uses; undefined when it uses none, or one that it does not have. */
export function usedProfile({ profile, profiles }: ResolvedConfiguration): UserProfile | undefined {
  return profile.use !== undefined && Object.hasOwn(profiles, profile.use) ? profiles[profile.use] : undefined
}

/** What a setting makes of a rule's severity: the one set, the rule's own, or `off`. */
export function severityOf(setting: RuleSetting | undefined, own: Severity): Severity | 'off' {
  const wanted = typeof setting === 'object' ? setting.severity : setting
  if (wanted === 'off') return 'off'
  return wanted !== undefined && wanted !== 'on' && SEVERITIES.includes(wanted) ? wanted : own
}
