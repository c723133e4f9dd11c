import t from 'tap'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { likedAmong } from '../../../player/element/tools/liked-sound.ts'
import { openPlayer, type TestPlayer } from '../../fixtures/player/player.ts'
import { makeVideo, type Video } from '../../fixtures/player/video.ts'

t.test('what is liked is found by language and name, and else by language alone', async (t) => {
  const sound = (language: string, label: string) => ({ language, label })
  const film = [sound('en', 'English'), sound('fr', 'Pour aveugles'), sound('fr', 'Français')]
  t.equal(likedAmong(film, sound('fr', 'Français')), 2)
  t.equal(likedAmong(film, sound('fr-CA', 'Québécois')), 1)
  t.equal(likedAmong(film, sound('de', 'Français')), -1)
  t.equal(likedAmong([sound('', 'One'), sound('', 'Two')], sound('', 'Two')), 1)
  t.equal(likedAmong(film, sound('', 'Two')), -1)
})

/** The same film in these languages, as many times the same sound. */
function spokenIn(video: Video, languages: string[]): Video {
  const [playlists, objects] = [new Map(video.playlists), new Map(video.objects)]
  const main = playlists.get('main.m3u8') ?? ''
  const line = /^#EXT-X-MEDIA:TYPE=AUDIO.*$/m
  const nameOf = (index: number) => (index === 0 ? 'audio' : `audio-${index}`)
  const lines = languages.map((language, index) =>
    (line.exec(main)?.[0] ?? '')
      .replace('NAME="Sound"', `NAME="In ${language}",LANGUAGE="${language}"`)
      .replace('DEFAULT=YES', index === 0 ? 'DEFAULT=YES' : 'DEFAULT=NO')
      .replace('audio/index', `${nameOf(index)}/index`),
  )
  playlists.set('main.m3u8', main.replace(line, lines.join('\n')))
  for (const index of languages.keys()) {
    playlists.set(`${nameOf(index)}/index.m3u8`, playlists.get('audio/index.m3u8') ?? '')
    for (const [key, bytes] of video.objects)
      if (key.startsWith('audio/')) objects.set(key.replace('audio', nameOf(index)), bytes)
  }
  return { playlists, objects }
}

const heard = ({ page }: TestPlayer) =>
  page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    const { audioTracks } = video as unknown as {
      audioTracks: Iterable<{ label: string; enabled: boolean }>
    }
    return [...audioTracks].filter(({ enabled }) => enabled).map(({ label }) => label)
  })

const choose = async ({ page }: TestPlayer, label: string) => {
  const inside = page.locator('matinee-player')
  await inside.getByRole('button', { name: 'Settings', exact: true }).click()
  await inside.getByRole('combobox', { name: 'Sound', exact: true }).selectOption(label)
  await page.keyboard.press('Escape')
}

t.test('the sound that was chosen goes on over restarts, and in other films', async (t) => {
  const player = await openPlayer(t)
  const { page, service } = player
  const film = await makeVideo()
  service.replace(spokenIn(film, ['en', 'fr', 'de']))
  await player.load()
  await player.watch(1)
  t.same(await heard(player), ['In en'], 'the film begins with its own')
  await choose(player, 'In fr')
  await player.watch(1)
  t.same(await heard(player), ['In fr'])

  await page.evaluate(() => (document.querySelector('matinee-player') as MatineePlayer).reload())
  await player.until('the next session', () => service.leases.length === 2)
  await player.watch(1)
  t.same(await heard(player), ['In fr'], 'another session of the same film')

  await player.seek(0)
  await page.evaluate(() => {
    document.querySelector('matinee-player')?.remove()
    const waiting = document.createElement('matinee-player')
    waiting.setAttribute('engine', 'hls.js')
    waiting.setAttribute('video-id', 'film')
    document.body.append(waiting)
  })
  await player.until('the button to play', ({ view }) => view.phase === 'ready')
  await page.locator('matinee-player .first-play').click()
  await player.watch(1)
  t.same(await heard(player), ['In fr'], 'also where it is still to be played')

  const open = async (languages: string[]) => {
    service.replace(spokenIn(film, languages))
    service.requests.length = 0
    await page.evaluate(() => {
      document.querySelector('matinee-player')?.remove()
      const next = document.createElement('matinee-player')
      next.setAttribute('autoplay', '')
      next.setAttribute('engine', 'hls.js')
      next.setAttribute('video-id', 'film')
      document.body.append(next)
    })
    await player.watch(1)
    return heard(player)
  }
  t.same(await open(['en', 'de', 'fr-CA']), ['In fr-CA'], 'another film')
  t.equal(service.count('GET /play/:token/audio/urls'), 0, 'nothing of its own is asked for first')
  t.same(await open(['en', 'de']), ['In en'], 'one without it begins with its own')
  t.same(await open(['en', 'de', 'fr']), ['In fr'], 'and changes no liking')
  t.same(player.complaints, [])
})
