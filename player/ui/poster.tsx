import { useState } from 'preact/hooks'
import { Mark } from './mark.tsx'

interface PosterProps {
  url: string | null
  /** Seen at once, so not left until it is scrolled to. */
  eager?: boolean
  /** The largest picture of the page: it goes before all others. */
  first?: boolean
}

/** A film's picture, 16:9; a plain frame where there is none yet or it cannot be loaded. */
export function Poster({ url, eager = false, first = false }: PosterProps) {
  const [broken, setBroken] = useState<string | null>(null)
  if (url === null || url === broken) {
    return (
      <span class="poster-empty">
        <Mark />
      </span>
    )
  }
  return (
    <img
      src={url}
      alt=""
      // As the player asks for it: a copy kept without CORS headers would be refused there.
      crossOrigin="anonymous"
      width={640}
      height={360}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      onError={() => setBroken(url)}
    />
  )
}
