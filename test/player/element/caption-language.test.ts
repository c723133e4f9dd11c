import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { openPlayer } from '../../fixtures/player/player.ts'
import { makeVideo } from '../../fixtures/player/video.ts'
import { until } from '../../fixtures/until.ts'

interface Reader {
  /** Of the player's part of the page, which is in English. */
  lang?: string
  /** What the browser is set to. */
  locale: string
  kept?: string
  /** What is spoken in the film. */
  heard?: string
  listed: string[]
  shown: string
}

const readers: Record<string, Reader> = {
  'the page': { locale: 'de-DE', listed: ['de', 'en'], shown: 'en' },
  'the player': { lang: 'fr-CA', locale: 'de-DE', listed: ['de', 'fr-FR', 'en'], shown: 'fr-FR' },
  'the browser': { lang: 'fr', locale: 'es-MX', listed: ['de', 'es', 'en'], shown: 'es' },
  'the page, to the letter': { locale: 'de', listed: ['en-GB', 'en'], shown: 'en' },
  'the sound': { lang: 'fr', locale: 'it', heard: 'pt', listed: ['de', 'pt'], shown: 'pt' },
  'the list, as its first': { lang: 'fr', locale: 'it', listed: ['de', 'pt'], shown: 'de' },
  'the viewer, by an earlier choice': {
    ...{ locale: 'en-US', kept: 'de', listed: ['en', 'de'], shown: 'de' },
  },
}

for (const [who, { lang, locale, kept, heard, listed, shown }] of Object.entries(readers)) {
  t.test(`the first captions are in the language of ${who}`, async (t) => {
    const player = await openPlayer(t, { locale })
    const { page, service } = player
    const url = '/play/token-1/captions-en/0.vtt'
    service.session = {
      captions: listed.map((language) => ({ language, label: language, url })),
    }
    const video = await makeVideo()
    const main = video.playlists.get('main.m3u8') ?? ''
    const spoken = main.replace('NAME="Sound"', `NAME="Sound",LANGUAGE="${heard}"`)
    if (heard !== undefined)
      service.replace({ ...video, playlists: new Map(video.playlists).set('main.m3u8', spoken) })
    await page.addInitScript(
      (text) => localStorage.setItem('matinee-player', text),
      JSON.stringify({ lastCaptions: kept }),
    )
    await player.load({ lang, 'page-keys': '' })
    await player.watch(1)
    await page.keyboard.press('c')
    const showing = await page.evaluate(() => {
      const { video } = document.querySelector('matinee-player') as MatineePlayer
      return [...video.textTracks].filter(({ mode }) => mode === 'showing').map((one) => one.label)
    })
    t.same(showing, [shown])
  })
}

t.test(
  'captions that are on are on in another region of their language, and off stays off',
  async (t) => {
    const player = await openPlayer(t, { locale: 'en-US' })
    const { page, service } = player
    const url = '/play/token-1/captions-en/0.vtt'
    service.session = { captions: [{ language: 'pt-BR', label: 'Português', url }] }
    await page.addInitScript(() => {
      if (localStorage.getItem('matinee-player') === null)
        localStorage.setItem(
          'matinee-player',
          JSON.stringify({ captions: 'pt', lastCaptions: 'pt' }),
        )
    })
    await player.load({ 'page-keys': '' })
    await player.watch(1)
    const shown = () =>
      page.evaluate(() => {
        const { video } = document.querySelector('matinee-player') as MatineePlayer
        return [...video.textTracks]
          .filter(({ mode }) => mode === 'showing')
          .map((one) => one.label)
      })
    t.same(await shown(), ['Português'])
    await page.keyboard.press('c')
    t.same(await shown(), [])
    const kept = () => page.evaluate(() => localStorage.getItem('matinee-player') ?? '')
    await until('the choice', async () => JSON.parse(await kept()).captions === null)
  },
)
