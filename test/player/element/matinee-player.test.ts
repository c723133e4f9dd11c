import t from 'tap'
import { accessWords } from '../../../contract/words/access.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer, playing, secondSession } from '../../fixtures/player/player.ts'
import { offers, paymentRequired, problem } from '../../fixtures/player/service.ts'
import { fullBuffer } from '../../fixtures/player/unseen.ts'

t.test('a film plays from its beginning, and the picture moves', async (t) => {
  const player = await openPlayer(t)
  await player.load()
  await player.until('playing', ({ view }) => view.phase === 'playing')
  const before = await player.glimpse()
  const after = await player.watch(2)
  t.ok(after.frames > before.frames)
  t.same(player.panels, [])
  t.same(player.complaints, [], 'nothing breaks the content security policy')
})

t.test('the first frame needs no request for URLs', async (t) => {
  const player = await openPlayer(t)
  player.service.fault = (route) => (route.endsWith('/urls') ? 'hang' : undefined)
  await player.load()
  await player.watch(1)
  t.match(player.service.requests[0], 'POST /api/videos/film/playback')
})

t.test('all that the first frame needs is on its way before hls.js has come', async (t) => {
  const player = await openPlayer(t)
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await player.page.route(/\/hls[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await player.load()
  const early = ['360p/init.mp4', '360p/0.m4s', 'audio/init.mp4', 'audio/0.m4s']
  await player.until('the first segments', () =>
    early.every((key) => player.service.bucket.served().includes(key)),
  )
  for (const path of ['main.m3u8', '360p/index.m3u8', 'audio/index.m3u8']) {
    t.equal(player.service.count(`GET /play/:token/${path}`), 1, path)
  }
  release()
  await player.watch(1)
  const served = player.service.bucket.served()
  t.equal(new Set(served).size, served.length, 'and nothing is fetched a second time')
})

t.test('it begins where the viewer was last time', async (t) => {
  const player = await openPlayer(t)
  player.service.resumeSeconds = 33
  await player.load()
  const { time } = await player.until('playing', ({ view }) => view.phase === 'playing')
  t.ok(time >= 33 && time < 36, `began at ${time}`)
  t.notOk(player.service.bucket.served().includes('360p/0.m4s'), 'and fetched nothing before it')
})

t.test('without autoplay it waits for a click, and a click plays', async (t) => {
  const player = await openPlayer(t)
  await player.load()
  await player.watch(1)
  const left = player.service.requests.length
  await player.page.evaluate(() => {
    const player = document.querySelector('matinee-player')
    player?.remove()
    player?.removeAttribute('autoplay')
    if (player) document.body.append(player)
  })
  await player.until('ready', ({ view }) => view.phase === 'ready')
  t.equal((await player.glimpse()).time, 0)
  const before = player.service.requests.length
  const opening = player.service.requests.slice(left, before)
  t.same(
    opening.filter((route) => /urls|begin/.test(route)),
    [],
    'until then it asks for no more',
  )
  await player.page.locator('matinee-player .first-play').click()
  await player.watch(1)
  // The page that was left had begun to play, and says nothing that counts here.
  const said = player.service.requests.slice(before)
  t.equal(said.filter((route) => route === 'POST /play/:token/begin').length, 1)
})

for (const [width, height] of [
  [320, 568],
  [1280, 800],
] as const) {
  t.test(`before the press a film’s beginning is there, and no more, at ${width} px`, async (t) => {
    const player = await openPlayer(t, { viewport: { width, height } })
    await player.load({ autoplay: undefined })
    const { ahead } = await player.until('ready', ({ view }) => view.phase === 'ready')
    t.ok(ahead > 3)
    const first = ['360p/init.mp4', '360p/0.m4s', 'audio/init.mp4', 'audio/0.m4s']
    const { bucket, requests } = player.service
    t.same(bucket.served().toSorted(), first.toSorted())
    await player.page.locator('matinee-player .first-play').click()
    await player.until('thirty seconds ahead', ({ ahead }) => ahead > 20)
    t.ok(requests.includes('POST /play/:token/begin'))
    t.equal(new Set(bucket.served()).size, bucket.served().length, 'nothing is fetched twice')
  })
}

t.test(
  'who saves data fetches nothing of the film before the press, and all after it',
  async (t) => {
    const player = await openPlayer(t)
    await player.page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
    })
    await player.load({ autoplay: undefined })
    await player.until('ready', ({ view }) => view.phase === 'ready')
    t.ok(player.service.requests.some((route) => route.endsWith('/index.m3u8')))
    t.same(player.service.bucket.served(), [])
    await player.page.locator('matinee-player .first-play').click()
    await player.watch(2)
    t.equal(new Set(player.service.bucket.served()).size, player.service.bucket.served().length)
  },
)

