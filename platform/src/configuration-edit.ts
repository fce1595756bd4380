/** Why a configuration's source was not edited: it is not what such a source is, and an edit might lose something. */
export class UneditableConfigurationError extends Error {
  override readonly name = 'UneditableConfigurationError'
}

/**
 * The source of a configuration with one more phrase under `residue.phrases`; the same source when the phrase is there.
 * Comments, order and the form of everything else stay.
 *
 * @param source empty for a file that is to be made
 * @param path the file's name tells YAML from JSON
 * @throws UneditableConfigurationError when the source cannot be read, or something else stands where the list belongs
 */
export async function addResiduePhrase(source: string, phrase: string, path: string): Promise<string> {
  return path.endsWith('.json') ? addToJson(source, phrase) : addToYaml(source, phrase)
}

async function addToYaml(source: string, phrase: string): Promise<string> {
  const { isMap, isSeq, parseDocument, YAMLSeq } = await import('yaml')
  const document = parseDocument(source, { logLevel: 'silent', keepSourceTokens: true })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) throw new UneditableConfigurationError()
  const residue = document.get('residue')
  if (residue !== undefined && residue !== null && !isMap(residue)) throw new UneditableConfigurationError()
  const phrases = document.getIn(['residue', 'phrases'])
  if (phrases !== undefined && phrases !== null && !isSeq(phrases)) throw new UneditableConfigurationError()
  if (isSeq(phrases)) {
    if (phrases.items.some((item) => String((item as { value?: unknown }).value ?? item) === phrase)) return source
    phrases.add(document.createNode(phrase))
  } else {
    const list = new YAMLSeq()
    list.add(document.createNode(phrase))
    // `residue:` with nothing behind it is no map yet
    if (isMap(residue)) document.setIn(['residue', 'phrases'], list)
    else document.set('residue', document.createNode({ phrases: list }))
  }
  const written = document.toString({ lineWidth: 0 })
  return source.includes('\r\n') ? written.replaceAll(/\r?\n/g, '\r\n') : written
}

function addToJson(source: string, phrase: string): string {
  const data = source.trim() === '' ? {} : readJson(source)
  const residue = data['residue'] ?? {}
  const phrases = isRecord(residue) ? (residue['phrases'] ?? []) : undefined
  if (!isRecord(residue) || !Array.isArray(phrases)) throw new UneditableConfigurationError()
  if (phrases.includes(phrase)) return source
  return writeJson({ ...data, residue: { ...residue, phrases: [...(phrases as unknown[]), phrase] } }, source)
}

/**
 * The source of a configuration with a rule's severity set under `rules`; options that stand there stay, and so do
 * comments, order and the form of everything else.
 *
 * @param source empty for a file that is to be made
 * @param setting `off`, `on` or a severity
 * @param path the file's name tells YAML from JSON
 * @throws UneditableConfigurationError when the source cannot be read, or something else stands where the rules belong
 */
export async function setRule(source: string, ruleId: string, setting: string, path: string): Promise<string> {
  return path.endsWith('.json') ? setInJson(source, ruleId, setting) : setInYaml(source, ruleId, setting)
}

async function setInYaml(source: string, ruleId: string, setting: string): Promise<string> {
  const { isMap, parseDocument } = await import('yaml')
  const document = parseDocument(source, { logLevel: 'silent', keepSourceTokens: true })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) throw new UneditableConfigurationError()
  const rules = document.get('rules')
  if (rules !== undefined && rules !== null && !isMap(rules)) throw new UneditableConfigurationError()
  if (!isMap(rules)) document.set('rules', document.createNode({ [ruleId]: setting }))
  else if (isMap(rules.get(ruleId))) document.setIn(['rules', ruleId, 'severity'], setting)
  else document.setIn(['rules', ruleId], setting)
  const written = document.toString({ lineWidth: 0 })
  return source.includes('\r\n') ? written.replaceAll(/\r?\n/g, '\r\n') : written
}

function setInJson(source: string, ruleId: string, setting: string): string {
  const data = source.trim() === '' ? {} : readJson(source)
  const rules = data['rules'] ?? {}
  if (!isRecord(rules)) throw new UneditableConfigurationError()
  const now = rules[ruleId]
  return writeJson({ ...data, rules: { ...rules, [ruleId]: isRecord(now) ? { ...now, severity: setting } : setting } }, source)
}

/** Written with the indentation and the line breaks of the source. */
function writeJson(data: Record<string, unknown>, source: string): string {
  const indent = /\n([ \t]{1,8})"/.exec(source)?.[1] ?? '  '
  const written = `${JSON.stringify(data, null, indent)}\n`
  return source.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written
}

function readJson(source: string): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(source)
    if (isRecord(data)) return data
  } catch {
    // JSON with comments or slips is the user's to mend
  }
  throw new UneditableConfigurationError()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
