/** Language of messages. */
export type Locale = 'zh-CN' | 'en'

/** Picks the language of a sentence. */
export type Say = (zh: string, en: string) => string

/** A `Say` for one language. */
export function sayIn(locale: Locale): Say {
  return (zh, en) => (locale === 'en' ? en : zh)
}
