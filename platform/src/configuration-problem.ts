import type { LinePosition } from '@gongwen/engine'
import type { ErrorObject } from 'ajv'
import { closest } from './closest.js'

/** Something wrong in a configuration, and where. Positions are zero-based, columns in UTF-16 units, as in the engine. */
export interface ConfigurationProblem {
  /** what is wrong; a full sentence in Chinese without final mark */
  readonly message: string
  /** what would be right, such as `应为 auto、always 或 never` */
  readonly expected?: string
  /** what was probably meant */
  readonly suggestion?: string
  readonly start: LinePosition
  readonly end: LinePosition
}

/** One line for a terminal or a log: `路径:行:列：问题；应为……（是不是想写“……”？）`, counted from 1. */
export function describeProblem(path: string, { message, expected, suggestion, start }: ConfigurationProblem): string {
  const parts = expected === undefined ? message : `${message}，${expected}`
  return `${path}:${start.line + 1}:${start.column + 1}：${parts}${suggestion === undefined ? '' : `（是不是想写“${suggestion}”？）`}`
}

/** What an error of the schema check says, and the path of keys that it is about (the key itself for an unknown one). */
export interface SchemaComplaint {
  readonly path: readonly string[]
  /** whether the place is the key, not its value */
  readonly atKey: boolean
  readonly message: string
  readonly expected?: string
  readonly suggestion?: string
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: '若干“名称: 值”',
  string: '文字',
  array: '列表',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
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
  const value = JSON.stringify(error.data)
  const { params } = error as { params: { allowedValues?: unknown[]; type?: string; limit?: number; comparison?: string } }
  if (error.keyword === 'enum') {
    const allowed = (params.allowedValues ?? []).map(String)
    return {
      path,
      atKey: false,
      message: `${value} 不是可用的值`,
      expected: `应为 ${listOf(allowed)}`,
      ...meant(error.data === false ? 'off' : String(error.data), allowed),
    }
  }
  if (error.keyword === 'type')
    return { path, atKey: false, message: `${value} 的类型不对`, expected: `应为${TYPE_NAMES[params.type ?? ''] ?? String(params.type)}` }
  if (error.keyword === 'required') return { path, atKey: false, message: `缺少“${(error.params as { missingProperty: string }).missingProperty}”` }
  if (error.keyword === 'minLength') return { path, atKey: false, message: `${value} 太短`, expected: `应不少于 ${params.limit} 个字` }
  if (params.limit !== undefined)
    return { path, atKey: false, message: `${value} 超出范围`, expected: `应${params.comparison === '<=' ? '不大于' : '不小于'} ${params.limit}` }
  return { path, atKey: false, message: `${value} 不符合要求（${error.message ?? error.keyword}）` }
}

function unknownKey(error: ErrorObject, path: readonly string[]): SchemaComplaint {
  const key = (error.params as { additionalProperty: string }).additionalProperty
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {}).filter((name) => name !== '$schema')
  const isRule = path.length === 1 && path[0] === 'rules'
  const expected = isRule ? undefined : known.length === 0 ? '这里没有可用的设置' : `可用的有 ${listOf(known, '和')}`
  return {
    path: [...path, key],
    atKey: true,
    message: isRule ? `没有名为“${key}”的规则` : `不认识的设置“${key}”`,
    ...(expected !== undefined && { expected }),
    ...meant(key, known),
  }
}

function meant(word: string, candidates: readonly string[]): { suggestion?: string } {
  const [suggestion] = closest(word, candidates, 1)
  return suggestion === undefined ? {} : { suggestion }
}

function listOf(words: readonly string[], last = '或'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')} ${last} ${words[words.length - 1] as string}`
}
