import { LineIndex, type Configuration } from '@gongwen/engine'
import type { ValidateFunction } from 'ajv'
import type { Document, Node, Pair, YAMLError, YAMLMap } from 'yaml'
import { complaintsOf, type ConfigurationProblem, type SchemaComplaint, type Wording } from './configuration-problem.js'
import { unknownNames } from './configuration-names.js'

/** A configuration as its source says, and what is wrong with it. */
export interface CheckedConfiguration {
  /** the parts that nothing is wrong with */
  readonly configuration: Configuration
  readonly problems: readonly ConfigurationProblem[]
}

/**
 * Reads a configuration, YAML or JSON (which YAML contains), and holds it against the schema. An empty source is an
 * empty configuration. Never throws: what is wrong is in `problems`, with its place in `source`.
 *
 * @param key when given, the configuration is what stands under this key of the source, and the rest is not looked at
 */
export async function checkConfiguration(source: string, key?: string): Promise<CheckedConfiguration> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'error', version: '1.2' })
  const place = placerOf(source)
  if (document.errors.length > 0) return { configuration: {}, problems: document.errors.map((error) => syntaxProblem(error, place)) }
  const whole = plainData(document)
  if (whole === UNREADABLE) return { configuration: {}, problems: [{ message: ALIAS_PROBLEM, ...place([0, source.length]) }] }
  const under = key === undefined ? [] : [key]
  const data = key === undefined ? whole : (whole as Record<string, unknown> | null)?.[key]
  if (data === undefined || data === null) return { configuration: {}, problems: [] }
  const validate = await loadValidator()
  const isSound = validate(data)
  const complaints = isSound ? [] : complaintsOf(validate.errors ?? [])
  const configuration = soundPart(data, complaints)
  // front matter may name what the configuration file has, which is not known here
  const names = key === undefined && isSound ? unknownNames(configuration) : []
  const problems = [...complaints, ...names].map((complaint) => {
    const { message, expected, suggestion } = complaint
    return {
      message,
      ...(expected !== undefined && { expected }),
      ...(suggestion !== undefined && { suggestion }),
      ...place(rangeIn(document, [...under, ...complaint.path], complaint.atKey)),
    }
  })
  problems.sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column)
  return { configuration, problems }
}

type Place = Pick<ConfigurationProblem, 'start' | 'end'>

function placerOf(source: string): (range: readonly [number, number]) => Place {
  const index = LineIndex.of(source)
  return ([start, end]) => ({ start: index.positionAt(start), end: index.positionAt(Math.max(start, end)) })
}

/** What `plainData` gives for a document that cannot be made data of. */
export const UNREADABLE = Symbol('unreadable')
const ALIAS_PROBLEM: Wording = {
  zh: '格式有误：“*”开头的引用指向没有定义的内容，或展开后过大；请直接写出内容',
  en: 'malformed: a reference that begins with * points to nothing or grows too large; write its content instead',
}

/** A YAML document as plain data. An alias that names nothing, or that grows without bound, cannot be made data of. */
export function plainData(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof ReferenceError) return UNREADABLE
    throw error
  }
}

const SYNTAX: Readonly<Record<string, Wording>> = {
  TAB_AS_INDENT: { zh: '缩进用了制表符，应为空格', en: 'indented by tabs, use blanks' },
  BAD_INDENT: { zh: '缩进不对', en: 'wrong indentation' },
  DUPLICATE_KEY: { zh: '同一名称写了两次', en: 'the same name twice' },
  MISSING_CHAR: { zh: '缺少引号、括号或冒号', en: 'a quotation mark, bracket or colon is missing' },
  BLOCK_AS_IMPLICIT_KEY: { zh: '缩进或冒号不对', en: 'wrong indentation or colon' },
  MULTILINE_IMPLICIT_KEY: { zh: '缺少冒号，或缩进不对', en: 'a colon is missing, or the indentation is wrong' },
  BAD_ALIAS: { zh: '引用的锚点不存在', en: 'there is no such anchor' },
  MULTIPLE_DOCS: { zh: '一个文件里只能有一份配置', en: 'a file holds one configuration only' },
}

function syntaxProblem({ code, message, pos }: YAMLError, place: (range: readonly [number, number]) => Place): ConfigurationProblem {
  const { zh, en } = SYNTAX[code] ?? { zh: message, en: message }
  return { message: { zh: `格式有误：${zh}`, en: `malformed: ${en}` }, ...place(pos) }
}

/** The range of the value at a path of keys, or of the last key itself; the nearest parent's where there is no such node. */
function rangeIn(document: Document.Parsed, path: readonly string[], atKey: boolean): [number, number] {
  let node: Node | null = document.contents
  let range: [number, number] = [node?.range?.[0] ?? 0, node?.range?.[0] ?? 0]
  for (const [i, part] of path.entries()) {
    const step = stepInto(node, part)
    if (step === undefined) break
    node = step.value
    const target = atKey && i === path.length - 1 ? step.key : (step.value ?? step.key)
    if (target?.range) range = [target.range[0], target.range[1]]
  }
  return range
}

function stepInto(node: Node | null, part: string): { key: Node | null; value: Node | null } | undefined {
  const items: unknown[] = (node as YAMLMap | null)?.items ?? []
  const pair = items.find((item): item is Pair<Node, Node | null> => String((item as Pair<{ value?: unknown }>).key?.value) === part)
  if (pair !== undefined) return { key: pair.key, value: pair.value }
  const item = items[Number(part)] as Node | undefined
  return item !== undefined && !('key' in item) ? { key: null, value: item } : undefined
}

/** The data without the top-level parts (and single rules) that complaints are about. */
function soundPart(data: unknown, complaints: readonly SchemaComplaint[]): Configuration {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {}
  const sound: Record<string, unknown> = { ...data }
  for (const {
    path: [part, name],
  } of complaints) {
    if (part === undefined) return {}
    const value = sound[part]
    const isOneRule = part === 'rules' && name !== undefined && typeof value === 'object' && value !== null
    sound[part] = isOneRule ? Object.fromEntries(Object.entries(value).filter(([rule]) => rule !== name)) : undefined
  }
  return Object.fromEntries(Object.entries(sound).filter(([, value]) => value !== undefined))
}

let validator: Promise<ValidateFunction> | undefined

function loadValidator(): Promise<ValidateFunction> {
  return (validator ??= (async () => {
    const [{ Ajv }, { schema }] = await Promise.all([import('ajv'), import('./configuration-schema.mjs')])
    return new Ajv({ allErrors: true, verbose: true, strict: false }).compile(schema)
  })())
}
