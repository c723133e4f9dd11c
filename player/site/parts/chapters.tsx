import type { Chapter } from '../../../contract/catalog.ts'
import { timeCode } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'

interface ChaptersProps {
  chapters: readonly Chapter[]
  /** Where play is, in seconds. */
  position: number
  onChoose: ((seconds: number) => void) | undefined
}

/** The film's chapters; each jumps there once the film can play. */
export function Chapters({ chapters, position, onChoose }: ChaptersProps) {
  const current = chapters.findLastIndex(({ startSeconds }) => startSeconds <= position)
  return (
    <section class="chapters" aria-labelledby="chapters">
      <h2 id="chapters">{siteWords('chapters')}</h2>
      <ol>
        {chapters.map(({ startSeconds, title }, index) => (
          <li key={startSeconds}>
            <button
              type="button"
              aria-current={onChoose !== undefined && index === current ? 'true' : undefined}
              disabled={onChoose === undefined}
              onClick={() => onChoose?.(startSeconds)}
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
