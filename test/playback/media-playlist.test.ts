import t from 'tap'
import {
  captionPlaylist,
  keyFramePlaylist,
  mediaPlaylist,
} from '../../server/playback/media-playlist.ts'

t.test('a media playlist lists its segments by number, below an init', async (t) => {
  t.equal(
    mediaPlaylist([4, 4.004, 1.2000001]),
    [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      '#EXT-X-INDEPENDENT-SEGMENTS',
      '#EXT-X-TARGETDURATION:4',
      '#EXT-X-PLAYLIST-TYPE:VOD',
      '#EXT-X-MAP:URI="init.mp4"',
      '#EXTINF:4,',
      '0.m4s',
      '#EXTINF:4.004,',
      '1.m4s',
      '#EXTINF:1.2,',
      '2.m4s',
      '#EXT-X-ENDLIST',
      '',
    ].join('\n'),
  )
})

t.test('the target duration covers the longest segment, rounded', async (t) => {
  t.match(mediaPlaylist([4, 4.5]), '#EXT-X-TARGETDURATION:5\n')
  t.match(mediaPlaylist([0.2]), '#EXT-X-TARGETDURATION:1\n')
})

t.test('a media playlist of three hours stays small', async (t) => {
  const text = mediaPlaylist(Array.from({ length: 2700 }, () => 4))
  t.ok(text.length < 60_000, `${text.length} characters`)
})

t.test('captions are one segment as long as the film', async (t) => {
  t.match(
    captionPlaylist(90.5),
    '#EXT-X-TARGETDURATION:91\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:90.5,\n0.vtt\n',
  )
})

t.test('key frames are listed by the bytes that show them', async (t) => {
  t.equal(
    keyFramePlaylist([
      { index: 0, offset: 0, bytes: 9_000, seconds: 2 },
      { index: 0, offset: 70_500, bytes: 8_000, seconds: 2 },
      { index: 1, offset: 0, bytes: 7_000, seconds: 2.5 },
    ]),
    [
      ...['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', '#EXT-X-TARGETDURATION:3'],
      ...['#EXT-X-PLAYLIST-TYPE:VOD', '#EXT-X-I-FRAMES-ONLY', '#EXT-X-MAP:URI="init.mp4"'],
      ...['#EXTINF:2,', '#EXT-X-BYTERANGE:9000@0', '0.m4s'],
      ...['#EXTINF:2,', '#EXT-X-BYTERANGE:8000@70500', '0.m4s'],
      ...['#EXTINF:2.5,', '#EXT-X-BYTERANGE:7000@0', '1.m4s', '#EXT-X-ENDLIST', ''],
    ].join('\n'),
  )
})
