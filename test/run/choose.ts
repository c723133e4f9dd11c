// Which test files there are, and which of them somebody means.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface TestFile {
  /** As people call it: `billing/plans`, `packages/local-s3/ranges`. */
  name: string
  /** Of the compiled file. */
  path: string
  /** The package whose own suite it belongs to, or null for Matinee's. */
  package: string | null
}

/** Every test file that has a source, whatever older builds have left in `dist`. */
export function listTestFiles(root: string): TestFile[] {
  const inFolder = (folder: string, compiled: string, prefix: string, of: string | null) => {
    if (!existsSync(join(root, folder))) return []
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.test\.tsx?$/.test(file) && !file.includes('node_modules'))
      .map((file) => {
        const short = file.replace(/\.test\.tsx?$/, '')
        const path = join(root, compiled, `${short}.test.js`)
        return { name: `${prefix}${short}`, path, package: of }
      })
  }
  const packages = existsSync(join(root, 'packages')) ? readdirSync(join(root, 'packages')) : []
  return [
    ...inFolder('test', 'dist/test', '', null),
    ...packages.flatMap((name) =>
      inFolder(`packages/${name}/test`, `packages/${name}/dist/test`, `packages/${name}/`, name),
    ),
  ].sort((one, other) => one.name.localeCompare(other.name))
}

/**
 * The files that were named: by path of the source or of the compiled file, by name, or by a part of it.
 * Fails when a word names none, so that a typing error is no green run.
 */
export function choose(files: readonly TestFile[], words: readonly string[]): TestFile[] {
  const chosen = words.flatMap((word) => {
    const short = word
      .replace(/^.*?(?=packages\/)|^(\.\/)?(dist\/)?(test\/)?/, '')
      .replace(/^(packages\/[^/]+\/)(dist\/)?(test\/)?/, '$1')
      .replace(/(\.test)?(\.[jt]sx?)?$/, '')
    const exact = files.filter(({ name }) => name === short)
    const found = exact.length > 0 ? exact : files.filter(({ name }) => name.includes(short))
    if (found.length === 0) throw new Error(`No test file is called ${word}.`)
    return found
  })
  return [...new Set(chosen)]
}
