// One browser tab with the workbench in it: what a writer does at the keyboard, and what the writer then sees.
// Every action ends by waiting for the workbench's own sign that it took effect.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { storedByWorkbench } from './stored-state.mjs'
import { SHOTS } from './tools.mjs'
import { PATIENCE, until } from './waiting.mjs'

const QUICK_INPUT = '.quick-input-widget'
const QUICK_ROW = `${QUICK_INPUT} .quick-input-list .monaco-list-row`
const EDITOR = '.editor-instance .monaco-editor'
const PROBLEMS = '.markers-panel'
const PROBLEM_ROW = `${PROBLEMS} .monaco-list-row`
const SQUIGGLE = `${EDITOR} :is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint)`
const ACTION_ROW = '.action-widget .monaco-list-row.action'
/** So many milliseconds for the quick-fix menu to open, then it is asked for again. */
const MENU_PATIENCE = 10_000
/** So many milliseconds for the Problems view to say that nothing was found, then it is filtered anew. */
const MESSAGE_PATIENCE = 5_000

export class EditorWindow {
  /** @param {import('playwright-core').Page} page a page on which the workbench is open */
  constructor(page) {
    this.page = page
    page.setDefaultTimeout(PATIENCE)
  }

  /** Opens a file of the workspace's top folder from the explorer, and waits until it can be typed into. */
  async openFile(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick()
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
    await this.focusEditor()
  }

  /** Puts the keyboard into the active text editor. */
  async focusEditor() {
    // Control+1 is the workbench's own “focus the first editor group”; it does not move the caret as a click would.
    await this.page.keyboard.press('Control+1')
    await this.page.locator(`${EDITOR}.focused`).waitFor()
  }

