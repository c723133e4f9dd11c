import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { guardGoingBack } from '../../ui/going-back.ts'
import { useLatest } from '../../ui/use-latest.ts'

/**
 * Asks before a page with changes that are not saved is left: by a link, by going back, or by closing
 * or loading the tab, which the browser itself asks about.
 *
 * @returns the address that was about to be opened, and what to do about it
 */
export function useUnsaved(isDirty: boolean) {
  const [wanted, setWanted] = useState<string>()
  const { route } = useLocation()
  const dirty = useLatest(() => isDirty)

  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])

  useEffect(() => {
    const here = location.href
    const keepsHere = (href: string) => new URL(href).pathname === new URL(here).pathname
    function onClick(event: MouseEvent) {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (!(link instanceof HTMLAnchorElement) || !dirty()) return
      const isOther = link.target !== '' && link.target !== '_self'
      if (isOther || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      if (link.origin !== location.origin || keepsHere(link.href)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setWanted(link.pathname + link.search + link.hash)
    }
    function onPop(event: PopStateEvent) {
      if (!dirty() || keepsHere(location.href)) return
      event.stopImmediatePropagation()
      const { pathname, search, hash } = location
      history.pushState(null, '', here)
      setWanted(pathname + search + hash)
    }
    // Before the router hears of it.
    window.addEventListener('click', onClick, true)
    const stop = guardGoingBack(onPop)
    return () => {
      window.removeEventListener('click', onClick, true)
      stop()
    }
  }, [dirty])

  return {
    wanted,
    stay: () => setWanted(undefined),
    leave: () => {
      if (wanted !== undefined) route(wanted)
    },
  }
}
