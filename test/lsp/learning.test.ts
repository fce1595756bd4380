import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readTextOnDisk } from '../../server/src/disk.js'
import {
  CodeActionTriggerKind,
  WorkspaceFoldersRequest,
  type ClientCapabilities,
  type CodeAction,
  type CreateFile,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { EDITOR, ServerDriver } from './server-driver.js'

const OWN = '云岭在线整理编发'
const BODY =
  '2024年，全县教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。现将有关情况总结如下。\n\n一、加强教师队伍建设\n\n全年招聘教师12名，组织培训8次。\n'
const REPORT = `云岭县教育局2024年工作总结\n\n${BODY}\n${OWN}\n`
/** A line that no writer of a report put there. */
const CERTAIN = '本文档由会员上传，仅供学习参考，下载后请于24小时内删除。'
/** A line that may be a site's and may not. */
const DOUBTFUL = `云岭县教育局2024年工作总结\n\n${BODY}\n标签：\n`
const CONFIGURATION = '# 本局的配置\nrules:\n  figures/share: off # 口径不同\n'
const CAN_MAKE: ClientCapabilities = {
  ...EDITOR,
  workspace: {
    ...EDITOR.workspace,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
}
const LEARN = /^以后都当作残留/

describe('language server: learning residue', () => {
  let folder: string
  let driver: ServerDriver
  const ports = { readText: readTextOnDisk }
  const start = async (capabilities: ClientCapabilities): Promise<void> => {
    driver = await ServerDriver.start({ capabilities, ports })
    driver.client.onRequest(WorkspaceFoldersRequest.type, () => [{ uri: pathToFileURL(folder).href, name: 'reports' }])
  }
  const open = (text: string): Promise<string> => driver.open(text, { uri: pathToFileURL(join(folder, '2024', 'report.md')).href })
  const ask = async (uri: string, words: string, triggerKind?: CodeActionTriggerKind): Promise<CodeAction | undefined> => {
    const actions = await driver.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: driver.rangeOf(uri, words),
      context: { diagnostics: [], ...(triggerKind !== undefined && { triggerKind }) },
    })
    const found = actions.filter(({ title }) => LEARN.test(title))
    assert.ok(found.length <= 1, 'offered once')
    return found[0]
  }
  /** What an action's edit makes of a configuration file, and whether it makes the file. */
  const outcome = (action: CodeAction | undefined, before: string): { uri: string; text: string; isMade: boolean } => {
    const changes = (action?.edit?.documentChanges ?? []) as (CreateFile | TextDocumentEdit)[]
    const change = changes.find((each): each is TextDocumentEdit => 'edits' in each) ?? assert.fail('no edit')
    const { uri } = change.textDocument
    return {
      uri,
      text: TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, before), change.edits as TextEdit[]),
      isMade: changes.some((each) => 'kind' in each && each.kind === 'create' && each.uri === uri),
    }
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-learning-'))
    mkdirSync(join(folder, '2024'))
  })
  afterEach(() => {
    driver.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('adds the selected line to the nearest configuration; comments stay, and the line is residue from then on', async () => {
    writeFileSync(join(folder, '.gongwenrc.yaml'), CONFIGURATION)
    await start(EDITOR)
    const uri = await open(REPORT)
    const action = await ask(uri, `${OWN}\n`, CodeActionTriggerKind.Invoked)
    const { uri: target, text, isMade } = outcome(action, CONFIGURATION)
    assert.equal(target, pathToFileURL(join(folder, '.gongwenrc.yaml')).href)
    assert.equal(text, `${CONFIGURATION}residue:\n  phrases:\n    - ${OWN}\n`)
    assert.equal(isMade, false)
    const spoken = async (): Promise<string[]> =>
      (await driver.diagnostics(uri)).filter(({ code }) => code === 'residue/site-text').map((found) => driver.words(uri, found))
    assert.deepEqual(await spoken(), [])
    writeFileSync(join(folder, '.gongwenrc.yaml'), text)
    await driver.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: target, type: 2 }] })
    assert.deepEqual(await spoken(), [OWN])
  })

  it('makes the file in the workspace’s folder where there is none', async () => {
    await start(CAN_MAKE)
    const uri = await open(REPORT)
    const { uri: target, text, isMade } = outcome(await ask(uri, OWN, CodeActionTriggerKind.Invoked), '')
    assert.deepEqual([target, text, isMade], [pathToFileURL(join(folder, '.gongwenrc.yaml')).href, `residue:\n  phrases:\n    - ${OWN}\n`, true])
  })

  it('edits JSON as JSON', async () => {
    writeFileSync(join(folder, '2024', '.gongwenrc.json'), '{ "enable": "always" }\n')
    await start(EDITOR)
    const { uri: target, text } = outcome(await ask(await open(REPORT), OWN, CodeActionTriggerKind.Invoked), '{ "enable": "always" }\n')
    assert.equal(target, pathToFileURL(join(folder, '2024', '.gongwenrc.json')).href)
    assert.deepEqual(JSON.parse(text), { enable: 'always', residue: { phrases: [OWN] } })
  })

  it('offers it on a doubtful finding without being asked, and not on one that is certain', async () => {
    await start(CAN_MAKE)
    const uri = await open(`${DOUBTFUL}\n${CERTAIN}\n`)
    assert.equal(outcome(await ask(uri, '标签：'), '').text, 'residue:\n  phrases:\n    - 标签：\n')
    assert.equal(await ask(uri, CERTAIN), undefined)
  })

  it('puts no light bulb beside a selection, and offers no selection of two lines or none', async () => {
    await start(CAN_MAKE)
    const uri = await open(REPORT)
    assert.equal(await ask(uri, OWN), undefined)
    assert.equal(await ask(uri, `组织培训8次。\n\n${OWN}`, CodeActionTriggerKind.Invoked), undefined)
    assert.equal(await ask(uri, '', CodeActionTriggerKind.Invoked), undefined)
  })

  it('offers no words that a jump to their problem has selected', async () => {
    await start(CAN_MAKE)
    const uri = await open(`${REPORT}\n要进一步加强加强管理，落实好“首问负责制。\n`)
    const words = (await driver.diagnostics(uri)).filter(({ code }) => !String(code).startsWith('residue/')).map((found) => driver.words(uri, found))
    assert.ok(
      words.some((each) => each.includes('加强')),
      words.join('、'),
    )
    for (const each of words) assert.equal(await ask(uri, each, CodeActionTriggerKind.Invoked), undefined, each)
    assert.notEqual(await ask(uri, OWN, CodeActionTriggerKind.Invoked), undefined)
  })

  it('offers no number and no ordinal: they are the writer’s own everywhere', async () => {
    await start(CAN_MAKE)
    const uri = await open(`${REPORT}\n二、办学情况\n\n共有2024册。\n`)
    for (const number of ['二、', '2024']) assert.equal(await ask(uri, number, CodeActionTriggerKind.Invoked), undefined, number)
  })

  it('offers nothing that it cannot do: a faulty file, a client that makes no files', async () => {
    await start(EDITOR)
    assert.equal(await ask(await open(REPORT), OWN, CodeActionTriggerKind.Invoked), undefined)
    writeFileSync(join(folder, '.gongwenrc.yaml'), 'rules: [')
    assert.equal(await ask(await open(REPORT), OWN, CodeActionTriggerKind.Invoked), undefined)
  })

  it('leaves the edit to be resolved by a client that can ask again', async () => {
    writeFileSync(join(folder, '.gongwenrc.yaml'), CONFIGURATION)
    await start({
      ...EDITOR,
      textDocument: { ...EDITOR.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } },
    })
    const action = await ask(await open(REPORT), OWN, CodeActionTriggerKind.Invoked)
    assert.equal(action?.edit, undefined)
    const resolved = await driver.client.sendRequest<CodeAction>('codeAction/resolve', action)
    assert.equal(outcome(resolved, CONFIGURATION).text, `${CONFIGURATION}residue:\n  phrases:\n    - ${OWN}\n`)
  })
})
