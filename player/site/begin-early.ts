import { pages } from '../../contract/pages.ts'
import { site } from '../ui/site.ts'
import { loadPlayer } from './load-player.ts'
import { askForVideo } from './load-video.ts'
import { askForCatalogue } from './use-catalogue.ts'

/** Sends for what the first picture of the page waits for, while who looks at it is still asked. */
export function beginEarly(here: URL): void {
  if (here.pathname === pages.catalogue && !here.search && !site().front) askForCatalogue()
  if (!here.pathname.startsWith('/watch/')) return
  askForVideo(here)
  // Whoever needs it tries again.
  loadPlayer().catch(() => undefined)
}
