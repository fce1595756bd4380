import { RULE_GROUPS, RULES, groupOf } from '@gongwen/engine'
import { createColors } from 'picocolors'
import stringWidth from 'string-width'
import { severityName } from '../reporters/wording.js'
import { wantsColor } from '../terminal.js'
import type { CommandContext, LookOptions } from './options.js'

/** Lists every rule with its severity, where it comes from and what it finds, group by group. Gives 0. */
export async function rules({ color }: LookOptions, { terminal, say }: CommandContext): Promise<number> {
  const { bold, dim } = createColors(wantsColor(color, terminal))
  const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))
  const idWidth = Math.max(...RULES.map(({ id }) => stringWidth(id)))
  const sourceWidth = Math.max(...RULES.map(({ source }) => stringWidth(source)))
  for (const group of RULE_GROUPS) {
    for (const rule of RULES.filter(({ id }) => groupOf(id) === group)) {
      const severity = pad(severityName(rule.severity, say), say('错误', 'warning').length + say('  ', '').length)
      terminal.stdout.write(`${bold(pad(rule.id, idWidth))}  ${severity}  ${dim(pad(rule.source, sourceWidth))}  ${say(rule.summary, rule.summaryEn)}\n`)
    }
  }
  return 0
}
