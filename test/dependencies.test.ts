import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'

interface Entry {
  link?: boolean
  resolved?: string
  integrity?: string
}

const root = join(import.meta.dirname, '..', '..')

/** What a lock file says of each package that is fetched. */
async function fetched(lock: string) {
  const { packages } = JSON.parse(await readFile(join(root, lock), 'utf8')) as {
    packages: Record<string, Entry>
  }
  return Object.entries(packages).filter(
    ([place, entry]) => place.includes('node_modules/') && entry.link !== true,
  )
}

for (const lock of ['package-lock.json', 'bench/package-lock.json']) {
  t.test(`${lock} pins the bytes of every package, from a registry alone`, async (t) => {
    const entries = await fetched(lock)
    t.ok(entries.length > 0)
    const loose = entries.filter(
      ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    )
    t.same(
      loose.map(([place]) => place),
      [],
      'each with a SHA-512',
    )
    const elsewhere = entries.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://'),
    )
    t.same(
      elsewhere.map(([place]) => place),
      [],
      'none from a git repository, a folder, or without TLS',
    )
  })
}
