import type { Storage } from './types.ts'

/** The same storage below a prefix, which neither callers nor what they are answered show. */
export function withPrefix(storage: Storage, prefix: string): Storage {
  const below = (key: string) => prefix + key
  async function* without<T extends { key: string }>(items: AsyncGenerator<T>): AsyncGenerator<T> {
    for await (const item of items) yield { ...item, key: item.key.slice(prefix.length) }
  }
  return {
    ...storage,
    head: (key) => storage.head(below(key)),
    getStream: (key, options) => storage.getStream(below(key), options),
    getBytes: (key, options) => storage.getBytes(below(key), options),
    getToFile: (key, path, options) => storage.getToFile(below(key), path, options),
    putFile: (key, path, options) => storage.putFile(below(key), path, options),
    putBytes: (key, bytes, options) => storage.putBytes(below(key), bytes, options),
    delete: (key) => storage.delete(below(key)),
    copy: (from, to) => storage.copy(below(from), below(to)),
    deletePrefix: (folder) => storage.deletePrefix(below(folder)),
    list: (folder, { after } = {}) =>
      without(storage.list(below(folder), after === undefined ? {} : { after: below(after) })),
    createMultipart: (key, options) => storage.createMultipart(below(key), options),
    listParts: (key, id) => storage.listParts(below(key), id),
    completeMultipart: (key, id, parts) => storage.completeMultipart(below(key), id, parts),
    abortMultipart: (key, id) => storage.abortMultipart(below(key), id),
    listMultiparts: (folder) => without(storage.listMultiparts(below(folder))),
  }
}
