/** Keeps the screen from going dark while the film plays, where the browser can. */
export function keepAwake(video: HTMLVideoElement): void {
  let lock: WakeLockSentinel | undefined
  const ask = async () => {
    if (video.paused || document.hidden || !('wakeLock' in navigator)) return
    const held = await navigator.wakeLock.request('screen').catch(() => undefined)
    await lock?.release()
    lock = held
    if (video.paused) await letGo()
  }
  const letGo = async () => {
    await lock?.release()
    lock = undefined
  }
  video.addEventListener('playing', () => void ask())
  for (const type of ['pause', 'ended', 'emptied']) video.addEventListener(type, () => void letGo())
  // The browser takes it back whenever the page is hidden.
  video.ownerDocument.addEventListener('visibilitychange', () => void ask())
}
