import type { VideoDetails } from '../../../contract/catalog.ts'
import { runningTime } from '../../../contract/words/format.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { Offers } from './offers.tsx'

/** Beside a film whose beginning anyone may watch: the ways to the rest of it. */
export function PreviewOffers({ video }: { video: VideoDetails }) {
  const { access, teaserSeconds } = video
  if (access.allowed || !teaserSeconds || access.offers.length === 0) return null
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{siteWords('watchAll')}</h2>
      <p>{siteWords('previewLength', { length: runningTime(teaserSeconds) })}</p>
      <Offers video={video} offers={access.offers} />
    </section>
  )
}
