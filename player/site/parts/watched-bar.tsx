import type { Card } from '../../../contract/catalog.ts'
import { timeCode } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'

/** How far a film has been watched, along the lower edge of its picture. */
export function WatchedBar({ video: { durationSeconds, resumeSeconds } }: { video: Card }) {
  if (!resumeSeconds || !durationSeconds) return null
  return (
    <>
      <progress class="watched" max={durationSeconds} value={resumeSeconds} aria-hidden="true" />
      <span class="unseen">{siteWords('watchedTo', { time: timeCode(resumeSeconds) })}</span>
    </>
  )
}
