import type { DocumentStatus } from '@gongwen/messages'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { documentInUse } from '../document-in-use.js'
import { columnOf, nameOf } from '../document-places.js'
import { HealthRequest } from '../protocol.js'
import { nodesOf, type HealthNode, type NodeIcon } from './health-nodes.js'

const VIEW = 'gongwen.health'
/** Milliseconds that the view waits for another change before it asks again. */
const PAUSE = 250

/** What the view shows of one document. */
interface Shown {
  readonly document: vscode.TextDocument
  /** the version that ranges and fixes are of */
  readonly version: number
  readonly nodes: readonly HealthNode[]
}

/**
 * The tree view 公文体检 in the Explorer: outline with findings, figures, residue of the report in the active editor. It
 * follows every check; what did not change is not drawn again.
 */
export class HealthView implements vscode.TreeDataProvider<HealthNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>()
  private readonly view: vscode.TreeView<HealthNode>
  private readonly listeners: vscode.Disposable[]
  private shown: Shown | undefined
  private drawn = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  readonly onDidChangeTreeData = this.changed.event

  constructor(private readonly client: BaseLanguageClient) {
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true })
    this.listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.askLater(0)),
      vscode.workspace.onDidCloseTextDocument((document) => document === this.shown?.document && this.askLater(0)),
      this.view.onDidChangeVisibility(() => this.askLater(0)),
    ]
  }

  /** A document was checked. */
  checked({ uri }: DocumentStatus): void {
    if (this.client.protocol2CodeConverter.asUri(uri).toString() === documentInUse()?.uri.toString()) this.askLater(PAUSE)
  }

  getTreeItem(node: HealthNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, stateOf(node))
    item.id = `${this.shown?.document.uri.toString() ?? ''} ${node.id}`
    item.description = node.description
    item.tooltip = node.tooltip
    item.iconPath = ICONS[node.icon]
    item.contextValue = node.kind
    item.accessibilityInformation = { label: node.spoken, role: 'treeitem' }
    if (node.range !== null && this.shown !== undefined) {
      const selection = rangeOf(node.range)
      const { uri } = this.shown.document
      // beside the report there may be its panel, in the group that is active
      const viewColumn = columnOf(uri)
      item.command = { command: 'vscode.open', title: vscode.l10n.t('Go to'), arguments: [uri, { selection, ...(viewColumn && { viewColumn }) }] }
    }
    return item
  }

  getChildren(node?: HealthNode): HealthNode[] {
    return [...(node?.children ?? this.shown?.nodes ?? [])]
  }

  /**
   * Applies an entry's fix.
   *
   * @throws when the text has changed since the entry was drawn
   */
  async fix({ fix }: HealthNode): Promise<void> {
    const { shown } = this
    if (shown === undefined || fix === null) return
    const edit = new vscode.WorkspaceEdit()
    for (const { range, newText } of fix.edits) edit.replace(shown.document.uri, rangeOf(range), newText)
    if (shown.document.version !== shown.version || !(await vscode.workspace.applyEdit(edit)))
      throw new Error(vscode.l10n.t('The document changed meanwhile; please run the command again.'))
  }

  private askLater(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.ask().catch((error: unknown) => this.client.outputChannel.appendLine(`${VIEW}: ${String(error)}`))
    }, delay)
  }

  /** The newest state of the document in use; what equals the last one is not drawn. */
  private async ask(): Promise<void> {
    if (!this.view.visible) return
    const document = documentInUse()
    const answer = document && (await this.client.sendRequest(HealthRequest, { uri: this.client.code2ProtocolConverter.asUri(document.uri) }))
    // another editor came to the front meanwhile, and asks for itself
    if (document !== documentInUse()) return
    const nodes = answer === undefined || answer.health === null ? [] : nodesOf(answer.health)
    const drawing = `${document?.uri.toString() ?? ''} ${JSON.stringify(nodes)}`
    const isSame = drawing === this.drawn
    this.drawn = drawing
    if (document === undefined || answer === undefined || nodes.length === 0) this.shown = document && { document, version: -1, nodes: [] }
    // equal entries stay the ones that the editor knows
    else this.shown = { document, version: answer.version, nodes: isSame && this.shown !== undefined ? this.shown.nodes : nodes }
    if (isSame) return
    this.view.description = answer === undefined || answer.health === null || document === undefined ? '' : nameOf(document.uri)
    this.changed.fire(undefined)
  }

  dispose(): void {
    clearTimeout(this.timer)
    for (const listener of this.listeners) listener.dispose()
    this.view.dispose()
    this.changed.dispose()
  }
}

const ICONS: Readonly<Record<NodeIcon, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  info: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  pass: new vscode.ThemeIcon('check'),
  figure: new vscode.ThemeIcon('symbol-number'),
}

function stateOf({ children, isOpen }: HealthNode): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed
}

function rangeOf({ start, end }: NonNullable<HealthNode['range']>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character)
}

/** Whether what a menu hands to a command is an entry of the view. */
export function isHealthNode(value: unknown): value is HealthNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'ruleId' in value && 'fix' in value
}
