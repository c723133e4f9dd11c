import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import t from 'tap'
import { playerWords } from '../../../contract/words/player.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { cached } from '../../fixtures/cache.ts'
import { openPlayer, playing } from '../../fixtures/player/player.ts'
import { makeVideo, type Video } from '../../fixtures/player/video.ts'
import { until } from '../../fixtures/until.ts'

/** The members of the video element that keys and settings change. */
const state = (page: Page) =>
  page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    const { currentTime: time, paused, muted, volume, playbackRate: speed, ended } = video
    const captions = [...video.textTracks].find(
      ({ mode, kind }) => kind === 'subtitles' && mode === 'showing',
    )
    return { time, paused, muted, volume, speed, ended, captions: captions?.language ?? null }
  })

const said = (page: Page) => page.locator('matinee-player .feedback').textContent()

const addToPage = (page: Page, html: string) =>
  page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html)

t.test('every key acts, and says on screen what it has done', async (t) => {
  const { page, ...player } = Object.assign(await playing(t))
  const { keyboard } = page
  await page.locator('matinee-player media-mute-button').focus()
  const press = async (key: string, feedback: string) => {
    await keyboard.press(key)
    t.equal(await said(page), feedback, key)
  }
  await press('k', playerWords('paused'))
  const { time } = await state(page)
  await press('l', playerWords('secondsOn', { seconds: 10 }))
  t.ok(Math.abs((await state(page)).time - time - 10) < 0.1)
  await press('ArrowLeft', playerWords('secondsBack', { seconds: 5 }))
  t.ok(Math.abs((await state(page)).time - time - 5) < 0.1)
  await press('.', playerWords('stepOn'))
  t.ok(Math.abs((await state(page)).time - time - 5 - 1 / 24) < 0.01)
  await press('5', playerWords('percentOfFilm', { percent: 50 }))
  t.ok(Math.abs((await state(page)).time - 32) < 0.1)
  await press('Home', playerWords('percentOfFilm', { percent: 0 }))
  t.equal((await state(page)).time, 0)
  await press('ArrowDown', playerWords('volumeIs', { percent: 95 }))
  await press('m', playerWords('muted'))
  t.match(await state(page), { volume: 0.95, muted: true })
  await press('>', playerWords('speedIs', { speed: 1.25 }))
  await press('<', playerWords('speedIs', { speed: 1 }))
  await press('c', playerWords('captionsIn', { name: 'English' }))
  t.equal((await state(page)).captions, 'en')
  await press('c', playerWords('captionsOff'))
  t.equal((await state(page)).captions, null)
  await keyboard.press('f')
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'matinee-player')
  await keyboard.press('f')
  await page.waitForFunction(() => document.fullscreenElement === null)
  t.same(player.complaints, [])
})

t.test('the sheet of keys opens, takes the focus, and closes', async (t) => {
  const { page } = await playing(t)
  await page.locator('matinee-player media-mute-button').focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: playerWords('keys') })
  t.match(await sheet.textContent(), playerWords('key.fullScreen'))
  await page.keyboard.press('Escape')
  t.equal(await sheet.isVisible(), false)
  await page.keyboard.press('?')
  await sheet.getByRole('button', { name: playerWords('closeKeys') }).click()
  t.equal(await sheet.isVisible(), false)
})

t.test('Escape closes the settings, from a list in them, too', async (t) => {
  const { page } = await playing(t)
  await page.locator('matinee-player .gear:not(.captions)').click()
  const settings = page.getByRole('dialog', { name: playerWords('settings') })
  await settings.getByLabel(playerWords('speed')).focus()
  await page.keyboard.press('Escape')
  t.equal(await settings.isVisible(), false)
  const focus = await page.evaluate(
    () => document.querySelector('matinee-player')?.shadowRoot?.activeElement?.ariaLabel,
  )
  t.equal(focus, playerWords('settings'), 'the focus is back on the gear')
})

t.test('keys are the page’s until it gives them to the player, and never a field’s', async (t) => {
  const { page } = await playing(t)
  await addToPage(
    page,
    '<button id="chapter">Dusk</button><input id="field"><a id="link" href="#x">x</a>',
  )
  const paused = async () => (await state(page)).paused
  await page.keyboard.press('k')
  t.equal(await paused(), false, 'the focus is elsewhere')
  await page.evaluate(() => document.querySelector('matinee-player')?.setAttribute('page-keys', ''))
  await page.keyboard.press('k')
  t.equal(await paused(), true)
  await page.keyboard.press(' ')
  t.equal(await paused(), false)
  t.equal(await page.evaluate(() => scrollY), 0, 'and the page does not scroll')
  await page.locator('#field').focus()
  await page.keyboard.type('km 5')
  t.equal(await page.locator('#field').inputValue(), 'km 5')
  t.match(await state(page), { paused: false, muted: false })
  await page.evaluate(() => {
    document.querySelector('#chapter')?.addEventListener('click', () => document.body.append('x'))
  })
  const clicks = () => page.evaluate(() => document.body.textContent.match(/x+$/)?.[0].length ?? 0)
  await page.locator('#chapter').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  const before = await clicks()
  await page.keyboard.press(' ')
  t.equal(await clicks(), before + 1, 'who moves by keyboard presses the button')
  await page.locator('#chapter').click()
  await page.keyboard.press(' ')
  t.equal(await clicks(), before + 2, 'after a click of the mouse the space bar is the film’s')
  t.equal(await paused(), true)
  await page.evaluate(() => {
    const dialog = document.createElement('dialog')
    document.body.append(dialog)
    dialog.innerHTML = '<button>x</button>'
    dialog.showModal()
  })
  await page.keyboard.press('k')
  t.equal(await paused(), true, 'a dialog has its keys to itself')
})

