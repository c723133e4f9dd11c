import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { secondsOf } from './watch-link.ts'

/** How the viewer came to a film. It stays as it was on arrival: what is done once is not done again. */
export function useArrival(videoId: string) {
  const { query } = useLocation()
  const here = { videoId, start: secondsOf(query.t), plays: query.play !== undefined }
  const arrival = useRef(here)
  if (arrival.current.videoId !== videoId) arrival.current = here
  useEffect(() => {
    if (arrival.current.videoId === videoId) forgetPlay()
  }, [videoId])
  const { start, plays } = arrival.current
  return { start, plays }
}

/** A page that is loaded again, or whose address is passed on, starts nothing. */
function forgetPlay(): void {
  const here = new URL(location.href)
  if (!here.searchParams.has('play')) return
  here.searchParams.delete('play')
  history.replaceState(history.state, '', here)
}
