// Where a page cannot be fetched, one of ours says so, and not the browser. Everything else goes its way.
const kept = 'offline-3'
const offlinePage = '/offline'

addEventListener('install', (event) => {
  // With the typeface that it names.
  const keep = async () => {
    const cache = await caches.open(kept)
    await cache.add(new Request(offlinePage, { cache: 'reload' }))
    const page = await (await cache.match(offlinePage)).text()
    await cache.addAll(page.match(/\/assets\/[\w.-]+\.woff2/g) ?? [])
  }
  event.waitUntil(keep())
})

addEventListener('activate', (event) => {
  // The page is asked for while this worker still starts.
  event.waitUntil(registration.navigationPreload?.enable())
  const isOld = (name) => name.startsWith('offline-') && name !== kept
  const forget = async () => {
    for (const name of (await caches.keys()).filter(isOld)) await caches.delete(name)
  }
  event.waitUntil(forget())
})

addEventListener('fetch', (event) => {
  if (event.request.destination === 'font') {
    const kept = async () => (await caches.match(event.request.url)) ?? fetch(event.request)
    event.respondWith(kept())
    return
  }
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
