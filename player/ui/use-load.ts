import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type Problem, toProblem } from './problem.ts'
import { useLatest } from './use-latest.ts'

export type Loaded<T> =
  | { status: 'loading'; value?: undefined; problem?: undefined }
  | { status: 'ready'; value: T; problem?: undefined }
  | { status: 'failed'; value?: undefined; problem: Problem }

/**
 * Loads what a page shows, again whenever `key` changes, and drops answers that come too late.
 * Until the next answer has come, `last` is the one before, for pages that would rather keep showing it.
 *
 * @param key names what is loaded; null while it is not known yet
 * @param kept answers of earlier visits, shown at once while they are asked for anew
 */
export function useLoad<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<T>,
  kept?: Map<string, T>,
) {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ of: string | null; loaded: Loaded<T> }>({
    of: null,
    loaded: { status: 'loading' },
  })
  const last = useRef<T>(undefined)
  const current = `${key}#${attempt}`
  // Written anew with every drawing; `key` stands for all that it reads.
  const loadNow = useLatest(load)

  useEffect(() => {
    if (key === null) return
    const abort = new AbortController()
    const settle = (loaded: Loaded<T>) => {
      if (!abort.signal.aborted) setState({ of: current, loaded })
    }
    loadNow(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) last.current = value
        kept?.set(key, value)
        settle({ status: 'ready', value })
      },
      (error: unknown) => settle({ status: 'failed', problem: toProblem(error) }),
    )
    return () => abort.abort()
  }, [key, current, kept, loadNow])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  const loaded = state.of === current ? state.loaded : beforehand(kept?.get(key ?? ''))
  return { ...loaded, retry, last: last.current }
}

const beforehand = <T>(value: T | undefined): Loaded<T> =>
  value === undefined ? { status: 'loading' } : { status: 'ready', value }
