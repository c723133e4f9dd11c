// What is measured in a page, from opening it with nothing cached.

/** Runs in the page: plays the film without sound and without being asked, and notes its first picture. */
function playAtOnce() {
  const found = () => {
    const video = document.querySelector('matinee-player')?.video
    if (video === undefined) return
    clearInterval(timer)
    video.muted = true
    const play = () => video.play().catch(() => undefined)
    video.addEventListener('loadedmetadata', play)
    video.requestVideoFrameCallback(() => {
      window.firstFrameAt = performance.now()
    })
    play()
  }
  const timer = setInterval(found, 5)
}

/** Runs in the page: whether it has been seen for three seconds, and its video is there. */
function isSeen() {
  const [painted] = performance.getEntriesByName('first-contentful-paint')
  const bare = document.querySelector('body > video')
  window.pressed = document.querySelector('matinee-player')?.video ?? bare
  const isReady = bare === null || bare.readyState === bare.HAVE_ENOUGH_DATA
  return painted && performance.now() - painted.startTime > 3000 && window.pressed && isReady
}

/** Runs in the page: from the press to the next picture that is shown. */
function notePress() {
  const video = window.pressed
  addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      video.requestVideoFrameCallback((_now, { presentationTime }) => {
        window.pictureAfter = presentationTime - timeStamp
      })
    },
    { capture: true, once: true },
  )
}

/** Runs in the page: keeps when the largest thing on it was painted. */
function noteLargestPaint() {
  window.largestPaint = { at: 0, what: '' }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { startTime, url, element } = entry
      const name = new URL(url || 'none:').pathname.split('/').at(-1)
      window.largestPaint = { at: startTime, what: name || element?.className || element?.tagName }
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  window.layoutShift = 0
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) window.layoutShift += value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

async function inPage(browser, use, viewport = { width: 1280, height: 720 }) {
  const context = await browser.newContext({ viewport })
  try {
    return await use(await context.newPage())
  } finally {
    await context.close()
  }
}

const timeout = 60_000

/** Milliseconds from opening a page to the film's first frame. */
export const firstFrame = (browser, address) =>
  inPage(browser, async (page) => {
    if (!address.endsWith('/plain')) await page.addInitScript(playAtOnce)
    await page.goto(address, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(() => window.firstFrameAt, null, { timeout })
    return seen.jsonValue()
  })

/**
 * Of a film's page that has been seen for three seconds, or one with nothing but a video that is whole:
 * milliseconds from the press to the picture, and the bytes of film that were fetched before.
 */
export const afterPress = (browser, address, counts) =>
  inPage(browser, async (page) => {
    counts.filmBytes = 0
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(isSeen, null, { timeout, polling: 20 })
    const { filmBytes } = counts
    await page.evaluate(notePress)
    const { x, y, width, height } = await page.locator('matinee-player, body > video').boundingBox()
    await page.mouse.click(x + width / 2, y + height / 2)
    const seen = await page.waitForFunction(() => window.pictureAfter, null, { timeout })
    return { ms: await seen.jsonValue(), filmBytes }
  })

/** When the largest thing of a page was painted, what it was, and by how much things moved meanwhile. */
export const largestPaint = (browser, address, viewport) =>
  inPage(
    browser,
    async (page) => {
      await page.addInitScript(noteLargestPaint)
      await page.goto(address, { waitUntil: 'networkidle', timeout })
      return page.evaluate(() => ({ ...window.largestPaint, shift: window.layoutShift }))
    },
    viewport,
  )
