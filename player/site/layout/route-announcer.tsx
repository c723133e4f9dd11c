import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { restoreScroll } from './scroll-memory.ts'

/** Long enough for a page that loads to have named itself. */
const settleMs = 400

/**
 * What a browser does on a new page, done for a new route: the focus goes to the content's start,
 * the new title is read out, and going back leads to the same place.
 */
export function RouteAnnouncer() {
  const { path } = useLocation()
  const shown = useRef(path)
  const [title, setTitle] = useState('')

  useLayoutEffect(restoreScroll)

  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    // A page that begins at a field of the header has gone there by itself.
    const begun = document.activeElement?.closest('[data-begins-here]') != null
    if (!begun) document.getElementById('content')?.focus({ preventScroll: true })
    const timer = setTimeout(() => setTitle(document.title), settleMs)
    return () => clearTimeout(timer)
  }, [path])

  return (
    <p class="unseen" aria-live="polite">
      {title}
    </p>
  )
}
