// A virtual file system for the tests: an extension for the web-worker host whose files live in memory (scheme `memfs`).
// What is saved there is copied into a folder on the disk, so that a test can read what the editor wrote.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createVSIX } from '@vscode/vsce'

export const MEMORY_FILES = 'gongwen-test.memory-files'

/**
 * Packs the extension.
 *
 * @param {string} folder an empty folder to build it in
 * @param {Record<string, string>} files name → text of what the file system holds at first, all in `memfs:/reports`
 * @param {string} copies absolute path of a folder for the copies of what is saved
 * @returns {Promise<string>} path of the package
 */
export async function packMemoryFiles(folder, files, copies) {
  mkdirSync(folder, { recursive: true })
  const manifest = {
    name: 'memory-files',
    publisher: 'gongwen-test',
    version: '0.0.1',
    engines: { vscode: '^1.91.0' },
    browser: './extension.js',
    activationEvents: ['onFileSystem:memfs'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(path.join(folder, 'README.md'), 'A file system in memory, for tests.\n')
  writeFileSync(path.join(folder, 'extension.js'), `(${extension})(${JSON.stringify(files)}, ${JSON.stringify(copies)})\n`)
  const packagePath = path.join(folder, 'memory-files.vsix')
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true })
  return packagePath
}

/** The extension's code; runs in the worker host, so it uses nothing from outside itself. */
function extension(files, copies) {
  const vscode = require('vscode')
  const FOLDER = '/reports'
  const stored = new Map(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, { bytes: new TextEncoder().encode(text), time: 1 }]))
  const changed = new vscode.EventEmitter()
  let clock = 1

  function entry(uri) {
    const found = stored.get(uri.path)
    if (!found) throw vscode.FileSystemError.FileNotFound(uri)
    return found
  }

  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      if (uri.path === FOLDER || uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
      const { bytes, time } = entry(uri)
      return { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytes.length }
    },
    readDirectory(uri) {
      if (uri.path !== FOLDER) throw vscode.FileSystemError.FileNotFound(uri)
      return [...stored.keys()].map((name) => [name.slice(FOLDER.length + 1), vscode.FileType.File])
    },
    readFile: (uri) => entry(uri).bytes,
    async writeFile(uri, bytes) {
      stored.set(uri.path, { bytes, time: ++clock })
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }])
      const remote = vscode.extensions.getExtension('gongwen-test.memory-files').extensionUri
      await vscode.workspace.fs.writeFile(remote.with({ path: copies + uri.path.slice(FOLDER.length) }), bytes)
    },
    createDirectory: () => undefined,
    delete: (uri) => void stored.delete(uri.path),
    rename: () => {
      throw vscode.FileSystemError.NoPermissions()
    },
  }
  module.exports = {
    activate(context) {
      context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', provider, { isCaseSensitive: true }))
    },
  }
}
