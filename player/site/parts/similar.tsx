import { siteWords } from '../../../contract/words/site.ts'
import { useSession, viewerOf } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { loadSimilar } from '../load-similar.ts'
import { VideoGrid } from './video-grid.tsx'

/** Films to go on with. Without them the page is whole. */
export function Similar({ videoId }: { videoId: string }) {
  const viewer = viewerOf(useSession())
  const loaded = useLoad(viewer && `${viewer} ${videoId}`, (signal) => loadSimilar(videoId, signal))
  const videos = loaded.value ?? loaded.last ?? []
  if (videos.length === 0) return null
  return (
    <section class="shelf shelf-last" aria-labelledby="similar">
      <h2 id="similar">{siteWords('similar')}</h2>
      <VideoGrid videos={videos} label={siteWords('similarFilms')} eager={false} />
    </section>
  )
}
