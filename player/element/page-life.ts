export interface PageLife {
  /** The page goes away, perhaps to come back. */
  hidden(): void
  /** It is back as it was. */
  back(): void
  online(): void
}

/** Follows what becomes of the page and its connection. Returns what stops it. */
export function followPage({ hidden, back, online }: PageLife): () => void {
  const stop = new AbortController()
  const { signal } = stop
  addEventListener('pagehide', hidden, { signal })
  addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal })
  addEventListener('online', online, { signal })
  return () => stop.abort()
}
