import { setTimeout as delay } from 'node:timers/promises'

/**
 * Asks until there is an answer: for what tells nobody when it comes true. Fails, saying what was
 * waited for, after `seconds`.
 *
 * @param what a function where there is more to say in the end than at the beginning
 * @param ask answers undefined or false while it is not so yet
 */
export async function until<T>(
  what: string | (() => string),
  ask: () => T | Promise<T>,
  { seconds = 30, everyMs = 5 }: { seconds?: number; everyMs?: number } = {},
): Promise<Exclude<T, false | undefined>> {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer as Exclude<T, false | undefined>
    if (performance.now() > deadline) {
      throw new Error(`waited ${seconds} s for ${typeof what === 'string' ? what : what()}`)
    }
    await delay(everyMs)
  }
}
