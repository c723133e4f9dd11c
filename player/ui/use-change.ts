import { useEffect, useRef } from 'preact/hooks'
import { useLatest } from './use-latest.ts'

/** Calls `act` whenever `value` is another one than at the last drawing; not for the first. */
export function useChange<T>(value: T, act: () => void): void {
  const before = useRef(value)
  const actNow = useLatest(act)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    actNow()
  }, [value, actNow])
}
