/**
 * Draws parts anew and gives the keyboard back to what had it: the element with the same key, or, when that is gone (a
 * finding that was just fixed), the next one behind it that is still there, or the title of its part. The caret in a box
 * stays where it was.
 */
export function keepingFocus(draw: () => void): void {
  const focused = document.activeElement
  const key = focused?.getAttribute('data-key')
  if (!(focused instanceof HTMLElement) || key === undefined || key === null) return draw()
  const behind = keysFrom(key)
  const section = focused.closest('section')?.id
  const caret = focused instanceof HTMLInputElement ? [focused.selectionStart, focused.selectionEnd] : undefined
  draw()
  if (focused.isConnected && document.activeElement === focused) return
  const now = keyed()
  const again = behind.map((each) => now.get(each)).find((each) => each !== undefined) ?? document.getElementById(`${section ?? 'verdict'}-title`)
  again?.focus({ preventScroll: true })
  if (again instanceof HTMLInputElement && caret !== undefined) again.setSelectionRange(caret[0] ?? null, caret[1] ?? null)
}

/** The keys of the page from one on, in reading order. */
function keysFrom(key: string): string[] {
  const keys = Array.from(keyed().keys())
  return keys.slice(keys.indexOf(key))
}

function keyed(): Map<string, HTMLElement> {
  return new Map(Array.from(document.querySelectorAll<HTMLElement>('[data-key]'), (each) => [each.dataset.key ?? '', each]))
}
