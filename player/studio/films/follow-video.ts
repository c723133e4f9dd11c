import { useEffect } from 'preact/hooks'
import type { VideoEvent } from '../../../contract/studio.ts'
import { useLatest } from '../../ui/use-latest.ts'

/** Before asking again for a stream that was refused, in milliseconds. */
const refusedMs = 5_000

/**
 * Tells how a film stands and each change of it, as the server says so. A line that breaks comes back
 * by itself; one that is refused (the session has run out, say) is asked for again after `onRefused`.
 */
export function useVideoEvents(
  id: string,
  onEvent: (event: VideoEvent) => void,
  onRefused: () => void,
): void {
  const tell = useLatest(onEvent)
  const refused = useLatest(onRefused)
  useEffect(() => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    function open() {
      source = new EventSource(`/api/studio/videos/${encodeURIComponent(id)}/events`)
      source.onmessage = ({ data }) => tell(JSON.parse(data))
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return
        timer = setTimeout(() => {
          refused()
          open()
        }, refusedMs)
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [id, tell, refused])
}
