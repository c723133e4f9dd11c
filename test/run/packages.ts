// The packages' own suites run again only when something that they are made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Of everything in a package, of the versions of all dependencies and of Node itself. */
export function fingerprint(root: string, name: string): string {
  const hash = createHash('sha256').update(process.version)
  hash.update(readFileSync(join(root, 'package-lock.json')))
  const folder = join(root, 'packages', name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file))
    .filter((path) => !/\/(dist|node_modules|\.tap)\//.test(path))
  for (const path of files.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

const note = (cache: string, mark: string) => join(cache, 'passed', mark)

export const hasPassed = (cache: string, mark: string): boolean => existsSync(note(cache, mark))

export async function notePassed(cache: string, mark: string): Promise<void> {
  await mkdir(join(cache, 'passed'), { recursive: true })
  await writeFile(note(cache, mark), '')
}
