import { useEffect } from 'preact/hooks'

/** Asks again while something changes by itself and the page is looked at. */
export function usePolled(changing: boolean, ask: () => void, everyMs = 2_000): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is the same question at any time
  useEffect(() => {
    if (!changing) return
    const timer = setInterval(() => {
      if (!document.hidden) ask()
    }, everyMs)
    return () => clearInterval(timer)
  }, [changing, everyMs])
}
