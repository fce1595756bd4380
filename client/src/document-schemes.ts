/**
 * Schemes of documents that hold a writer's text: files of a disk, of a remote machine, of an editor in a browser, of a
 * hosted repository, of a shared session, and what is not saved yet. Others (a version out of git, the old side of a
 * comparison, results of a search, output) are copies or no texts and are left alone. The server has the same list.
 */
export const DOCUMENT_SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'vsls']

/** Documents that may be reports; the server looks at their text and keeps silent about others. */
export const SELECTOR = DOCUMENT_SCHEMES.flatMap((scheme) => ['markdown', 'plaintext'].map((language) => ({ scheme, language })))