t.test('a double click fills the screen; a double tap goes ten seconds back or on', async (t) => {
  const player = await playing(t, { hasTouch: true })
  const { page } = player
  await page.mouse.dblclick(480, 200)
  await page.waitForFunction(() => document.fullscreenElement !== null)
  await page.mouse.dblclick(480, 200)
  await page.waitForFunction(() => document.fullscreenElement === null)
  await player.pause()
  const { time } = await state(page)
  const finger = await page.context().newCDPSession(page)
  // The times are the finger's own: on a busy machine it would be two single taps.
  const twice = async (x: number) => {
    const now = Date.now() / 1000
    for (const at of [now, now + 0.1]) {
      const touch = { type: 'touchStart' as const, touchPoints: [{ x, y: 200 }], timestamp: at }
      await finger.send('Input.dispatchTouchEvent', touch)
      const lift = { type: 'touchEnd' as const, touchPoints: [], timestamp: at + 0.03 }
      await finger.send('Input.dispatchTouchEvent', lift)
    }
  }
  await twice(850)
  await player.until('ten seconds on', (now) => Math.abs(now.time - time - 10) < 0.5)
  await twice(480)
  await twice(100)
  await player.until('ten seconds back', (now) => Math.abs(now.time - time) < 0.5)
  t.equal(await page.evaluate(() => document.fullscreenElement), null)
})

t.test(
  'speed, sound and captions are remembered on the device, and outlive the engine',
  async (t) => {
    const player = await playing(t)
    const { page } = player
    await page.locator('matinee-player .gear:not(.captions)').click()
    await page.getByLabel(playerWords('speed')).selectOption('1.5')
    await page
      .getByRole('combobox', { name: playerWords('captions'), exact: true })
      .selectOption('en')
    await page.getByLabel(playerWords('captionSize')).selectOption('1.5')
    await page.getByLabel(playerWords('captionColour')).selectOption('yellow')
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      Object.assign(video, { volume: 0.4, muted: true })
    })
    const wanted = { speed: 1.5, volume: 0.4, muted: true, captions: 'en' }
    await page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).reload())
    await player.watch(1)
    t.match(await state(page), wanted, 'after another engine has begun')
    await page.reload()
    await page.evaluate(async () => {
      const script = document.createElement('script')
      Object.assign(script, { type: 'module', src: '/matinee-player.js' })
      document.head.append(script)
      document.body.innerHTML = '<matinee-player video-id="film" autoplay engine="hls.js">'
      await customElements.whenDefined('matinee-player')
    })
    await player.watch(1)
    t.match(await state(page), wanted, 'after the page was loaded again')
    const cue = await page.evaluate(
      () =>
        document.querySelector('matinee-player')?.shadowRoot?.adoptedStyleSheets[1]?.cssRules[0]
          ?.cssText,
    )
    t.match(cue, /color: yellow/)
  },
)

t.test('a seek to the very end ends the film, from everywhere', async (t) => {
  const player = await openPlayer(t)
  await player.load()
  await player.until('metadata', ({ view }) => view.phase !== 'idle')
  await player.page.waitForFunction(
    () => (document.querySelector('matinee-player') as MatineePlayer).video.readyState > 0,
  )
  await player.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    video.currentTime = video.duration
  })
  await player.until('the end', ({ view }) => view.phase === 'ended')
  await player.page.getByRole('button', { name: playerWords('watchAgain') }).click()
  await player.until('the beginning', (now) => now.time < 10 && now.view.phase === 'playing')
  await player.page.keyboard.press('End')
  await player.until('the end again', ({ view }) => view.phase === 'ended')
})

t.test('a link to a place past the end begins at the end', async (t) => {
  const player = await openPlayer(t)
  await player.load({ start: '5000' })
  await player.until('the end', ({ view }) => view.phase === 'ended')
})

t.test('it begins where the page says, not where the viewer was', async (t) => {
  const player = await openPlayer(t)
  player.service.resumeSeconds = 33
  await player.load({ start: '12' })
  const { time } = await player.until('playing', ({ view }) => view.phase === 'playing')
  t.ok(time >= 12 && time < 16, `began at ${time}`)
})

