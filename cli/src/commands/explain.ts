import { RULES, type AnyRule, type RuleExample, type RuleMessage } from '@gongwen/engine'
import { closest } from '@gongwen/platform'
import { createColors } from 'picocolors'
import { severityName } from '../reporters/wording.js'
import { CannotRunError, wantsColor, type Say } from '../terminal.js'
import type { CommandContext, LookOptions } from './options.js'

const SCOPES: Readonly<Record<AnyRule['scope'], string>> = { sentence: '句子', block: '段落', section: '章节', document: '全文' }

/** Says what a rule finds, why, what it says and how to turn it off; all from the rule's own metadata. Gives 0. */
export async function explain(id: string, { color }: LookOptions, { terminal, say }: CommandContext): Promise<number> {
  const rule = RULES.find((candidate) => candidate.id === id)
  if (rule === undefined) throw new CannotRunError(unknownRule(id, say))
  const { bold, dim } = createColors(wantsColor(color, terminal))
  const heading = (zh: string, en: string): string => `\n${bold(say(zh, en))}`
  const lines = [
    `${bold(rule.id)}  ${say(rule.summary, rule.summaryEn)}`,
    dim(
      say(
        `级别：${severityName(rule.severity, say)}　依据：${rule.source}　范围：${SCOPES[rule.scope]}`,
        `severity: ${rule.severity}  source: ${rule.source}  scope: ${rule.scope}`,
      ),
    ),
    heading('为什么', 'Why'),
    rule.rationale,
    heading('会怎么说', 'Messages'),
    ...Object.values<RuleMessage>(rule.messages).map((message) => `- ${say(`${message.what}${message.advice ?? ''}`, message.en)}`),
    ...optionLines(rule, heading, say),
    heading('例子', 'Examples'),
    ...rule.examples.flatMap((example) => exampleLines(example, say)),
    heading('怎么关掉', 'Turning it off'),
    say('在 .gongwenrc.yaml 里：', 'in .gongwenrc.yaml:'),
    'rules:',
    `  ${rule.id}: off`,
    say('只屏蔽一处：', 'for one place:'),
    `<!-- gongwen-disable-next-line ${rule.id}: ${say('理由', 'reason')} -->`,
  ]
  terminal.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function unknownRule(id: string, say: Say): string {
  const near = closest(
    id,
    RULES.map((rule) => rule.id),
  )
  const hint =
    near.length === 0
      ? say('用 gongwen rules 查看全部规则', 'gongwen rules lists them all')
      : say(`是不是想查 ${near.join('、')}？`, `did you mean ${near.join(', ')}?`)
  return say(`没有名为“${id}”的规则；${hint}`, `no rule “${id}”; ${hint}`)
}

function optionLines(rule: AnyRule, heading: (zh: string, en: string) => string, say: Say): string[] {
  const options = Object.entries(rule.options ?? {})
  if (options.length === 0) return []
  return [
    heading('选项', 'Options'),
    ...options.map(([name, option]) => `- ${name} = ${JSON.stringify(option.default)}${say('：', ': ')}${say(option.description, option.en)}`),
  ]
}

function exampleLines({ title, text, reports }: RuleExample, say: Say): string[] {
  const verdict = reports.length === 0 ? say('不报', 'silent') : say('会报', 'reported')
  return [
    `${verdict}${say('：', ': ')}${title}`,
    ...text
      .replaceAll(/[⟦⟧]/g, '')
      .split('\n')
      .map((line) => `    ${line}`.trimEnd()),
  ]
}
