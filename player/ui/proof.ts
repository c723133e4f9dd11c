import type { Problem } from './problem.ts'

/** Shows whoever sits there what they are asked for; resolves when it is done or given up. */
type Ask = (problem: Problem) => Promise<boolean>

let ask: Ask | null = null
let asking: Promise<boolean> | null = null

/** Takes over the asking; null gives it back. */
export function answerProofs(asker: Ask | null): void {
  ask = asker
}

/** Several requests that need it at the same moment ask once. */
export function askForProof(problem: Problem): Promise<boolean> {
  asking ??= (ask?.(problem) ?? Promise.resolve(false)).finally(() => {
    asking = null
  })
  return asking
}
