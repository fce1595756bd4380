import { escaped } from './escaped.js'

/** What the panel's page is made of. */
export interface PageParts {
  /** new for every page, so that nothing but these two files is taken in */
  readonly nonce: string
  readonly script: string
  readonly style: string
  readonly language: string
  readonly title: string
  readonly loading: string
}

/**
 * The panel's page: an empty frame that its script fills. It may load one script and one style sheet, both by nonce, and
 * nothing else: no picture, no font, no connection, no frame, no form.
 */
export function panelPage({ nonce, script, style, language, title, loading }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escaped(style)}">
</head>
<body>
<div id="status" class="hidden-text" role="status" aria-live="polite"></div>
<div id="app"><p>${escaped(loading)}</p></div>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`
}

/** A nonce that nobody can guess: 128 random bits. */
export function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
