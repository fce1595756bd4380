import { sayIn, type LinePosition, type Locale } from '@gongwen/engine'
import type { ErrorObject } from 'ajv'
import { closest } from './closest.js'

/** The same words in both languages. */
export interface Wording {
  readonly zh: string
  readonly en: string
}

/** Something wrong in a configuration, and where. Positions are zero-based, columns in UTF-16 units, as in the engine. */
export interface ConfigurationProblem {
  /** what is wrong; a full sentence without final mark */
  readonly message: Wording
  /** what would be right, such as `应为 auto、always 或 never` */
  readonly expected?: Wording
  /** what was probably meant */
  readonly suggestion?: string
  readonly start: LinePosition
  readonly end: LinePosition
}

/** One line for a terminal or a log: `路径:行:列：问题；应为……（是不是想写“……”？）`, counted from 1. */
export function describeProblem(path: string, { message, expected, suggestion, start }: ConfigurationProblem, locale: Locale = 'zh-CN'): string {
  const say = sayIn(locale)
  const of = ({ zh, en }: Wording): string => say(zh, en)
  const parts = expected === undefined ? of(message) : `${of(message)}${say('，', ', ')}${of(expected)}`
  const meant = suggestion === undefined ? '' : say(`（是不是想写“${suggestion}”？）`, ` (did you mean “${suggestion}”?)`)
  return `${path}:${start.line + 1}:${start.column + 1}${say('：', ': ')}${parts}${meant}`
}

/** What an error of the schema check says, and the path of keys that it is about (the key itself for an unknown one). */
export interface SchemaComplaint {
  readonly path: readonly string[]
  /** whether the place is the key, not its value */
  readonly atKey: boolean
  readonly message: Wording
  readonly expected?: Wording
  readonly suggestion?: string
}

const TYPE_NAMES: Readonly<Record<string, Wording>> = {
  object: { zh: '若干“名称: 值”', en: 'a map of names and values' },
  string: { zh: '文字', en: 'text' },
  array: { zh: '列表', en: 'a list' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
}

/** Turns the errors of ajv (`verbose`, `allErrors`) into one complaint for each place. */
export function complaintsOf(errors: readonly ErrorObject[]): SchemaComplaint[] {
  const complaints: SchemaComplaint[] = []
  const seen = new Set<string>()
  for (const error of withoutWrongBranches(errors)) {
    const complaint = complaintOf(error)
    const key = `${complaint.path.join('/')} ${complaint.atKey}`
    if (!seen.has(key)) complaints.push(complaint)
    seen.add(key)
  }
  return complaints
}

/** Where a value may take one of two forms, only the errors of the form that the user chose are worth telling. */
function withoutWrongBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const either = new Map(errors.filter(({ keyword }) => keyword === 'anyOf').map((error) => [error.instancePath, error.data]))
  const others = errors.filter(({ keyword }) => keyword !== 'anyOf')
  const worth = others.filter(({ keyword, instancePath }) => {
    if (!either.has(instancePath)) return true
    const isMapOrList = typeof either.get(instancePath) === 'object' && either.get(instancePath) !== null
    return isMapOrList ? keyword !== 'enum' && keyword !== 'type' : keyword !== 'type'
  })
  // of a value in neither form, what the first form asks for
  for (const path of either.keys()) {
    const first = others.find(({ instancePath }) => instancePath === path)
    if (first !== undefined && !worth.some(({ instancePath }) => instancePath === path || instancePath.startsWith(`${path}/`))) worth.push(first)
  }
  return worth
}

function complaintOf(error: ErrorObject): SchemaComplaint {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (error.keyword === 'additionalProperties') return unknownKey(error, path)
  return { path, atKey: false, ...valueComplaint(error, JSON.stringify(error.data)) }
}

type Params = {
  readonly allowedValues?: unknown[]
  readonly type?: string
  readonly limit?: number
  readonly comparison?: string
  readonly missingProperty?: string
}

/** @param value as the file has it */
function valueComplaint(error: ErrorObject, value: string): Omit<SchemaComplaint, 'path' | 'atKey'> {
  const { allowedValues = [], type = '', limit, comparison, missingProperty = '' } = error.params as Params
  if (error.keyword === 'enum') {
    const allowed = allowedValues.map(String)
    return {
      message: { zh: `${value} 不是可用的值`, en: `${value} is not one of the values` },
      expected: { zh: `应为 ${listOf(allowed, '或')}`, en: `use ${listInEnglish(allowed, 'or')}` },
      ...meant(error.data === false ? 'off' : String(error.data), allowed),
    }
  }
  if (error.keyword === 'type') {
    const name = TYPE_NAMES[type] ?? { zh: type, en: type }
    return { message: { zh: `${value} 的类型不对`, en: `${value} is of the wrong type` }, expected: { zh: `应为${name.zh}`, en: `it should be ${name.en}` } }
  }
  if (error.keyword === 'required') return { message: { zh: `缺少“${missingProperty}”`, en: `“${missingProperty}” is missing` } }
  if (error.keyword === 'minLength')
    return { message: { zh: `${value} 太短`, en: `${value} is too short` }, expected: { zh: `应不少于 ${limit} 个字`, en: `at least ${limit} characters` } }
  if (limit !== undefined) {
    const isMost = comparison === '<='
    return {
      message: { zh: `${value} 超出范围`, en: `${value} is out of range` },
      expected: { zh: `应${isMost ? '不大于' : '不小于'} ${limit}`, en: `at ${isMost ? 'most' : 'least'} ${limit}` },
    }
  }
  const reason = error.message ?? error.keyword
  return { message: { zh: `${value} 不符合要求（${reason}）`, en: `${value} is not allowed (${reason})` } }
}

function unknownKey(error: ErrorObject, path: readonly string[]): SchemaComplaint {
  const key = (error.params as { additionalProperty: string }).additionalProperty
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {}).filter((name) => name !== '$schema')
  const isRule = path.length === 1 && path[0] === 'rules'
  const expected = isRule ? undefined : availableOf(known)
  return {
    path: [...path, key],
    atKey: true,
    message: isRule ? { zh: `没有名为“${key}”的规则`, en: `there is no rule “${key}”` } : { zh: `不认识的设置“${key}”`, en: `unknown setting “${key}”` },
    ...(expected !== undefined && { expected }),
    ...meant(key, known),
  }
}

function availableOf(known: readonly string[]): Wording {
  if (known.length === 0) return { zh: '这里没有可用的设置', en: 'there are no settings here' }
  return { zh: `可用的有 ${listOf(known, '和')}`, en: `there are ${listInEnglish(known, 'and')}` }
}

function meant(word: string, candidates: readonly string[]): { suggestion?: string } {
  const [suggestion] = closest(word, candidates, 1)
  return suggestion === undefined ? {} : { suggestion }
}

function listOf(words: readonly string[], last: '或' | '和'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')} ${last} ${words[words.length - 1] as string}`
}

function listInEnglish(words: readonly string[], last: 'or' | 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1] as string}`
}
