import { useEffect } from 'preact/hooks'
import { useLatest } from '../../ui/use-latest.ts'

/** Asks again while something changes by itself and the page is looked at. */
export function usePolled(changing: boolean, ask: () => void, everyMs = 2_000): void {
  const askNow = useLatest(ask)
  useEffect(() => {
    if (!changing) return
    const timer = setInterval(() => {
      if (!document.hidden) askNow()
    }, everyMs)
    return () => clearInterval(timer)
  }, [changing, everyMs, askNow])
}
