import type { Within } from '../../../contract/catalog.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { episodeName } from '../episode-name.ts'
import { watchLink } from '../watch-link.ts'

/** Which collection a film is watched in, and as what. */
export function InCollection({ within }: { within: Within }) {
  const name = within.kind === 'trailer' ? siteWords('trailer') : episodeName(within)
  return (
    <p class="within">
      <a href={`/collections/${within.slug}`}>{within.title}</a>
      {name !== undefined && ` · ${name}`}
    </p>
  )
}

/** The films before and after it there. */
export function Beside({ within }: { within: Within }) {
  const { slug, previous, next } = within
  const links = [
    ['previousFilm', previous],
    ['nextFilm', next],
  ] as const
  if (previous === null && next === null) return null
  return (
    <nav class="beside" aria-label={siteWords('beside')}>
      {links.map(
        ([word, video]) =>
          video !== null && (
            <a key={word} class={`beside-${word}`} href={watchLink(video.slug, slug)}>
              <span class="small">{siteWords(word)}</span>
              <span>{[episodeName(video), video.title].filter(Boolean).join(' · ')}</span>
            </a>
          ),
      )}
    </nav>
  )
}
