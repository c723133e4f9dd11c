import type { Card, VideoDetails } from '../../../contract/catalog.ts'
import { runningTime, timeCode } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { api } from '../../ui/page-api.ts'
import { Poster } from '../../ui/poster.tsx'
import { useLoad } from '../../ui/use-load.ts'
import { badge } from '../badge.ts'
import { priceFrom } from '../price-from.ts'
import { playLink } from '../watch-link.ts'

/** The film at the head of the catalogue. */
export function Feature({ video }: { video: Card }) {
  const { access, durationSeconds, resumeSeconds, id, slug, title, posterUrl, posterSizes } = video
  const details = useLoad(id, (signal) => api.get<VideoDetails>(`/api/videos/${id}`, signal)).value
  const hasPreview = !access.allowed && Boolean(details?.teaserSeconds)
  const facts = [
    badge(access),
    access.allowed ? undefined : priceFrom(access.offers),
    durationSeconds === null ? undefined : runningTime(durationSeconds),
  ].filter((fact) => fact !== undefined)
  return (
    <section class="feature" aria-labelledby="feature">
      <div class="feature-picture">
        <Poster
          url={posterUrl}
          choice={posterSizes}
          shown="(width < 52rem) 100vw, 72vw"
          eager
          first
        />
      </div>
      <div class="feature-text">
        <h2 id="feature">
          <a class="feature-title" href={`/watch/${slug}`}>
            {title}
          </a>
        </h2>
        {facts.length > 0 && (
          <p class="facts">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        )}
        {details === undefined && <p class="feature-synopsis feature-waits" aria-hidden="true" />}
        {details !== undefined && details.description !== '' && (
          <p class="feature-synopsis">{details.description}</p>
        )}
        <ButtonLink href={playLink(slug)}>
          <PlayGlyph />
          {resumeSeconds
            ? siteWords('continueAt', { time: timeCode(resumeSeconds) })
            : siteWords(hasPreview ? 'watchPreview' : 'watch')}
        </ButtonLink>
      </div>
    </section>
  )
}

/** Its shape while it loads. */
export const FeatureOutline = () => (
  <div class="feature" aria-hidden="true">
    <div class="feature-picture" />
    <div class="feature-text">
      <span class="outline-line outline-title" />
      <span class="outline-line" />
    </div>
  </div>
)

const PlayGlyph = () => (
  <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M7 4.5v15l12.5-7.5z" />
  </svg>
)
