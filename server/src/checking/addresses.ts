/** Addresses (URIs) of documents and folders. Folders are written with a slash at the end. */

/** The folder that holds a document; undefined for one that has no place, such as an untitled one. */
export function folderOf(uri: string): string | undefined {
  return resolve('.', uri)
}

/** The folder around a folder; undefined for the topmost. */
export function parentOf(folder: string): string | undefined {
  const parent = resolve('..', folder)
  return parent === folder ? undefined : parent
}

/** The address of a file in a folder; `name` is not yet encoded. */
export function fileIn(folder: string, name: string): string {
  return (folder.endsWith('/') ? folder : `${folder}/`) + encodeURIComponent(name)
}

/** Whether a document lies in a folder or below it. */
export function isWithin(uri: string, folder: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  return plain(uri).startsWith(plain(prefix))
}

function resolve(step: string, uri: string): string | undefined {
  try {
    const { href } = new URL(step, uri)
    // above the root of a scheme without hosts there is no folder, `memfs:`
    return href.endsWith('/') ? href : undefined
  } catch {
    // a scheme without folders, `untitled:1`
    return undefined
  }
}

/** The last part of an address, as people read it. */
export function nameOf(uri: string): string {
  return plain(uri.slice(uri.lastIndexOf('/') + 1))
}

/** An address to compare by. Editors differ in what they encode: `file:///c%3A/` and `file:///c:/` are one place. */
export function plain(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}
