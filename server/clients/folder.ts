import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const codeOf = (error: unknown) => String((error as NodeJS.ErrnoException).code)

/** What stands in the way of a folder, and what to do about it. */
function sentence(code: string, at: string): string {
  switch (code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return `${at} is a file and no folder. Set another.`
    case 'EACCES':
    case 'EPERM':
      return `this user may not write in ${at}. Give it to them (chown), or set another.`
    case 'EROFS':
      return `${at} is on a disk that takes no writes. Set another.`
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk of ${at} is full. Make room there, or set another.`
    default:
      return `nothing can be made in ${at} (${code}). Set another.`
  }
}

/** The nearest above `path`, or itself, that is there. */
async function nearest(path: string): Promise<string> {
  const there = await stat(path).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw error
  })
  return there === null && dirname(path) !== path ? nearest(dirname(path)) : path
}

const told = (setting: string, at: string, error: unknown) =>
  new Error(`${setting} is wrong: ${sentence(codeOf(error), at)}`, { cause: error })

/**
 * Sees whether this user may write in a folder that a setting names, or make it, and makes nothing.
 *
 * @returns the folder, or the nearest above it that is there
 * @throws Error whose message is a sentence that names the setting
 */
export async function lookAtFolder(setting: string, path: string): Promise<string> {
  const whole = resolve(path)
  const at = await nearest(whole).catch((error) => {
    throw told(setting, whole, error)
  })
  if (!(await stat(at)).isDirectory()) throw told(setting, at, { code: 'ENOTDIR' })
  await access(at, constants.W_OK | constants.X_OK).catch((error) => {
    throw told(setting, at, error)
  })
  return at
}

/**
 * Makes a folder that a setting names, with those above it, unless it is there. Step by step: Node's own
 * way never ends where a file system says ENOENT to making one.
 *
 * @throws Error as `lookAtFolder` does
 */
export async function makeFolder(setting: string, path: string): Promise<void> {
  const whole = resolve(path)
  let at = await lookAtFolder(setting, whole)
  for (const name of whole.slice(at.length).split('/').filter(Boolean)) {
    const next = resolve(at, name)
    await mkdir(next).catch((error: unknown) => {
      // Another process was quicker.
      if (codeOf(error) !== 'EEXIST') throw told(setting, at, error)
    })
    at = next
  }
}
