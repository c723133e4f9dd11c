import { pages } from '../../contract/pages.ts'
import { askForFront } from './load-front.ts'
import { loadPlayer } from './load-player.ts'
import { askForVideo } from './load-video.ts'

/** Sends for what the first picture of the page waits for, while who looks at it is still asked. */
export function beginEarly(here: URL): void {
  if (here.pathname === pages.catalogue && !here.search) askForFront()
  if (!here.pathname.startsWith('/watch/')) return
  askForVideo(here)
  // Whoever needs it tries again.
  loadPlayer().catch(() => undefined)
}
