import { readFileSync } from 'node:fs'
import { panelStrings, type PanelStrings } from '../../client/src/panel/panel-strings.js'

/** The panel's strings as the editor gives them in English or in Chinese. */
export function stringsIn(language: 'en' | 'zh-cn'): PanelStrings {
  const bundle = JSON.parse(readFileSync(new URL('../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8')) as Record<string, string>
  return panelStrings({
    l10n: {
      t(message) {
        if (language === 'en') return message
        const translation = bundle[message]
        if (translation === undefined) throw new Error(`no translation of “${message}”`)
        return translation
      },
    },
  })
}