t.test('every third segment refused with 403: signed anew once, and never seen', async (t) => {
  const player = await openPlayer(t)
  player.service.bucket.fault = (key, count) =>
    key.endsWith('.m4s') && count % 3 === 0 ? { status: 403 } : undefined
  await player.load()
  await fullBuffer(player)
  await player.watch(2)
  t.same(player.panels, [])
  const { requests } = player.service.bucket
  t.ok(requests.some(({ status }) => status === 403))
  const served = player.service.bucket.served()
  t.equal(new Set(served).size, served.length, 'and no segment came twice')
})

t.test('who has not paid sees the offers, and the page hears which one was chosen', async (t) => {
  const player = await openPlayer(t)
  player.service.fault = (route) => (route.startsWith('POST') ? paymentRequired : undefined)
  await player.load()
  const heard = await player.listen('matinee-offer')
  const panel = await player.panel('paywall')
  t.equal(panel.title, accessWords('not_entitled.title'))
  t.match(panel.buttons[0], /^Standard, \$9\.99 a month/)
  t.match(panel.buttons[1], /^Rent for \$3\.99/)
  await player.press('Standard')
  t.match(await heard(), [{ videoId: 'film', priceId: 'price_1', offer: offers[0] }])
})

t.test('who is not signed in is asked to', async (t) => {
  const player = await openPlayer(t)
  player.service.fault = (route) =>
    route.startsWith('POST') ? problem(401, 'SIGN_IN_REQUIRED') : undefined
  await player.load()
  const heard = await player.listen('matinee-sign-in')
  t.same((await player.panel('sign-in')).buttons, ['Sign in'])
  await player.press('Sign in')
  t.same(await heard(), [{ videoId: 'film' }])
})

t.test('an access token that has run out is renewed without a word', async (t) => {
  const player = await openPlayer(t)
  player.service.fault = (route, count) => {
    if (route === 'POST /api/auth/refresh') return { status: 204 }
    if (route === 'POST /api/videos/film/playback' && count === 1) {
      return problem(401, 'SIGN_IN_REQUIRED')
    }
    return undefined
  }
  await player.load()
  await player.watch(1)
  t.same(player.panels, [])
  t.equal(player.service.count('POST /api/auth/refresh'), 1)
})

t.test('too many streams: one of them can be stopped, and the film plays', async (t) => {
  const player = await openPlayer(t)
  const streams = [
    { id: 'tv', deviceName: 'Living room', title: 'Harbour' },
    { id: 'phone', deviceName: 'Phone', title: 'Harbour' },
  ]
  player.service.fault = (route) =>
    route === 'POST /play/:token/begin' && player.service.stopped.length === 0
      ? problem(409, 'TOO_MANY_STREAMS', { streams })
      : undefined
  await player.load()
  const panel = await player.panel('streams')
  t.equal(panel.title, 'Your plan is playing on 2 devices already')
  await player.press('Stop Phone')
  await player.watch(1)
  t.same(player.service.stopped, ['phone'])
})

for (const [what, fault, kind, title] of [
  ['taken over', problem(409, 'STREAM_TAKEN_OVER'), 'taken-over', 'Playing on another device'],
  ['kicked', problem(410, 'PLAYBACK_ENDED', { reason: 'kicked' }), 'ended', 'Playback was stopped'],
  ['no longer paid for', paymentRequired, 'paywall', accessWords('not_entitled.title')],
] as const) {
  t.test(`a stream that is ${what} stops and says so`, async (t) => {
    const player = await playing(t)
    player.service.end(fault)
    await player.seek(50)
    const panel = await player.panel(kind)
    t.equal(panel.title, title)
    const { time, paused } = await player.glimpse()
    t.ok(paused)
    await player.play()
    await player.until('paused again', (now) => now.paused)
    t.ok((await player.glimpse()).time < time + 1, 'and cannot be played on')
  })
}

t.test('a session that was taken over plays again here when asked to', async (t) => {
  const player = await playing(t)
  player.service.end(problem(409, 'STREAM_TAKEN_OVER'))
  await player.seek(50)
  await player.panel('taken-over')
  await player.press('Play here')
  await secondSession(player)
  const { time } = await player.watch(1)
  t.ok(time >= 50, 'at the place where it stopped')
})

t.test('a preview plays to its last frame, then offers the rest', async (t) => {
  const player = await openPlayer(t)
  Object.assign(player.service, { teaserSeconds: 8, resumeSeconds: 4 })
  await player.load()
  await player.watch(2)
  t.same(player.panels, [], 'although it was known long before')
  const panel = await player.panel('teaser-end')
  t.equal(panel.title, 'The preview ends here')
  const { time } = await player.glimpse()
  t.ok(time > 7.5, `stopped at ${time}`)
  t.same(player.complaints, [], 'nothing was asked for that is refused')
  t.equal(player.service.count('GET /api/videos/film'), 1, 'once for picture and sound')
  await player.press('Watch the preview again')
  await player.until('the beginning', (now) => now.time > 0.5 && now.time < 4 && !now.paused)
})

