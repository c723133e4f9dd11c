// What a test file needs beside Node, told from what it imports and from what it says of itself.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Need = 'postgres' | 'browser' | 'ffmpeg'

/** Modules that start something when they are used, by the end of their path. */
const starters: readonly [module: string, needs: readonly Need[]][] = [
  ['playwright-core', ['browser']],
  ['/server/clients/ffmpeg.js', ['ffmpeg']],
  ['/test/fixtures/database.js', ['postgres']],
  ['/test/fixtures/local.js', ['postgres', 'ffmpeg']],
  ['/test/fixtures/player/video.js', ['ffmpeg']],
]

const statement = /^\s*(?:import|export)\b[^'"\n]*?['"]([^'"]+)['"]/gm

/** By module, so that what many files import is read once. */
const known = new Map<string, string[]>()

function importsOf(path: string): string[] {
  const before = known.get(path)
  if (before !== undefined) return before
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const found = [...text.matchAll(statement)]
    .map(([, to = '']) => to)
    .map((to) => (to.startsWith('.') ? join(dirname(path), to) : to))
  known.set(path, found)
  return found
}

/** @param path of the compiled test file */
export function needsOf(path: string): Set<Need> {
  const needs = new Set<Need>()
  const seen = new Set<string>()
  const visit = (module: string) => {
    if (seen.has(module)) return
    seen.add(module)
    for (const [end, given] of starters) {
      if (module.endsWith(end)) for (const need of given) needs.add(need)
    }
    // Nothing but tests and their fixtures starts a thing because it imports its module.
    if (module.includes('/test/')) importsOf(module).forEach(visit)
  }
  visit(path)
  return needs
}

const says = (path: string, what: string) =>
  existsSync(path) && new RegExp(`^// ${what}: `, 'm').test(readFileSync(path, 'utf8'))

/** Whether a file says that it cannot share its process with others: it measures it, or ends it. */
export const wantsToBeAlone = (path: string): boolean => says(path, 'In a process of its own')

/** Whether a file that plays or encodes says that no run goes without it. */
export const isInEveryRun = (path: string): boolean => says(path, 'In every run')
