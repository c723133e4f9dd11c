import { useCallback, useRef } from 'preact/hooks'

/**
 * A function that stays the same and does what `act` does as of the last drawing: for effects that
 * call it later and have no reason to begin again because it was written anew.
 */
export function useLatest<Args extends unknown[], Answer>(
  act: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...args: Args) => latest.current(...args), [])
}
