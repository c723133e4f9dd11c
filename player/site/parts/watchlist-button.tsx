import { siteWords } from '../../../contract/words/site.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useSession } from '../../ui/session.ts'
import { setOnWatchlist, useWatchlist } from '../use-watchlist.ts'

/** Keeps a film for later, for whoever is signed in. */
export function WatchlistButton({ videoId }: { videoId: string }) {
  const list = useWatchlist(useSession())
  if (list === null) return null
  const isOn = list.some(({ id }) => id === videoId)
  return (
    <ActionButton
      look="secondary"
      busy={siteWords('savingWatchlist')}
      act={() => setOnWatchlist(videoId, !isOn)}
    >
      {siteWords(isOn ? 'offWatchlist' : 'onWatchlist')}
    </ActionButton>
  )
}
