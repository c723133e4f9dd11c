import t from 'tap'
import { masterPlaylist } from '../../server/playback/master-playlist.ts'
import {
  defaultAudio,
  defaultVideo,
  type PlaylistRendition,
} from '../../server/playback/playlist-renditions.ts'

const video = (name: string, averageBandwidth: number, width: number, height: number) =>
  ({
    name,
    kind: 'video',
    codecs: 'avc1.64001f',
    width,
    height,
    frameRate: 23.976023976,
    language: null,
    channels: null,
    bandwidth: averageBandwidth * 2,
    averageBandwidth,
  }) satisfies PlaylistRendition
const sound = (name: string, language: string | null) =>
  ({
    ...video(name, 128_000, 0, 0),
    kind: 'audio',
    codecs: 'mp4a.40.2',
    width: null,
    height: null,
    frameRate: null,
    language,
    channels: 2,
  }) satisfies PlaylistRendition

const ladder = [
  video('1080p', 5_000_000, 1920, 1080),
  video('360p', 600_000, 640, 360),
  video('720p', 2_300_000, 1280, 720),
]

t.test(
  'the master playlist begins with the variant near 2 Mb/s, then goes down from the best',
  async (t) => {
    const text = masterPlaylist([...ladder, sound('audio', 'en')], [])
    const uris = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    t.same(uris, ['720p/index.m3u8', '1080p/index.m3u8', '360p/index.m3u8'])
  },
)

t.test('a variant is announced with its own and its sound’s weight', async (t) => {
  const text = masterPlaylist([...ladder, sound('audio', 'en')], [])
  t.match(
    text,
    '#EXT-X-STREAM-INF:BANDWIDTH=4856000,AVERAGE-BANDWIDTH=2428000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=23.976,AUDIO="audio",CLOSED-CAPTIONS=NONE\n720p/index.m3u8\n',
  )
  t.ok(text.startsWith('#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n'))
})

t.test('every sound track is named, and the first is the default', async (t) => {
  const text = masterPlaylist([...ladder, sound('audio', 'en'), sound('audio-de', 'de')], [])
  t.match(
    text,
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio/index.m3u8"',
  )
  t.match(text, 'NAME="German",LANGUAGE="de",DEFAULT=NO')
  for (const language of [null, 'und', '?!']) {
    t.match(masterPlaylist([...ladder, sound('audio', language)], []), 'URI="audio/index.m3u8"')
  }
  t.notMatch(masterPlaylist([...ladder, sound('audio', 'und')], []), 'LANGUAGE')
})

t.test('tracks are named by their titles, and those for the blind are marked', async (t) => {
  const described = { ...sound('audio-en', 'en'), label: 'Audio Description' }
  const text = masterPlaylist([...ladder, sound('audio', 'en'), described], [])
  t.match(text, 'NAME="Audio Description",LANGUAGE="en",DEFAULT=NO')
  t.match(text, 'CHARACTERISTICS="public.accessibility.describes-video"')
  t.equal(text.match(/CHARACTERISTICS/g)?.length, 1)
})

t.test('5.1 is a group of its own, with every language in it, for the same variants', async (t) => {
  const surround = { ...sound('audio-surround', 'en'), channels: 6, averageBandwidth: 320_000 }
  const tracks = [sound('audio', 'en'), sound('audio-de', 'de'), surround]
  const text = masterPlaylist([...ladder, ...tracks], [])
  const media = text.split('\n').filter((line) => line.startsWith('#EXT-X-MEDIA'))
  t.same(
    media.map((line) => [
      ...[/GROUP-ID="(.*?)"/, /CHANNELS="(.*?)"/, /URI="(.*?)\/index/].map(
        (of) => of.exec(line)?.[1],
      ),
    ]),
    [
      ['audio', '2', 'audio'],
      ['audio', '2', 'audio-de'],
      ['surround', '6', 'audio-surround'],
      ['surround', '2', 'audio-de'],
    ],
  )
  const variants = text.split('\n').filter((line) => line.startsWith('#EXT-X-STREAM-INF'))
  t.equal(variants.length, 2 * ladder.length)
  t.equal(new Set(variants.map((line) => line.replace(/AUDIO="\w+"/, ''))).size, ladder.length)
})

t.test('captions come as a group, and no label can break out of its quotes', async (t) => {
  const captions = [
    { language: 'en', label: 'English "SDH"\n#EXT-X-ENDLIST' },
    { language: 'pt-BR', label: 'Português' },
  ]
  const text = masterPlaylist([...ladder, sound('audio', 'en')], captions)
  t.match(text, 'NAME="English  SDH  #EXT-X-ENDLIST",LANGUAGE="en"')
  t.match(text, 'URI="captions-pt-BR/index.m3u8"')
  const unknown = masterPlaylist(ladder, [{ language: 'und', label: 'Captions' }])
  t.notMatch(unknown, 'LANGUAGE', 'what nobody has said is left out')
  t.match(text, 'SUBTITLES="captions"')
})

t.test('a silent film has no sound group, and sound alone is a variant', async (t) => {
  t.notMatch(masterPlaylist(ladder, []), 'AUDIO')
  const radio = masterPlaylist([sound('audio', 'en')], [])
  t.notMatch(radio, 'EXT-X-MEDIA')
  t.match(radio, 'CODECS="mp4a.40.2",CLOSED-CAPTIONS=NONE\naudio/index.m3u8\n')
})

t.test('play begins with the variant nearest to 2 Mb/s', async (t) => {
  t.equal(defaultVideo(ladder)?.name, '720p')
  t.equal(defaultVideo([sound('audio', null)]), undefined)
  t.equal(defaultAudio([...ladder, sound('audio', null), sound('audio-de', 'de')])?.name, 'audio')
})

t.test('key frames have a playlist of their own where they are known', async (t) => {
  const [best, ...others] = ladder
  if (best === undefined) throw new Error('there is one')
  const keyFrames = { bandwidth: 400_000, averageBandwidth: 300_000 }
  const text = masterPlaylist([{ ...best, keyFrames }, ...others], [])
  t.same(text.match(/#EXT-X-I-FRAME-STREAM-INF.*/g), [
    '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=400000,AVERAGE-BANDWIDTH=300000,CODECS="avc1.64001f",RESOLUTION=1920x1080,URI="1080p/keys.m3u8"',
  ])
})
