import { runningTime } from '../../ui/format.ts'
import type { VideoDetails } from '../contract.ts'
import { Offers } from './offers.tsx'

/** Beside a film whose beginning anyone may watch: the ways to the rest of it. */
export function PreviewOffers({ video }: { video: VideoDetails }) {
  const { access, teaserSeconds } = video
  if (access.allowed || !teaserSeconds || access.offers.length === 0) return null
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">Watch all of it</h2>
      <p>Anyone may watch the first {runningTime(teaserSeconds)}.</p>
      <Offers video={video} offers={access.offers} />
    </section>
  )
}
