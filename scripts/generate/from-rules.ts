import { SECTION_TYPES } from '../../engine/src/document/section-taxonomy.js'
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

/** JSON schema of the configuration, with one property for each rule. */
export function schemaSource(): string {
  const severity = { enum: ['off', 'on', 'error', 'warning', 'info', 'hint'] }
  const rules = Object.fromEntries(RULES.map((rule) => [rule.id, { description: rule.summary, anyOf: [severity, ruleObject(rule)] }]))
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '公文检查配置（.gongwenrc.json、.gongwenrc.yaml）',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      enable: { enum: ['auto', 'always', 'never'], default: 'auto', description: '检查哪些文件：auto 只检查公文，always 全部检查，never 不检查' },
      rules: { type: 'object', description: '逐条规则的级别与选项', properties: rules, additionalProperties: false },
      profile: profileSchema(),
      sections: { ...sectionWishes(), description: '另外要求、不再要求的部分；与 profile.sections 相同，便于写在文首' },
      profiles: { type: 'object', description: '本单位自己的报告要求，名称自取，用 profile.use 选用', additionalProperties: userProfileSchema() },
      residue: {
        type: 'object',
        additionalProperties: false,
        properties: { phrases: { type: 'array', items: { type: 'string', minLength: 2 }, description: '也当作网页残留的短语' } },
      },
    },
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

const KINDS = ['annual', 'half-year', 'quarter', 'term', 'plan', 'duty', 'government', 'other']
const YEAR = { type: 'integer', minimum: 1949, maximum: 2100 }

/** Ids of sections: the common ones are offered, a unit's own are as good; `a|b` is one of two. */
function sectionIds(description: string): object {
  return { type: 'array', description, items: { type: 'string', minLength: 1, examples: SECTION_TYPES.map(({ id }) => id) } }
}

function sectionWishes(): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: { require: sectionIds('另外必须有的部分'), ignore: sectionIds('不要求有的部分') },
  }
}

function profileSchema(): object {
  return {
    type: 'object',
    additionalProperties: false,
    description: '报告的种类、单位与年份；不写则从标题和正文识别',
    properties: {
      use: { type: 'string', minLength: 1, description: '用 profiles 里的哪一个' },
      kind: { enum: KINDS },
      field: { enum: ['education-bureau', 'school', 'department', 'unknown'] },
      year: { ...YEAR, description: '所总结的年份；计划为所安排的年份' },
      planYear: { ...YEAR, description: '所安排的年份' },
      unit: { type: 'string', minLength: 2, description: '报告的单位' },
      sections: sectionWishes(),
    },
  }
}

function userProfileSchema(): object {
  const words = { type: 'array', items: { type: 'string', minLength: 2 } }
  const section = {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'name'],
    properties: {
      id: { type: 'string', minLength: 1, description: '代号，不与通用部分重复' },
      name: { type: 'string', minLength: 2, description: '提示里怎么叫；标题里有这个词就算有这一部分' },
      aliases: { ...words, description: '标题的其他写法' },
      keywords: {
        description: '正文用词，可以写权重 1～3',
        anyOf: [words, { type: 'object', additionalProperties: { type: 'integer', minimum: 1, maximum: 3 } }],
      },
      years: { type: 'object', additionalProperties: false, description: '哪些年份的报告才问', properties: { from: YEAR, until: YEAR } },
    },
  }
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      base: { enum: ['education-bureau', 'school', 'department'], description: '在哪一类单位的要求上增减；不写则只问下面列出的' },
      kinds: { type: 'array', items: { enum: KINDS }, description: '只管哪些种类的报告；不写则都管' },
      required: sectionIds('缺了按警告提示；“a|b”表示有一项即可'),
      expected: sectionIds('缺了只作提示'),
      optional: sectionIds('不要求，即使 base 要求'),
      sections: { type: 'array', items: section, description: '自己的部分' },
    },
  }
}

function ruleObject(rule: AnyRule): object {
  const options = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [
      name,
      { description: option.description, default: option.default, ...(option.values && { enum: option.values }) },
    ]),
  )
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity: { enum: ['off', 'error', 'warning', 'info', 'hint'] },
      options: { type: 'object', additionalProperties: false, properties: options },
    },
  }
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
    properties: Object.fromEntries(RULES.map((rule) => [rule.id, { enum: severity, description: rule.summary }])),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}
