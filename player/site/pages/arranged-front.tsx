import { useState } from 'preact/hooks'
import type { Card, Catalogue } from '../../../contract/catalog.ts'
import type { Front, FrontRowKind } from '../../../contract/front.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { keptFronts, loadFront, loadMoreFilms } from '../load-front.ts'
import { Feature, FeatureOutline } from '../parts/feature.tsx'
import { GridOutline, VideoGrid } from '../parts/video-grid.tsx'
import { searchLink } from '../search-link.ts'

type Row = Front['rows'][number]

const usualTitles: Partial<Record<FrontRowKind, () => string>> = {
  continue: () => siteWords('continueWatching'),
  watchlist: () => siteWords('watchlist'),
  new: () => siteWords('newest'),
  free: () => siteWords('freeToWatch'),
  coming: () => siteWords('comingSoon'),
  all: () => uiWords('allFilms'),
}

export const titleOf = ({ kind, title }: Pick<Row, 'kind' | 'title'>): string =>
  title || (usualTitles[kind]?.() ?? uiWords('films'))

const linkOf = ({ collection, category }: Row): string | undefined => {
  if (collection !== null) return `/collections/${collection}`
  return category === null ? undefined : searchLink(category)
}

/**
 * The front page as its operator has arranged it.
 *
 * @param preview of what they have not saved yet
 */
export function ArrangedFront({ preview }: { preview: boolean }) {
  useTitle(undefined)
  const viewer = viewerOf(useSession())
  const front = useLoad(
    viewer && `${viewer}${preview ? ' preview' : ''}`,
    (signal) => loadFront(preview, signal),
    preview ? undefined : keptFronts,
  )
  const shown = front.status === 'failed' ? undefined : (front.value ?? front.last)
  return (
    <div class="catalogue">
      <h1 class="unseen">{uiWords('allFilms')}</h1>
      {preview && (
        <div class="shelf">
          <Notice>{siteWords('frontPreview')}</Notice>
        </div>
      )}
      {front.status === 'failed' && (
        <div class="shelf">
          <Failure what={siteWords('filmsFailed')} problem={front.problem} retry={front.retry} />
        </div>
      )}
      {shown === undefined && front.status === 'loading' && (
        <>
          <p class="unseen" role="status">
            {siteWords('loadingFilms')}
          </p>
          <FeatureOutline />
          <section class="shelf" aria-hidden="true">
            <GridOutline />
          </section>
        </>
      )}
      {shown?.hero && <Feature video={shown.hero} />}
      {shown !== undefined && shown.hero === null && shown.rows.length === 0 && (
        <p class="nothing">{siteWords('noFilms')}</p>
      )}
      {shown?.rows.map((row, index) => (
        // Two rows may show the same; a row has nothing else to be told apart by than its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <FrontShelf key={`${index} ${row.kind}`} row={row} id={`row-${index}`} eager={index < 2} />
      ))}
    </div>
  )
}

function FrontShelf({ row, id, eager }: { row: Row; id: string; eager: boolean }) {
  const title = titleOf(row)
  const link = linkOf(row)
  const [more, setMore] = useState<Catalogue & { after: string | null }>()
  const own = more?.after === row.nextCursor ? more : undefined
  const cursor = own === undefined ? row.nextCursor : own.nextCursor
  const known = new Set(row.videos.map((video) => video.id))
  const videos: Card[] = [...row.videos, ...(own?.videos ?? []).filter((one) => !known.has(one.id))]
  async function loadMore() {
    if (cursor === null) return
    const page = await loadMoreFilms(cursor)
    const before = own?.videos ?? []
    setMore({ ...page, after: row.nextCursor, videos: [...before, ...page.videos] })
  }
  return (
    <section class={row.kind === 'all' ? 'shelf' : 'shelf shelf-row'} aria-labelledby={id}>
      <h2 id={id}>{link === undefined ? title : <a href={link}>{title}</a>}</h2>
      <VideoGrid
        videos={videos}
        label={title}
        eager={eager}
        {...(row.collection === null ? {} : { within: row.collection })}
      />
      {cursor !== null && (
        <div class="more">
          <ActionButton look="secondary" busy={siteWords('loadingMore')} act={loadMore}>
            {siteWords('showMore')}
          </ActionButton>
        </div>
      )}
    </section>
  )
}
