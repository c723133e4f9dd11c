/** Keeps the screen from going dark while the film plays, where the browser can. Returns what stops it. */
export function keepAwake(video: HTMLVideoElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const page = video.ownerDocument
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (video.paused || page.hidden || !('wakeLock' in navigator)) return
    const held = await navigator.wakeLock.request('screen').catch(() => undefined)
    await lock?.release()
    lock = held
    if (video.paused || signal.aborted) await letGo()
  }
  const letGo = async () => {
    await lock?.release()
    lock = undefined
  }
  const on = (target: EventTarget, type: string, act: () => Promise<void>) =>
    target.addEventListener(type, () => void act(), { signal })
  on(video, 'playing', ask)
  for (const type of ['pause', 'ended', 'emptied']) on(video, type, letGo)
  // The browser takes it back whenever the page is hidden.
  on(page, 'visibilitychange', ask)
  return () => {
    stop.abort()
    void letGo()
  }
}
