/**
 * Marks the player as `cramped` while what stands over the picture is taller than it: where the page has
 * fixed its height, as in a frame, the player cannot grow, and so that scrolls.
 *
 * @param host the player
 * @param over all that may stand over the picture
 */
export function noteCramped(host: HTMLElement, over: readonly HTMLElement[]): void {
  const look = () => {
    const isCramped = over.some(({ scrollHeight }) => scrollHeight > host.clientHeight + 1)
    host.toggleAttribute('cramped', isCramped)
  }
  // Not at once: a size that changes while sizes are told is an error of the page.
  const observer = new ResizeObserver(() => requestAnimationFrame(look))
  for (const one of [host, ...over]) observer.observe(one)
}
