/** How far down each address was scrolled, for going back to it. */
const positions = new Map<string, number>()

const address = () => location.pathname + location.search

let goingBackTo: number | undefined

/** Starts to remember. */
export function startScrollMemory(): void {
  addEventListener('scroll', () => positions.set(address(), scrollY), { passive: true })
  // At once: the shorter page that may stand here meanwhile would be remembered instead.
  addEventListener('popstate', () => {
    goingBackTo = positions.get(address())
  })
}

/** After the page of a new address is drawn: returns to its place, if it was gone back to. */
export function restoreScroll(): void {
  if (goingBackTo !== undefined) scrollTo(0, goingBackTo)
  goingBackTo = undefined
}
