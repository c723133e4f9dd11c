import { useState } from 'preact/hooks'
import type { PosterSize } from '../../contract/catalog.ts'
import { Mark } from './mark.tsx'

interface PosterProps {
  url: string | null
  /** The same picture, to choose from. */
  choice?: readonly PosterSize[]
  /** How wide it is shown, as `sizes` has it; usually as a card among others. */
  shown?: string
  /** Seen at once, so not left until it is scrolled to. */
  eager?: boolean
  /** The largest picture of the page: it goes before all others. */
  first?: boolean
}

/** As the grids of styles/catalogue.css have it. */
const inGrid = '(width < 27rem) 100vw, (width < 40rem) 50vw, 20rem'

const noChoice: readonly PosterSize[] = []

/** A film's picture, 16:9; a plain frame where there is none yet or it cannot be loaded. */
export function Poster({
  url,
  choice = noChoice,
  shown = inGrid,
  eager = false,
  first = false,
}: PosterProps) {
  const [broken, setBroken] = useState<string | null>(null)
  // A size that is not there leaves the whole picture.
  const [whole, setWhole] = useState<string | null>(null)
  const isChosen = choice.length > 0 && whole !== url
  if (url === null || url === broken) {
    return (
      <span class="poster-empty">
        <Mark />
      </span>
    )
  }
  return (
    <img
      {...(isChosen && {
        srcset: choice.map(({ url, width }) => `${url} ${width}w`).join(', '),
        sizes: shown,
      })}
      src={url}
      alt=""
      // As the player asks for it: a copy kept without CORS headers would be refused there.
      crossOrigin="anonymous"
      width={640}
      height={360}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      onError={() => (isChosen ? setWhole(url) : setBroken(url))}
    />
  )
}
