/**
 * Schemes of documents that hold a writer's text: files of a disk, of a remote machine, of an editor in a browser, of a
 * hosted repository, of a shared session, and what is not saved yet. Others (a version out of git, the old side of a
 * comparison, results of a search, output) are copies or no texts, and the server does not answer for them.
 * The client has the same list; test/contract/manifest.test.ts compares them.
 */
export const DOCUMENT_SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', 'vsls']

/** Whether the document at an address is one that the server answers for. */
export function isDocument(uri: string): boolean {
  return DOCUMENT_SCHEMES.includes(uri.slice(0, uri.indexOf(':')))
}
