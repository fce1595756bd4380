/** The manifest, its strings in both languages, and the code that relies on both. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { DOCUMENT_SCHEMES as CLIENT_SCHEMES } from '../../client/src/document-schemes.js'
import { DOCUMENT_SCHEMES, isDocument } from '../../server/src/checking/document-schemes.js'
import { TOKEN_LEGEND } from '../../server/src/handlers/semantic-tokens.js'
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/settings.js'

interface Setting {
  readonly type: string
  readonly default: unknown
  readonly scope: string
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly markdownEnumDescriptions?: readonly string[]
  readonly markdownDescription?: string
}
interface Walkthrough {
  readonly title: string
  readonly description: string
  readonly steps: readonly {
    readonly title: string
    readonly description: string
    readonly media: { readonly svg: string; readonly altText: string }
    readonly completionEvents: readonly string[]
  }[]
}
interface Manifest {
  readonly main: string
  readonly browser: string
  readonly type?: string
  readonly extensionKind: readonly string[]
  readonly l10n: string
  readonly icon: string
  readonly activationEvents: readonly string[]
  readonly capabilities: {
    readonly untrustedWorkspaces: { supported: unknown; restrictedConfigurations: readonly string[] }
    readonly virtualWorkspaces: unknown
  }
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[]
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string }[]>>
    readonly views: Readonly<Record<string, readonly { id: string; name: string; contextualTitle: string; when: string }[]>>
    readonly viewsWelcome: readonly { view: string; contents: string }[]
    readonly walkthroughs: readonly Walkthrough[]
    readonly configuration: { readonly title: string; readonly properties: Readonly<Record<string, Setting>> }
    readonly snippets: readonly { language: string; path: string }[]
    readonly grammars: readonly { path: string; scopeName: string; injectTo?: readonly string[] }[]
    readonly semanticTokenModifiers: readonly { id: string; description: string }[]
    readonly semanticTokenScopes: readonly { scopes: Readonly<Record<string, readonly string[]>> }[]
    readonly jsonValidation: readonly { url: string }[]
    readonly yamlValidation: readonly { url: string }[]
  }
}

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as Manifest
const english = JSON.parse(read('package.nls.json')) as Record<string, string>
const chinese = JSON.parse(read('package.nls.zh-cn.json')) as Record<string, string>
const bundle = JSON.parse(read(`${manifest.l10n}/bundle.l10n.zh-cn.json`)) as Record<string, string>
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
const commands = manifest.contributes.commands.map(({ command }) => command)
const { properties } = manifest.contributes.configuration

/** Every call of a function by its last name, with its first argument where that is a literal. */
function callsOf(folder: string, accepts: (callee: string) => boolean): { literal: string | undefined; at: string }[] {
  return sources(folder).flatMap((path) => {
    const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
    const found: { literal: string | undefined; at: string }[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && accepts(node.expression.getText(file))) {
        const [first] = node.arguments
        found.push({
          literal: first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined,
          at: `${path}: ${node.getText(file).slice(0, 60)}`,
        })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}

const placeholders = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort()

describe('manifest', () => {
  it('has a string in both languages for every %key%, and no other strings', () => {
    const used = new Set(Array.from(read('package.json').matchAll(/"%([^%"]{1,60})%"/g), ([, key]) => key as string))
    assert.deepEqual([...used].sort(), Object.keys(english).sort())
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort())
    for (const [key, text] of Object.entries(chinese)) if (!/^config\.messageLanguage\.en$/.test(key)) assert.match(text, /\p{Script=Han}/u, key)
    // rules name the words that they are about
    for (const [key, text] of Object.entries(english)) if (!key.startsWith('rule.')) assert.doesNotMatch(text, /\p{Script=Han}/u, key)
  })

  it('writes titles, categories and descriptions as %keys%', () => {
    const { configuration } = manifest.contributes
    const texts = [
      configuration.title,
      ...manifest.contributes.commands.flatMap(({ title, category }) => [title, category]),
      ...Object.values(manifest.contributes.views).flatMap((views) => views.flatMap(({ name, contextualTitle }) => [name, contextualTitle])),
      ...manifest.contributes.viewsWelcome.map(({ contents }) => contents),
      ...manifest.contributes.walkthroughs.flatMap(({ title, description, steps }) => [
        title,
        description,
        ...steps.flatMap((step) => [step.title, step.description, step.media.altText]),
      ]),
      ...Object.values(properties).map(({ markdownDescription }) => markdownDescription),
    ]
    for (const text of texts) assert.match(text ?? '', /^%[^%]+%$/)
  })

  it('describes every value of every setting, and its default is one of them', () => {
    for (const [name, setting] of Object.entries(properties)) {
      assert.match(name, /^gongwen\./)
      assert.match(setting.scope, /^(?:resource|window)$/, name)
      if (setting.enum === undefined) continue
      assert.equal((setting.enumDescriptions ?? setting.markdownEnumDescriptions)?.length, setting.enum.length, name)
      assert.ok(setting.enum.includes(setting.default as string), name)
    }
  })

  it('has the settings that the server reads, with the server’s defaults', () => {
    assert.deepEqual(Object.keys(properties).sort(), [
      'gongwen.codeLens',
      'gongwen.continueOrdinals',
      'gongwen.enable',
      'gongwen.inlayHints',
      'gongwen.messageLanguage',
      'gongwen.minSeverity',
      'gongwen.rules',
      'gongwen.run',
      'gongwen.trace.server',
      'gongwen.workspaceDiagnostics',
    ])
    const defaults = Object.fromEntries(Object.entries(properties).map(([name, setting]) => [name.replace('gongwen.', ''), setting.default]))
    assert.deepEqual(readSettings(defaults), { ...DEFAULT_SETTINGS, configuration: { rules: {} }, locale: 'zh-CN' })
    assert.equal(readSettings({ continueOrdinals: false }).continueOrdinals, false)
    assert.equal(readSettings({ inlayHints: true }).inlayHints, true)
    assert.equal(readSettings({ codeLens: false }).codeLens, false)
    assert.equal(readSettings({ workspaceDiagnostics: true }).workspaceDiagnostics, true)
    const values: Readonly<Record<string, (value: string) => unknown>> = {
      'gongwen.minSeverity': (value) => readSettings({ minSeverity: value }).minSeverity,
      'gongwen.run': (value) => readSettings({ run: value }).run,
      'gongwen.messageLanguage': (value) => readSettings({ messageLanguage: value }).locale ?? 'auto',
      'gongwen.enable': (value) => readSettings({ enable: value }).configuration.enable ?? 'auto',
    }
    for (const [name, effect] of Object.entries(values)) for (const value of properties[name]?.enum ?? []) assert.equal(effect(value), value, name)
  })

  it('declares the modifiers that the server’s tokens have, and scopes for themes that have no rules for them', () => {
    const { semanticTokenModifiers, semanticTokenScopes } = manifest.contributes
    // the last one is one of the editor's own
    assert.deepEqual(
      semanticTokenModifiers.map(({ id }) => id),
      TOKEN_LEGEND.tokenModifiers.slice(0, -1),
    )
    for (const { description } of semanticTokenModifiers) assert.match(description, /^%[^%]+%$/)
    for (const selector of semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes))) {
      const [type, modifier] = selector.split('.')
      assert.ok(TOKEN_LEGEND.tokenTypes.includes(type as string) && TOKEN_LEGEND.tokenModifiers.includes(modifier as string), selector)
    }
  })

  it('contributes every command that the code registers, runs or offers, and no other', () => {
    const named = new Set(
      ['client/src', 'server/src']
        .flatMap(sources)
        .flatMap((path) => Array.from(read(path).matchAll(/['"](gongwen\.[a-z][A-Za-z]{2,40})['"]/g), ([, id]) => id as string)),
    )
    // no commands: context keys, settings, the view and the status items
    const contexts = ['gongwen.isReport', 'gongwen.hasReports', 'gongwen.hasReportsByGuide']
    for (const id of [...contexts, 'gongwen.status', 'gongwen.rules', 'gongwen.enable', 'gongwen.health', 'gongwen.language']) named.delete(id)
    assert.deepEqual([...named].sort(), [...commands].sort())
    const registered = callsOf('client/src', (callee) => callee === 'register').map(({ literal }) => literal)
    assert.deepEqual(registered.sort(), [...commands].sort())
    for (const { command } of Object.values(manifest.contributes.menus).flat()) assert.ok(commands.includes(command), command)
  })

  it('translates every string of the client, and nothing else', () => {
    const calls = callsOf('client/src', (callee) => callee === 'vscode.l10n.t')
    assert.ok(calls.length > 10)
    assert.deepEqual(
      calls.filter(({ literal }) => literal === undefined).map(({ at }) => at),
      [],
      'strings must stand in the call, to be found',
    )
    assert.deepEqual([...new Set(calls.map(({ literal }) => literal as string))].sort(), Object.keys(bundle).sort())
    for (const [text, translation] of Object.entries(bundle)) assert.deepEqual(placeholders(translation), placeholders(text), text)
  })

  it('shows the writer no string that is not translated', () => {
    const shown = callsOf('client/src', (callee) => /\.(?:showInformationMessage|showWarningMessage|showErrorMessage|appendLine)$/.test(callee))
    assert.deepEqual(
      shown.filter(({ literal }) => literal !== undefined).map(({ at }) => at),
      [],
    )
  })

  it('names files that are there, and bundles that the build makes', () => {
    const { snippets, grammars, jsonValidation, yamlValidation } = manifest.contributes
    for (const path of [
      manifest.icon,
      ...snippets.map(({ path: file }) => file),
      ...grammars.map(({ path: file }) => file),
      ...[...jsonValidation, ...yamlValidation].map(({ url }) => url),
    ])
      assert.ok(existsSync(join(root, path)), path)
    const build = read('scripts/build.mjs')
    for (const bundlePath of [manifest.main, manifest.browser, './dist/server/server.cjs', './dist/server/browser.js'].map((path) =>
      path.replace('./dist/', ''),
    ))
      assert.ok(build.includes(`'${bundlePath}'`), bundlePath)
    assert.deepEqual(
      snippets.map(({ language }) => language),
      ['markdown', 'plaintext'],
    )
    for (const { path, scopeName } of grammars) assert.equal((JSON.parse(read(path)) as { scopeName: string }).scopeName, scopeName)
  })

  it('packs by an allow-list that lets no source, test or lexicon through', () => {
    const [first, ...allowed] = read('.vscodeignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    assert.equal(first, '**')
    for (const line of allowed)
      assert.match(
        line,
        /^!(?:dist\/(?:client|server|dict|jieba-wasm)\/\*\*|dist\/THIRD-PARTY-NOTICES\.txt|docs\/rules\/\*\*|images\/(?:icon\.png|walkthrough\/\*\*)|l10n\/\*\*|schemas\/gongwen\.schema\.json|snippets\/\*\*|syntaxes\/\*\*|package(?:\.nls(?:\.zh-cn)?)?\.json|README(?:\.en)?\.md|CHANGELOG\.md|LICENSE)$/,
      )
    for (const line of allowed) if (!/dist|README\.en/.test(line)) assert.ok(existsSync(join(root, line.slice(1).replace('/**', ''))), line)
  })

  it('activates for the languages that it checks, in untrusted and virtual workspaces too', () => {
    // the third brings a report panel back after the window is loaded again
    assert.deepEqual(manifest.activationEvents, ['onLanguage:markdown', 'onLanguage:plaintext', 'onWebviewPanel:gongwenReport'])
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces
    assert.equal(supported, 'limited')
    // every setting that can switch a check off, and no other: nothing of a folder is ever run
    assert.deepEqual(restrictedConfigurations, ['gongwen.enable', 'gongwen.minSeverity', 'gongwen.rules'])
    for (const name of restrictedConfigurations) assert.ok(name in properties, name)
    assert.equal(manifest.capabilities.virtualWorkspaces, true)
    // beside the files where it can, else on the writer's machine; a browser's host comes with the entry `browser`
    // with a type of modules, a browser's host takes the bundle for one and refuses it
    assert.equal(manifest.type, undefined)
    assert.deepEqual(manifest.extensionKind, ['workspace', 'ui'])
  })

  it('leads through the first report by commands, context keys and pictures that there are', () => {
    const [walkthrough, another] = manifest.contributes.walkthroughs
    assert.ok(walkthrough !== undefined && another === undefined)
    assert.equal(walkthrough.steps.length, 4)
    const client = sources('client/src').map(read).join('\n')
    for (const { media, description, completionEvents } of walkthrough.steps) {
      assert.match(read(media.svg), /^<svg [^>]*viewBox/)
      // the editor's page lets no styles of a picture through: they would be black
      assert.doesNotMatch(read(media.svg), /<style|style=|class=|<script/)
      assert.ok(completionEvents.length > 0)
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':')
        assert.ok(kind === 'onCommand' ? commands.includes(name) : client.includes(`'setContext', '${name}'`), event)
      }
      const linked = [english, chinese].map((texts) =>
        Array.from((texts[description.slice(1, -1)] ?? '').matchAll(/\(command:([^)]{1,60})\)/g), ([, id]) => id as string),
      )
      assert.deepEqual(linked[0], linked[1])
      for (const id of linked.flat()) assert.ok(commands.includes(id), id)
    }
  })

  it('shows the view of reports only where there are any, and fills it by a registered provider', () => {
    const [view, another] = manifest.contributes.views['explorer'] ?? []
    assert.ok(view !== undefined && another === undefined)
    assert.equal(view.when, 'gongwen.hasReports')
    assert.match(read('client/src/views/health-view.ts'), new RegExp(`'${view.id}'`))
    assert.deepEqual(
      manifest.contributes.viewsWelcome.map((welcome) => welcome.view),
      [view.id],
    )
    for (const place of ['view/title', 'view/item/context'])
      for (const { when = '' } of manifest.contributes.menus[place] ?? []) assert.ok(when.startsWith(`view == ${view.id}`), when)
  })

  it('gives client and server the same messages', () => {
    const methodsIn = (path: string): string[] =>
      Array.from(
        read(path).matchAll(/(?:new (?:Notification|Request)Type<[^(]{1,120}|\b(?:notification|request))\('([^']{1,60})'\)/g),
        ([, method]) => method as string,
      ).sort()
    assert.equal(methodsIn('client/src/file-requests.ts').length, 3)
    assert.deepEqual(methodsIn('client/src/file-requests.ts'), methodsIn('server/src/file-requests.ts'))
    const methods = methodsIn('client/src/protocol.ts')
    assert.ok(methods.length >= 10)
    assert.deepEqual(methods, methodsIn('server/src/protocol.ts'))
  })

  it('checks documents of the same schemes on both sides, and no copies of them', () => {
    assert.deepEqual([...CLIENT_SCHEMES].sort(), [...DOCUMENT_SCHEMES].sort())
    for (const copy of ['git', 'gitfs', 'diff', 'search-editor', 'output', 'vscode-notebook-cell', 'vscode-scm', 'review', 'conflictResolution'])
      assert.equal(isDocument(`${copy}:/report.md`), false, copy)
  })

  it('opens no connection and sends nothing home', () => {
    for (const path of ['client/src', 'server/src'].flatMap(sources))
      assert.doesNotMatch(read(path), /\bfetch\(|node:https?\b|node:net\b|node:dgram|sendTelemetry|createTelemetryLogger/, path)
  })
})
