import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Clock } from '../src/clock.ts'

/** A folder that goes when the test ends. */
export async function scratch(t: Test): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'local-s3-'))
  t.teardown(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A clock that stands still until it is told otherwise. */
export function testClock(start: Date | string = new Date()): Clock & {
  advance(seconds: number): void
} {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    advance: (seconds) => {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }
}
