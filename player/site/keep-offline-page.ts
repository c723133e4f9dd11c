/** Has a page ready for when the network is gone. Not before this one is there: it can wait. */
export function keepOfflinePage(): void {
  if (!('serviceWorker' in navigator)) return
  const register = () => {
    // Where a browser keeps none, as in some private windows, it shows its own page.
    navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  }
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