  /** Puts the caret at a place, both counted from 1 as the status bar does (`column` in UTF-16 units). */
  async setCaret(line, column) {
    await this.focusEditor()
    await this.page.keyboard.press('Control+G')
    await this.#typeIntoQuickInput(`${line}:1`) // the box is pre-filled with “:”
    await this.page.keyboard.press('Enter')
    await this.#quickInputClosed()
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col 1(?!\\d)`) }).waitFor()
    await this.focusEditor()
    // the box counts a full-width character as two columns, the arrow keys do not
    for (let i = 1; i < column; i++) await this.page.keyboard.press('ArrowRight')
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${column}(?!\\d)`) }).waitFor()
    await this.focusEditor()
  }

  /** Types text at the caret (as one insertion, so that auto-closing brackets stay out of it). */
  async type(text) {
    await this.page.keyboard.insertText(text)
  }

  /** Saves the active editor; resolves when its tab is no longer marked as changed. */
  async save() {
    await this.focusEditor()
    await this.page.keyboard.press('Control+S')
    await this.page.locator('.tab.active:not(.dirty)').waitFor()
  }

  /** Resolves when the active editor shows at least one squiggle of any severity. */
  async waitForSquiggle() {
    await this.page.locator(SQUIGGLE).first().waitFor({ state: 'attached' })
  }

  /** Resolves when the active editor shows no squiggle. */
  async waitForNoSquiggle() {
    await until('波浪线消失', async () => (await this.page.locator(SQUIGGLE).count()) === 0)
  }

  /** True while the Problems view is on screen. */
  problemsVisible() {
    return this.page.locator(PROBLEMS).isVisible()
  }

  /** Opens the Problems view and narrows it to rows containing `filter` (message, source or code); '' shows all. */
  async showProblems(filter = '') {
    if (!(await this.problemsVisible())) await this.page.keyboard.press('Control+Shift+M')
    await this.page.locator(PROBLEMS).waitFor()
    const box = this.page.locator('.viewpane-filter input').first()
    // First everything, so that rows left from an earlier filter cannot be taken for the answer to this one;
    // the badge (“Showing 1 of 4”) is hidden when nothing is filtered out.
    await box.fill('')
    await this.page.locator('.viewpane-filter-badge.hidden').first().waitFor({ state: 'attached' })
    await box.fill(filter)
  }

  /** Closes the bottom panel, whichever view it shows. */
  async closePanel() {
    await this.runCommand('View: Hide Panel')
    await this.page.locator(PROBLEMS).waitFor({ state: 'hidden' })
  }

  /**
   * The texts of the Problems rows (file rows left out) that contain `filter`, once there is at least one.
   * A row reads: message, source, code in brackets, place.
   */
  async problemsRows(filter = '') {
    await this.showProblems(filter)
    const rows = this.page.locator(PROBLEM_ROW).filter({ has: this.page.locator('.marker-icon') })
    const box = this.page.locator('.viewpane-filter input').first()
    return until(
      `问题面板出现“${filter}”`,
      async () => {
        // a view that is drawn anew while it is typed into forgets what was typed
        if ((await box.inputValue()) !== filter) await box.fill(filter)
        const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
        const wanted = texts.filter((text) => text.includes(filter))
        return wanted.length > 0 && wanted.length === texts.length && wanted
      },
      () => `面板中的行不符合“${filter}”`,
    )
  }

  /** Resolves when no Problems row contains `filter`: the view then says that nothing was found. */
  async waitForNoProblem(filter) {
    await until(`问题面板说没有“${filter}”`, async () => {
      await this.showProblems(filter)
      try {
        await this.page.locator(`${PROBLEMS} .message-box-container`).waitFor({ timeout: MESSAGE_PATIENCE })
        return true
      } catch {
        return false // problems that go while the filter is typed leave the view empty, without its message, until it is filtered anew
      }
    })
  }

  /**
   * Double-clicks the first Problems row with `filter`, which puts the caret on the problem; resolves to the row's text.
   */
  async goToProblem(filter) {
    const [text] = await this.problemsRows(filter)
    await this.page.locator(PROBLEM_ROW, { hasText: filter }).first().dblclick()
    await this.page.locator(`${EDITOR}.focused`).waitFor()
    return text
  }

  /**
   * Opens the quick-fix menu at the caret, walks to the entry with the arrow keys and takes it with Enter.
   *
   * @param {RegExp} entry the title wanted; the first entry that matches is taken
   * @param {string} [shot] name of a screenshot of the open menu
   * @returns {Promise<string[]>} the titles of all the entries offered
   */
  async quickFixByKeyboard(entry, shot) {
    const rows = this.page.locator(ACTION_ROW)
    await until('快速修复菜单', async () => {
      await this.page.keyboard.press('Control+.')
      try {
        await rows.first().waitFor({ timeout: MENU_PATIENCE })
        return true
      } catch {
        return false // a late answer to an earlier click took the focus away, which closes the menu
      }
    })
    const titles = (await rows.allInnerTexts()).map((text) => text.trim())
    const wanted = titles.findIndex((title) => entry.test(title))
    if (wanted < 0) throw new Error(`快速修复菜单中没有 ${entry}，只有：\n${titles.join('\n')}`)
    await this.#walkTo(titles[wanted], titles.length)
    if (shot) await this.screenshot(shot)
    await this.page.keyboard.press('Enter')
    await until('快速修复菜单关闭', async () => (await rows.count()) === 0)
    return titles
  }

  /** Presses the down arrow until the entry has the focus; gives up after one round. */
  async #walkTo(title, entries) {
    const focused = this.page.locator(`${ACTION_ROW}.focused`)
    await focused.waitFor()
    for (let step = 0; step <= entries; step++) {
      const before = await focused.innerText()
      if (before.trim() === title) return
      await this.page.keyboard.press('ArrowDown')
      await until('焦点移动', async () => (await focused.innerText()) !== before)
    }
    throw new Error(`快速修复菜单走不到“${title}”`)
  }

  /** Runs a command by its title, through F1. */
  async runCommand(title) {
    await this.page.keyboard.press('F1')
    await this.#typeIntoQuickInput(title) // F1 pre-fills “>” and keeps the caret after it
    await this.page.locator(QUICK_ROW, { hasText: title }).first().click()
    await this.#quickInputClosed(title)
  }

  /** Inserts a snippet at the caret by its prefix or name, through the workbench's own list of snippets. */
  async insertSnippet(prefixOrName) {
    await this.focusEditor()
    await this.page.keyboard.press('F1')
    await this.#typeIntoQuickInput('Snippets: Insert Snippet')
    await this.page.locator(QUICK_ROW, { hasText: 'Snippets: Insert Snippet' }).first().click()
    await this.page.locator(`${QUICK_INPUT} input[placeholder*="snippet" i]`).waitFor()
    await this.#typeIntoQuickInput(prefixOrName)
    await this.page.locator(QUICK_ROW, { hasText: prefixOrName }).first().click()
    await this.#quickInputClosed()
    await this.page.locator('.tab.active.dirty').waitFor()
  }

  /** Resolves to the text of the extension's status bar item, once it is visible and not empty. */
  async statusBarText(extension) {
    const item = this.page.locator(`.statusbar-item[id^="${extension}"]`).first()
    return until('状态栏项目出现', async () => (await item.isVisible()) && (await item.innerText()).trim())
  }

  /** Texts of the notifications now on screen, and those that report an error. */
  async notifications() {
    const toasts = this.page.locator('.notification-toast .notification-list-item')
    const errors = toasts.filter({ has: this.page.locator('.codicon-error') })
    return { texts: await toasts.allInnerTexts(), errors: await errors.allInnerTexts() }
  }

  /** What is open besides text: the number of tabs, of custom views inside them, and the panel. */
  async surroundings() {
    return {
      tabs: await this.page.locator('.tabs-container .tab').count(),
      webviews: await this.page.locator('iframe.webview').count(),
      panel: await this.page.locator('.part.panel').isVisible(),
      ...(await this.notifications()),
    }
  }

  /**
   * Types a prefix, asks for suggestions and takes the snippet described by `label` from the list.
   * The list is virtual, but the prefix narrows it to a few rows.
   */
  async completeSnippet(prefix, label) {
    await this.focusEditor()
    await this.page.keyboard.type(prefix)
    await this.page.keyboard.press('Control+Space')
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: prefix }).filter({ hasText: label })
    await row.first().click()
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' })
  }

  /** Resolves when, on the line with the text `line`, `piece` has another colour than the last character. */
  async waitForColour(line, piece) {
    let colours = []
    await until(
      `“${piece}”着色`,
      async () => {
        colours = await this.#colours(line)
        const found = colours.find(([text]) => text.startsWith(piece))
        return found !== undefined && found[1] !== colours.at(-1)[1]
      },
      () => `这一行的颜色是：${JSON.stringify(colours)}`,
    )
  }

  /** The pieces of a line that are drawn apart, each with its colour as the browser computes it. */
  #colours(line) {
    return this.page
      .locator(`${EDITOR} .view-line`, { hasText: line })
      .first()
      .locator('span > span')
      .evaluateAll((spans) => spans.map((span) => [span.textContent, getComputedStyle(span).color]))
  }

  /**
   * Reloads the window, once the workbench has stored `words` of what it will restore. It stores every few seconds, when
   * idle, and a browser's page does not wait for it: reloaded earlier, it would come back as it was some seconds before.
   */
  async reloadWithStored(words) {
    await until(`编辑器存下“${words}”`, async () => (await this.page.evaluate(storedByWorkbench)).includes(words))
    await this.page.reload()
    await this.page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row')
  }

  /** Writes `<name>.png` into the folder for screenshots. */
  async screenshot(name) {
    mkdirSync(SHOTS, { recursive: true })
    await this.page.screenshot({ path: path.join(SHOTS, `${name}.png`) })
  }

  async #typeIntoQuickInput(text) {
    await this.page.locator(`${QUICK_INPUT} input:focus`).waitFor()
    await this.page.keyboard.insertText(text)
  }

  async #quickInputClosed() {
    await this.page.locator(QUICK_INPUT).waitFor({ state: 'hidden' })
  }
}
