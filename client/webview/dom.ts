/** Building elements. Text is only ever set as text: words of a report cannot become markup. */

/** What an element holds; nothing and empty lists are passed over. */
export type Child = Node | string | undefined | readonly Child[]

/** Attributes by name; `true` writes an empty one, `false` and nothing leave it out. Functions listen to events: `onclick`. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/** An element with its attributes and what it holds. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  complete(made, attributes, children)
  return made
}

/** A drawing, or a part of one. */
export function drawing<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  complete(made, attributes, children)
  return made
}

function complete(made: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value)
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  append(made, children)
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue
    if (isList(child)) append(parent, child)
    else parent.append(child)
  }
}

function isList(child: Exclude<Child, undefined>): child is readonly Child[] {
  return Array.isArray(child)
}

/** A button. `key` tells it from every other of the page, so that it keeps the keyboard when its part is drawn anew. */
export function button(key: string, label: Child, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return element('button', { type: 'button', 'data-key': key, onclick: press, ...attributes }, label)
}

/** A bar from 0 to 1, for the eye alone: the same is told in words beside it. */
export function bar(fraction: number, tone: string): SVGSVGElement {
  const width = `${Math.round(Math.min(1, Math.max(0, fraction)) * 1000) / 10}%`
  return drawing(
    'svg',
    { class: 'bar', 'aria-hidden': 'true', focusable: 'false', width: '100%', height: 10 },
    drawing('rect', { class: 'track', x: 0.5, y: 0.5, width: '100%', height: 9, rx: 2 }),
    drawing('rect', { class: `fill ${tone}`, width, height: 10, rx: 2 }),
  )
}
