import { SECTION_TYPES } from '../../engine/src/document/section-taxonomy.js'
import { RULES } from '../../engine/src/rules/registry.generated.js'
import type { AnyRule } from '../../engine/src/linting/rule.js'

/** JSON schema of the configuration, with one property for each rule. */
export function schemaSource(): string {
  const rules = Object.fromEntries(
    RULES.map((rule) => [rule.id, { description: both(rule.summary, rule.summaryEn), anyOf: [oneOf(['off', 'on', ...LEVELS]), ruleObject(rule)] }]),
  )
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '公文检查配置（.gongwenrc.json、.gongwenrc.yaml）',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      enable: { ...oneOf(['auto', 'always', 'never']), default: 'auto', description: both('检查哪些文件', 'Which texts are checked') },
      rules: {
        type: 'object',
        description: both('逐条规则的级别与选项', 'Severity and options of single rules'),
        properties: rules,
        additionalProperties: false,
      },
      profile: profileSchema(),
      sections: {
        ...sectionWishes(),
        description: both(
          '另外要求、不再要求的部分；与 profile.sections 相同，便于写在文首',
          'Sections asked for besides, or no more; the same as profile.sections',
        ),
      },
      profiles: {
        type: 'object',
        description: both(
          '本单位自己的报告要求，名称自取，用 profile.use 选用',
          'What your own unit’s reports must have, by a name of your choice; profile.use puts one to use',
        ),
        additionalProperties: userProfileSchema(),
      },
      residue: {
        type: 'object',
        additionalProperties: false,
        description: both('网站、办公系统留下的话', 'What web sites and office systems leave in texts'),
        properties: {
          phrases: { type: 'array', items: { type: 'string', minLength: 2 }, description: both('也当作网页残留的短语', 'Phrases that count as residue, too') },
        },
      },
    },
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

const KINDS = ['annual', 'half-year', 'quarter', 'term', 'plan', 'duty', 'government', 'other']
const FIELDS = ['education-bureau', 'school', 'department']
const LEVELS = ['error', 'warning', 'info', 'hint']
/** What the values of the configuration stand for; an editor shows it beside them. */
const MEANINGS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  auto: ['只检查公文', 'work reports and plans only'],
  always: ['全部检查', 'every text'],
  never: ['不检查', 'none'],
  off: ['关闭', 'not checked'],
  on: ['按规则自己的级别', 'the rule’s own severity'],
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  info: ['提示', 'note'],
  hint: ['建议，默认不显示', 'suggestion, not shown unless asked for'],
  annual: ['年度总结', 'report of a year'],
  'half-year': ['半年总结', 'report of half a year'],
  quarter: ['季度总结', 'report of a quarter'],
  term: ['学期总结', 'report of a school term'],
  plan: ['工作计划', 'plan'],
  duty: ['述职报告', 'report on one’s duties'],
  government: ['政府工作报告', 'report of a government'],
  other: ['其他', 'another kind'],
  'education-bureau': ['教育局、教体局', 'education bureau'],
  school: ['学校、幼儿园', 'school or kindergarten'],
  department: ['其他部门、乡镇街道', 'another department, a town'],
  unknown: ['不详', 'not known'],
}

/** A description for people who read either language: an editor cannot choose one. */
function both(zh: string, en: string): string {
  return `${zh}\n${en}`
}

/** One of some values, each with its meaning. */
function oneOf(values: readonly string[]): { enum: readonly string[]; enumDescriptions: string[] } {
  return { enum: values, enumDescriptions: values.map((value) => (MEANINGS[value] ?? []).join(' ')) }
}

const YEAR = { type: 'integer', minimum: 1949, maximum: 2100 }

/** Ids of sections: the common ones are offered, a unit's own are as good; `a|b` is one of two. */
function sectionIds(description: string): object {
  return { type: 'array', description, items: { type: 'string', minLength: 1, examples: SECTION_TYPES.map(({ id }) => id) } }
}

function sectionWishes(): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      require: sectionIds(both('另外必须有的部分', 'Sections that must be there besides')),
      ignore: sectionIds(both('不要求有的部分', 'Sections that are not asked for')),
    },
  }
}

function profileSchema(): object {
  return {
    type: 'object',
    additionalProperties: false,
    description: both(
      '报告的种类、单位与年份；不写则从标题和正文识别',
      'Kind, unit and year of the reports; read from title and text where they are not given',
    ),
    properties: {
      use: { type: 'string', minLength: 1, description: both('用 profiles 里的哪一个', 'Which of the profiles is used') },
      kind: { ...oneOf(KINDS), description: both('报告的种类', 'Kind of report') },
      field: { ...oneOf([...FIELDS, 'unknown']), description: both('哪一类单位', 'What kind of unit reports') },
      year: { ...YEAR, description: both('所总结的年份；计划为所安排的年份', 'The year summed up; of a plan the year planned') },
      planYear: { ...YEAR, description: both('所安排的年份', 'The year planned') },
      unit: { type: 'string', minLength: 2, description: both('报告的单位', 'The unit that reports') },
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
      id: { type: 'string', minLength: 1, description: both('代号，不与通用部分重复', 'Id; not one of a common section') },
      name: {
        type: 'string',
        minLength: 2,
        description: both('提示里怎么叫；标题里有这个词就算有这一部分', 'How messages name it; a heading with this word is one of this section'),
      },
      aliases: { ...words, description: both('标题的其他写法', 'Other words of its headings') },
      keywords: {
        description: both('正文用词，可以写权重 1～3', 'Words of its text, with weights 1 to 3 if you like'),
        anyOf: [words, { type: 'object', additionalProperties: { type: 'integer', minimum: 1, maximum: 3 } }],
      },
      years: {
        type: 'object',
        additionalProperties: false,
        description: both('哪些年份的报告才问', 'Reports of which years are asked for it'),
        properties: { from: YEAR, until: YEAR },
      },
    },
  }
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      base: { ...oneOf(FIELDS), description: both('在哪一类单位的要求上增减；不写则只问下面列出的', 'Whose demands it starts from; none when left out') },
      kinds: { type: 'array', items: oneOf(KINDS), description: both('只管哪些种类的报告；不写则都管', 'Which kinds of report it is for; all when left out') },
      required: sectionIds(both('缺了按警告提示；“a|b”表示有一项即可', 'Warned of when lacking; “a|b” asks for one of them')),
      expected: sectionIds(both('缺了只作提示', 'Mentioned when lacking')),
      optional: sectionIds(both('不要求，即使 base 要求', 'Not asked for, even if the base asks')),
      sections: { type: 'array', items: section, description: both('自己的部分', 'Sections of your own') },
    },
  }
}

function ruleObject(rule: AnyRule): object {
  const options = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, option]) => [
      name,
      { description: both(option.description, option.en), default: option.default, ...(option.values && { enum: option.values }) },
    ]),
  )
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity: oneOf(['off', ...LEVELS]),
      options: { type: 'object', additionalProperties: false, properties: options },
    },
  }
}
