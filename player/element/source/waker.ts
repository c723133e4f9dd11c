/** Waits that can be cut short: by the caller's signal, or for all at once by `wake`. */
export class Waker {
  readonly #waiting = new Set<() => void>()

  /** Resolves after `milliseconds`, on `wake`, or when the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        this.#waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      this.#waiting.add(done)
      signal?.addEventListener('abort', done)
      if (signal?.aborted) done()
    })
  }

  /** The connection is back, or the viewer is impatient. */
  wake(): void {
    for (const done of [...this.#waiting]) done()
  }
}
