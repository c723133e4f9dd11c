const key = 'matinee-arrival'
/** Whoever pays comes back from there. */
const isPayment = /(^|\.)stripe\.com$/

type Store = Pick<Storage, 'getItem' | 'setItem'>

/**
 * The host of the page that led a viewer here, and nothing else of its address; kept while the tab is open,
 * since later pages come from this site itself.
 *
 * @param referrer as `document.referrer`
 * @param host this page's
 * @returns null where there is none, or none is told
 */
export function arrivedFrom(referrer: string, host: string, store: () => Store): string | null {
  const from = URL.canParse(referrer) ? new URL(referrer).hostname : ''
  const led = from === '' || new URL(referrer).host === host || isPayment.test(from) ? null : from
  try {
    const kept = store().getItem(key)
    if (kept !== null || led === null) return kept
    store().setItem(key, led)
  } catch {
    // A frame, or a browser that keeps nothing.
  }
  return led
}