t.test('a failed renewal of the subscription is said while the film plays', async (t) => {
  const player = await openPlayer(t)
  player.service.session = {
    notice: { kind: 'payment_failed', graceUntil: '2030-05-02T10:00:00Z' },
  }
  await player.load()
  await player.watch(1)
  const banner = player.page.locator('matinee-player .banner')
  t.match(await banner.textContent(), /payment failed.*May 2, 2030/s)
  const heard = await player.listen('matinee-offer')
  await banner.getByRole('button', { name: 'Update' }).click()
  t.match(await heard(), [{ offer: { kind: 'portal' } }])
  await banner.getByRole('button', { name: 'Close this message' }).click()
  t.equal(await banner.isVisible(), false)
})

t.test('the usual keys work once the player has the focus', async (t) => {
  const player = await playing(t)
  const { keyboard } = player.page
  await player.page.locator('matinee-player media-mute-button').focus()
  await keyboard.press('k')
  await player.until('paused', ({ paused }) => paused)
  const { time } = await player.glimpse()
  await keyboard.press('l')
  await player.until('ten seconds on', (now) => now.time > time + 9)
  await keyboard.press('j')
  await player.until('ten seconds back', (now) => now.time < time + 1)
  await keyboard.press('k')
  await player.watch(1)
})

t.test('keys that overlap under quick fingers all act', async (t) => {
  const player = await playing(t)
  const { keyboard } = player.page
  await player.page.locator('matinee-player media-mute-button').focus()
  const { time } = await player.glimpse()
  for (const key of ['l', 'k', 'm']) await keyboard.down(key)
  for (const key of ['l', 'k', 'm']) await keyboard.up(key)
  const after = await player.until('paused, ten seconds on', (now) => now.paused)
  t.ok(after.time > time + 9 && after.time < time + 15, `from ${time} to ${after.time}`)
  const muted = await player.page.evaluate(
    () => (document.querySelector('matinee-player') as MatineePlayer).video.muted,
  )
  t.ok(muted)
  await keyboard.down('Alt')
  await keyboard.down('k')
  await keyboard.up('Alt')
  await keyboard.up('k')
  await keyboard.press('l')
  await player.until('twenty seconds on', (now) => now.time > after.time + 9)
  t.ok((await player.glimpse()).paused, 'a key with Alt is not for the player')
})

t.test('two presses in the same moment are a pause and play again', async (t) => {
  const player = await playing(t)
  const heard = await player.page.evaluate(() => {
    const root = document.querySelector('matinee-player')?.shadowRoot
    const video = root?.querySelector('video')
    const button = root?.querySelector('.bottom media-play-button') as HTMLElement
    const click = new MouseEvent('click', {
      clientX: 480,
      clientY: 200,
      bubbles: true,
      composed: true,
    })
    // Nothing comes between: a busy page handles the second press before it tells of the first.
    const twice = (press: () => void) =>
      [press, press].map((act) => {
        act()
        return video?.paused
      })
    const key = () => {
      for (const type of ['keydown', 'keyup'])
        button.dispatchEvent(new KeyboardEvent(type, { key: 'k', bubbles: true, composed: true }))
    }
    return {
      key: twice(key),
      button: twice(() => button.click()),
      picture: twice(() => video?.dispatchEvent(click)),
    }
  })
  const both = [true, false]
  t.same(heard, { key: both, button: both, picture: both })
  await player.watch(1)
})

t.test('a click on the picture pauses and plays', async (t) => {
  const player = await playing(t)
  await player.page.mouse.click(480, 200)
  await player.until('paused', ({ paused }) => paused)
  await player.page.mouse.click(480, 200)
  await player.watch(1)
})

t.test('every control has a name, and is large enough for a finger', async (t) => {
  const player = await playing(t, { viewport: { width: 360, height: 640 } })
  const controls = await player.page.evaluate(() => {
    const root = document.querySelector('matinee-player')?.shadowRoot
    return [...(root?.querySelectorAll('.bottom media-control-bar > *:not(.spacer)') ?? [])]
      .map((control) => {
        const { width, height } = control.getBoundingClientRect()
        const name = control.getAttribute('aria-label') ?? ''
        return { tag: control.localName, name, width, height }
      })
      .filter(({ width, tag }) => width > 0 && tag !== 'media-time-display')
  })
  t.ok(controls.length >= 5)
  for (const { tag, name, width, height } of controls) {
    t.ok(width >= 44 && height >= 44, `${tag} is ${width} by ${height}`)
    if (tag !== 'media-time-range') t.not(name, '', `${tag} has a name`)
  }
})

t.test('the focus moves to the panel when the controls go', async (t) => {
  const player = await playing(t)
  await player.page.locator('matinee-player media-mute-button').focus()
  player.service.end(problem(409, 'STREAM_TAKEN_OVER'))
  await player.seek(50)
  await player.panel('taken-over')
  await player.page.keyboard.press('Tab')
  await player.page.keyboard.press('Enter')
  await player.watch(1)
})
