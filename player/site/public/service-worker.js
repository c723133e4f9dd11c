// Where a page cannot be fetched, one of ours says so, and not the browser. Everything else goes its way.
const kept = 'offline-1'
const offlinePage = '/offline'

addEventListener('install', (event) => {
  const keep = async () =>
    (await caches.open(kept)).add(new Request(offlinePage, { cache: 'reload' }))
  event.waitUntil(keep())
})

addEventListener('activate', (event) => {
  // The page is asked for while this worker still starts.
  event.waitUntil(registration.navigationPreload?.enable())
})

addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  const answer = async () => {
    try {
      return (await event.preloadResponse) ?? (await fetch(event.request))
    } catch {
      return (await caches.match(offlinePage)) ?? Response.error()
    }
  }
  event.respondWith(answer())
})
