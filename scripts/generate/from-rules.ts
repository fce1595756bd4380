import { RULES } from '../../engine/src/rules/registry.generated.js'
import type { AnyRule, RuleExample, RuleMessage } from '../../engine/src/linting/rule.js'

const GROUP_NAMES: Readonly<Record<string, string>> = {
  structure: '结构层次',
  sections: '必备内容',
  figures: '数据',
  residue: '残留与损坏',
  punctuation: '标点',
  wording: '用语',
}
const SEVERITY_NAMES: Readonly<Record<string, string>> = { error: '错误', warning: '警告', info: '提示', hint: '建议' }
const SCOPE_NAMES: Readonly<Record<string, string>> = { sentence: '句子', block: '段落', section: '章节', document: '全文' }

/** The documentation pages: one for each rule and an index, as pairs of path and content. */
export function rulePages(): [string, string][] {
  const pages: [string, string][] = RULES.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)])
  pages.push(['docs/rules/README.md', indexPage()])
  return pages
}

function indexPage(): string {
  const lines = ['# 规则一览', '', '由 `npm run generate` 从规则文件生成，请勿手工修改。', '']
  for (const [group, name] of Object.entries(GROUP_NAMES)) {
    const rules = RULES.filter((rule) => rule.id.startsWith(`${group}/`))
    if (rules.length === 0) continue
    lines.push(`## ${name}（${group}）`, '', '| 规则 | 查什么 | 级别 | 依据 |', '|---|---|---|---|')
    for (const rule of rules)
      lines.push(`| [${rule.id}](${rule.id}.md) | ${rule.summary} | ${SEVERITY_NAMES[rule.severity] ?? rule.severity} | ${rule.source} |`)
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function page(rule: AnyRule): string {
  const lines = [
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    `> ${rule.summaryEn}`,
    '',
    `级别：${SEVERITY_NAMES[rule.severity] ?? rule.severity}　依据：${rule.source}　范围：${SCOPE_NAMES[rule.scope] ?? rule.scope}`,
    '',
    '## 为什么',
    '',
    rule.rationale,
    '',
    '## 会怎么说',
    '',
    ...Object.values<RuleMessage>(rule.messages).map(
      (message) => `- ${spoken(message.what)}${message.advice === undefined ? '' : ` ${spoken(message.advice)}`}`,
    ),
    '',
    ...optionLines(rule),
    '## 例子',
    '',
    ...rule.examples.flatMap(exampleLines),
    '## 怎么关掉',
    '',
    '在 `.gongwenrc.yaml` 里：',
    '',
    '```yaml',
    'rules:',
    `  ${rule.id}: off`,
    '```',
    '',
    `只屏蔽一处（写上理由）：\`<!-- gongwen-disable-next-line ${rule.id}: 理由 -->\``,
    '',
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** A message as a page shows it: what is filled in stands as ×. */
function spoken(template: string): string {
  return template.replace(/\{\w{1,40}\}/g, '×')
}

function optionLines(rule: AnyRule): string[] {
  const options = Object.entries(rule.options ?? {})
  if (options.length === 0) return []
  return ['## 选项', '', ...options.map(([name, option]) => `- \`${name}\`（默认 \`${JSON.stringify(option.default)}\`）：${option.description}`), '']
}

function exampleLines(example: RuleExample): string[] {
  const verdict = example.reports.length === 0 ? '不报' : '会报'
  return [
    `### ${verdict}：${example.title}`,
    '',
    '```text',
    example.text.replaceAll(/[⟦⟧]/g, ''),
    '```',
    '',
    ...(example.message === undefined ? [] : [`> ${example.message}`, '']),
  ]
}

/** The manifest with its `gongwen.rules` setting brought up to date. */
export function manifestSettings(source: string): string {
  const manifest = JSON.parse(source) as { contributes?: { configuration?: { properties?: Record<string, unknown> } } }
  const settings = manifest.contributes?.configuration?.properties
  if (settings === undefined) return source
  const severity = ['off', 'on', 'error', 'warning', 'info', 'hint']
  settings['gongwen.rules'] = {
    type: 'object',
    default: {},
    scope: 'resource',
    additionalProperties: false,
    markdownDescription: '%config.rules%',
    properties: Object.fromEntries(RULES.map((rule) => [rule.id, { enum: severity, description: `%rule.${rule.id}%` }])),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The manifest's strings in one language with those of the rules brought up to date. */
export function manifestStrings(source: string, summaryOf: (rule: AnyRule) => string): string {
  const others = Object.entries(JSON.parse(source) as Record<string, string>).filter(([key]) => !key.startsWith('rule.'))
  const rules = RULES.map((rule) => [`rule.${rule.id}`, summaryOf(rule)])
  return `${JSON.stringify(Object.fromEntries([...others, ...rules]), null, 2)}\n`
}