t.test('who goes back from the end watches on from there', async (t) => {
  const player = await openPlayer(t)
  await player.load({ start: '63', 'page-keys': '' })
  await player.until('the end', ({ view }) => view.phase === 'ended')
  await player.page.keyboard.press('5')
  const { time } = await player.until('playing', ({ view }) => view.phase === 'playing')
  t.ok(time >= 32 && time < 40, `it plays at ${time}`)
  await player.until('the end put away', ({ view, paused }) => view.phase === 'playing' && !paused)
  t.equal(await player.page.locator('matinee-player .end').isVisible(), false)
})

t.test('at the end other films are offered, and the page may go there itself', async (t) => {
  const player = await playing(t)
  const { page } = player
  await page.evaluate(() => {
    const player = document.querySelector('matinee-player') as MatineePlayer
    player.more = [{ href: '#dusk', title: 'Dusk', posterUrl: null }]
    document.addEventListener('matinee-choose', (event) => event.preventDefault(), { once: true })
  })
  const heard = await player.listen('matinee-choose')
  await player.seek(63)
  await player.until('the end', ({ view }) => view.phase === 'ended')
  const link = page.getByRole('link', { name: 'Dusk' })
  await link.click()
  t.match(await heard(), [{ film: { href: '#dusk', title: 'Dusk' } }])
  t.equal(new URL(page.url()).hash, '')
  await link.click()
  t.equal(new URL(page.url()).hash, '#dusk')
})

t.test('the lock screen knows the film, and may seek in it', async (t) => {
  const player = await openPlayer(t)
  await player.load({ 'film-title': 'Night Ferry', poster: '/poster.jpg' })
  await player.watch(1)
  const known = await player.page.evaluate(() => {
    const { title, artwork } = navigator.mediaSession.metadata ?? {}
    return { title, poster: artwork?.[0]?.src }
  })
  t.same(known, { title: 'Night Ferry', poster: `${player.service.origin}/poster.jpg` })
})

t.test(
  'where the browser insists it begins without sound, and one press turns that on',
  async (t) => {
    const player = await openPlayer(t)
    await player.page.addInitScript(() => {
      const { play } = HTMLMediaElement.prototype
      // What a test asks for counts as a gesture for the browser: here only a finger's does.
      let isPressed = false
      addEventListener('pointerdown', () => {
        isPressed = true
      })
      HTMLMediaElement.prototype.play = function insisting() {
        if (this.muted || isPressed) return play.call(this)
        return Promise.reject(new DOMException('Press something first.', 'NotAllowedError'))
      }
    })
    await player.load()
    await player.watch(1)
    t.equal((await state(player.page)).muted, true)
    await player.press(playerWords('turnSoundOn'))
    await until('sound', async () => !(await state(player.page)).muted)
    t.equal(await player.page.locator('matinee-player .sound-on').isVisible(), false)
    const kept = await player.page.evaluate(() => localStorage.getItem('matinee-player'))
    t.notMatch(kept ?? '', /"muted":true/, 'the silence was nobody’s wish')
  },
)

/** A film of so many pictures and so many seconds of sound. */
async function shortFilm(frames: number, soundSeconds: number) {
  const home = await cached('player-short', { frames, soundSeconds }, async (folder) => {
    const hls = ['-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod']
    hls.push('-hls_segment_type', 'fmp4', '-hls_segment_options', 'movflags=+cmaf')
    hls.push('-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', '%d.m4s', 'index.m3u8')
    const picture = ['-i', 'testsrc2=size=640x360:rate=24', '-frames:v', String(frames)]
    picture.push('-c:v', 'libx264', '-profile:v', 'baseline', '-pix_fmt', 'yuv420p')
    const sound = [
      '-i',
      `sine=sample_rate=48000:duration=${soundSeconds}`,
      '-c:a',
      'aac',
      '-ac',
      '2',
    ]
    for (const [name, made] of [
      ['360p', picture],
      ['audio', sound],
    ] as const) {
      await mkdir(join(folder, name))
      const args = ['-nostdin', '-v', 'error', '-f', 'lavfi', ...made, ...hls]
      const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'
      await promisify(execFile)(ffmpeg, args, { cwd: join(folder, name) })
    }
  })
  const { playlists } = await makeVideo()
  const text = playlists.get('main.m3u8') ?? ''
  const video: Video = { objects: new Map(), playlists: new Map() }
  video.playlists.set('main.m3u8', text.slice(0, text.lastIndexOf('#EXT-X-STREAM-INF')))
  for (const name of ['360p', 'audio']) {
    for (const file of await readdir(join(home, name))) {
      const bytes = await readFile(join(home, name, file))
      if (file === 'index.m3u8') video.playlists.set(`${name}/${file}`, bytes.toString())
      else video.objects.set(`${name}/${file}`, bytes)
    }
  }
  return video
}

for (const [frames, soundSeconds] of [
  [1, 0.125],
  [4, 0.1],
] as const) {
  t.test(
    `a film of ${frames} pictures and ${soundSeconds} s of sound plays and ends`,
    async (t) => {
      const player = await openPlayer(t)
      player.service.replace(await shortFilm(frames, soundSeconds))
      await player.load()
      await player.until('the end', ({ view }) => view.phase === 'ended')
    },
  )
}
