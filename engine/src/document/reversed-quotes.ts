/** “安全月“活动: two opening quotes with a short phrase between and no closing one before the next. */
const REVERSED = /“([^“”，。；：！？《》（）]{1,20})“(?=[^“”]{0,200}(?:“|$)|[，。；、》）])/g

/**
 * Closing quotes that were typed as opening ones: a phrase stands between two opening quotes, a sentence goes on behind the
 * second as behind the end of a quotation, and what follows is quoted anew or not at all.
 */
export function reversedQuotes(text: string): { open: number; close: number }[] {
  if (!text.includes('“')) return []
  return [...text.matchAll(REVERSED)].map(({ index, 0: whole }) => ({ open: index, close: index + whole.length - 1 }))
}
