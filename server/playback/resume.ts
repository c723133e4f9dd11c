/** A beginning this short is no reason to skip it. */
const shortestSeconds = 10
/** Who stopped within the last part of a film has seen it: the rest is credits. */
const creditsShare = 0.03
const longestCreditsSeconds = 180

/** Whether somebody who stopped at a position has seen the film. */
export function isFinished(positionSeconds: number, durationSeconds: number): boolean {
  const credits = Math.min(longestCreditsSeconds, durationSeconds * creditsShare)
  return positionSeconds >= durationSeconds - credits
}

/** Whether somebody who stopped at a position would want to go on from there. */
export const isWorthResuming = (positionSeconds: number, durationSeconds: number): boolean =>
  positionSeconds >= shortestSeconds && !isFinished(positionSeconds, durationSeconds)
