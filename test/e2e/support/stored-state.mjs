// What the workbench in a browser has stored of itself. It keeps what it will restore (open panels and their state too) in
// databases of the browser, and writes there every five seconds when idle.

/** Runs in the page: all values in the workbench's own databases, as one text without the escapes of nested JSON. */
export async function storedByWorkbench() {
  const ends = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const texts = []
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue
    const database = await ends(indexedDB.open(name))
    try {
      for (const store of database.objectStoreNames) {
        const values = await ends(database.transaction(store).objectStore(store).getAll())
        texts.push(...values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))))
      }
    } finally {
      database.close()
    }
  }
  return texts.join('\n').replaceAll('\\', '')
}
