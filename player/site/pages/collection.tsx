import { useRoute } from 'preact-iso/router'
import type { Collection } from '../../../contract/collections.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { Failure } from '../../ui/failure.tsx'
import { NotFoundPage } from '../../ui/not-found.tsx'
import { api } from '../../ui/page-api.ts'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { GridOutline, VideoGrid } from '../parts/video-grid.tsx'

/** Films that the operator shows together. */
export function CollectionPage() {
  const { slug = '' } = useRoute().params
  const viewer = viewerOf(useSession())
  const collection = useLoad(viewer && `${viewer} ${slug}`, (signal) =>
    api.get<Collection>(`/api/collections/${encodeURIComponent(slug)}`, signal),
  )
  const shown = collection.value ?? collection.last
  useTitle(shown?.title)
  if ([400, 404].includes(collection.problem?.status ?? 0)) return <NotFoundPage />
  return (
    <div class="catalogue">
      <section class="shelf" aria-labelledby="collection">
        <h1 id="collection" class="collection-title">
          {shown?.title ?? siteWords('collection')}
        </h1>
        {shown !== undefined && shown.description !== '' && (
          <p class="page-lead">{shown.description}</p>
        )}
        {collection.status === 'failed' && (
          <Failure
            what={siteWords('collectionFailed')}
            problem={collection.problem}
            retry={collection.retry}
          />
        )}
        {collection.status === 'loading' && shown === undefined && <GridOutline />}
        {shown !== undefined &&
          (shown.videos.length > 0 ? (
            <VideoGrid videos={shown.videos} label={shown.title} />
          ) : (
            <p class="nothing">{siteWords('collectionEmpty')}</p>
          ))}
      </section>
    </div>
  )
}
