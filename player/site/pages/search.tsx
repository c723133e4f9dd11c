import { useLocation } from 'preact-iso/router'
import type { SearchHit, SearchResults } from '../../../contract/search.ts'
import { timeCode } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { Failure } from '../../ui/failure.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useTitle } from '../../ui/use-title.ts'
import { VideoCard } from '../parts/video-card.tsx'
import { GridOutline } from '../parts/video-grid.tsx'
import { isTooLong, searchOf, useSearch } from '../use-search.ts'
import { momentLink } from '../watch-link.ts'

/** Films by what is told of them and said in them. */
export function SearchPage() {
  const q = searchOf(useLocation().query.q)
  const search = useSearch(q, viewerOf(useSession()))
  const asks = q !== '' && !isTooLong(q)
  const shown = search.value ?? (asks && search.status === 'loading' ? search.last : undefined)
  useTitle(asks ? siteWords('searchTitle', { q }) : siteWords('search'))
  return (
    <div class="catalogue">
      <section class="shelf" aria-labelledby="found">
        <h1 id="found" class="collection-title">
          {asks ? siteWords('filmsFor', { q }) : siteWords('search')}
        </h1>
        <p class="unseen" role="status">
          {asks && announce(search.status, search.value, q)}
        </p>
        {!asks && <p class="page-lead">{siteWords(q === '' ? 'searchHint' : 'searchTooLong')}</p>}
        {asks && search.status === 'loading' && shown === undefined && <GridOutline />}
        {asks && search.status === 'failed' && (
          <Failure what={siteWords('searchFailed')} problem={search.problem} retry={search.retry} />
        )}
        {asks && shown !== undefined && shown.hits.length === 0 && (
          <p class="nothing">
            {siteWords('noMatch', { q })} <a href="/">{siteWords('showAll')}</a>
          </p>
        )}
        {asks && shown !== undefined && shown.hits.length > 0 && (
          <Hits results={shown} q={q} stale={search.status === 'loading'} />
        )}
      </section>
    </div>
  )
}

function announce(status: string, results: SearchResults | undefined, q: string): string {
  if (status === 'loading') return siteWords('searching')
  if (results === undefined) return ''
  return siteWords('foundFor', { count: results.hits.length, q })
}

function Hits({ results, q, stale }: { results: SearchResults; q: string; stale: boolean }) {
  return (
    <>
      <ul
        class={`grid grid-found${stale ? ' grid-stale' : ''}`}
        aria-label={siteWords('filmsFor', { q })}
        aria-busy={stale}
      >
        {results.hits.map((hit, index) => (
          <li key={hit.video.id}>
            <VideoCard video={hit.video} eager={index < atOnce} first={index === 0} />
            <Moments hit={hit} />
          </li>
        ))}
      </ul>
      {results.more && <p class="small more">{siteWords('searchMore')}</p>}
    </>
  )
}

const atOnce = 8

/** Where it is said, for those who may watch; that it is, for all. */
function Moments({ hit: { video, said, moments } }: { hit: SearchHit }) {
  if (!said) return null
  if (moments.length === 0) return <p class="small">{siteWords('saidInIt')}</p>
  return (
    <ul class="moments" aria-label={siteWords('momentsIn', { title: video.title })}>
      {moments.map(({ seconds, text, language }) => (
        <li key={`${seconds} ${text}`}>
          <a href={momentLink(video.slug, seconds)}>
            <span class="chapter-time">{timeCode(seconds)}</span>
            <span class="moment-text" lang={language}>
              {text}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
