import { useRef, useState } from 'preact/hooks'
import type { PosterSize } from '../../contract/catalog.ts'
import { Mark } from './mark.tsx'
import { useNear } from './use-near.ts'

interface PosterProps {
  url: string | null
  /** The same picture, to choose from. */
  choice?: readonly PosterSize[]
  /** How wide it is shown, as `sizes` has it; usually as a card among others. */
  shown?: string
  /** Seen at once, so not left until it is nearly scrolled to: browsers ask for far more, and a film waits. */
  eager?: boolean
  /** The largest picture of the page: it goes before all others. */
  first?: boolean
  /** Told the address of what the browser has chosen, once it is there. */
  onShown?: ((url: string) => void) | undefined
}

/** As the grids of styles/catalogue.css have it. */
const inGrid = '(width < 27rem) 100vw, (width < 40rem) 50vw, 20rem'

const noChoice: readonly PosterSize[] = []

const compact = ['image/avif', 'image/webp'] as const

const srcsetOf = (choice: readonly PosterSize[], wanted: PosterSize['type']): string =>
  choice
    .filter(({ type }) => type === wanted)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ')

/** A film's picture, 16:9; a plain frame where there is none yet or it cannot be loaded. */
export function Poster({
  url,
  choice = noChoice,
  shown = inGrid,
  eager = false,
  first = false,
  onShown,
}: PosterProps) {
  const [broken, setBroken] = useState<string | null>(null)
  // A size that is not there leaves the whole picture.
  const [whole, setWhole] = useState<string | null>(null)
  const place = useRef<HTMLSpanElement>(null)
  const near = useNear(place)
  const isChosen = choice.length > 0 && whole !== url
  if (url === null || url === broken) {
    return (
      <span class="poster-empty">
        <Mark />
      </span>
    )
  }
  if (!eager && !near) return <span class="poster-empty" ref={place} />
  const picture = (
    <img
      {...(isChosen && { srcset: srcsetOf(choice, 'image/jpeg'), sizes: shown })}
      src={url}
      alt=""
      // As the player asks for it: a copy kept without CORS headers would be refused there.
      crossOrigin="anonymous"
      width={640}
      height={360}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      onError={() => (isChosen ? setWhole(url) : setBroken(url))}
      onLoad={({ currentTarget }) => onShown?.(currentTarget.currentSrc)}
    />
  )
  const formats = isChosen
    ? compact.filter((wanted) => choice.some(({ type }) => type === wanted))
    : []
  if (formats.length === 0) return picture
  return (
    <picture>
      {formats.map((type) => (
        <source key={type} type={type} srcset={srcsetOf(choice, type)} sizes={shown} />
      ))}
      {picture}
    </picture>
  )
}
