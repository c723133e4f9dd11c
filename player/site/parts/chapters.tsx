import { useEffect, useState } from 'preact/hooks'
import type { Chapter } from '../../../contract/catalog.ts'
import { timeCode } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'

interface ChaptersProps {
  chapters: readonly Chapter[]
  /** Where play begins, in seconds. */
  start: number
  /** What the film plays in, once it can. */
  film: HTMLVideoElement | undefined
}

const chapterAt = (chapters: readonly Chapter[], seconds: number) =>
  chapters.findLastIndex(({ startSeconds }) => startSeconds <= seconds)

/** The film's chapters; each jumps there once the film can play. */
export function Chapters({ chapters, start, film }: ChaptersProps) {
  const [current, setCurrent] = useState(() => chapterAt(chapters, start))
  useEffect(() => {
    const look = () => setCurrent(chapterAt(chapters, film?.currentTime ?? 0))
    film?.addEventListener('timeupdate', look)
    return () => film?.removeEventListener('timeupdate', look)
  }, [film, chapters])

  const choose = (seconds: number) => {
    if (film === undefined) return
    film.currentTime = seconds
    void film.play().catch(() => undefined)
  }
  return (
    <section class="chapters" aria-labelledby="chapters">
      <h2 id="chapters">{siteWords('chapters')}</h2>
      <ol>
        {chapters.map(({ startSeconds, title }, index) => (
          <li key={startSeconds}>
            <button
              type="button"
              aria-current={film !== undefined && index === current ? 'true' : undefined}
              disabled={film === undefined}
              onClick={() => choose(startSeconds)}
            >
              <span class="chapter-time">{timeCode(startSeconds)}</span>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
