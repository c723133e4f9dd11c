import type { Problem } from '../source/problems.ts'

/** This close to where the preview ends, it has ended. */
const lastFrameSeconds = 0.3

/** The end of a film's preview: where it stands, and what the API says to whoever wants to go on. */
export class PreviewEnd {
  #problem: Problem | undefined
  #atSeconds = Number.POSITIVE_INFINITY

  /**
   * Notes that the segment from `startSeconds` was refused (undefined for an initialization segment).
   * Answers whether that is no more than the end of a preview: then what may be watched is watched to
   * its last frame.
   */
  met(problem: Problem, startSeconds: number | undefined, teaserSeconds: number | null): boolean {
    if (teaserSeconds === null || problem.code !== 'PAYMENT_REQUIRED') return false
    this.#problem = problem
    this.#atSeconds = Math.min(startSeconds ?? teaserSeconds, this.#atSeconds)
    return true
  }

  /** What is to be said to a viewer who has come to this position; undefined while it goes on. */
  at(positionSeconds: number): Problem | undefined {
    return positionSeconds > this.#atSeconds - lastFrameSeconds ? this.#problem : undefined
  }

  clear(): void {
    this.#problem = undefined
    this.#atSeconds = Number.POSITIVE_INFINITY
  }
}

/**
 * Whether what ended after so many seconds was the preview: a browser that plays by itself is given
 * no more than that, and ends it as it ends a film. A film may be shorter than its preview.
 */
export const wasPreview = (durationSeconds: number, teaserSeconds: number | null): boolean =>
  teaserSeconds !== null && durationSeconds >= teaserSeconds - lastFrameSeconds
