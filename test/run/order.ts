// Long files first, so that none is left running alone at the end.
import { readFile, writeFile } from 'node:fs/promises'
import type { TestFile } from './choose.ts'
import type { Need } from './needs.ts'

/** How long files took when they last ran here, by name, in seconds. */
export type Durations = Record<string, number>

export const readDurations = async (path: string): Promise<Durations> =>
  JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Durations

export const writeDurations = (path: string, durations: Durations) =>
  writeFile(path, JSON.stringify(durations))

const guess = { browser: 30, ffmpeg: 20, postgres: 4 } as const

/** Of a file that has not run here yet. */
const guessed = (needs: Set<Need>) => [...needs].reduce((sum, need) => sum + guess[need], 1)

export function longestFirst(
  files: readonly TestFile[],
  durations: Durations,
  needsOf: (path: string) => Set<Need>,
): TestFile[] {
  const lengths = new Map(
    files.map(({ name, path }) => [name, durations[name] ?? guessed(needsOf(path))]),
  )
  const length = ({ name }: TestFile) => lengths.get(name) ?? 0
  return files.toSorted((one, other) => length(other) - length(one))
}
