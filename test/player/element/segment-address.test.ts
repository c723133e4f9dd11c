import t from 'tap'
import {
  renditionOf,
  segmentAddress,
  underToken,
} from '../../../player/element/source/segment-address.ts'

t.test('a fragment is known by its playlist and its number', (t) => {
  const baseurl = 'https://films.example/play/abc.DEF-1_2/720p/index.m3u8'
  t.same(segmentAddress({ baseurl, sn: 17 }), { rendition: '720p', index: 17 })
  t.same(segmentAddress({ baseurl, sn: 0 }), { rendition: '720p', index: 0 })
  t.same(segmentAddress({ baseurl, sn: 'initSegment' }), { rendition: '720p', index: 'init' })
  t.end()
})

t.test('a path without an origin and an escaped name are read alike', (t) => {
  const baseurl = '/play/token/audio%2Dde/index.m3u8?x=/play/a/b/'
  t.same(segmentAddress({ baseurl, sn: 3 }), { rendition: 'audio-de', index: 3 })
  t.end()
})

t.test('a playlist tells whose it is; that of all tells nobody', (t) => {
  t.equal(renditionOf('https://films.example/play/token/audio%2Dde/index.m3u8'), 'audio-de')
  t.equal(renditionOf('/play/token/main.m3u8'), undefined)
  t.end()
})

for (const baseurl of ['https://films.example/video.m3u8', '/play/token/main.m3u8', '/play//']) {
  t.test(`${baseurl} is refused`, (t) => {
    t.throws(() => segmentAddress({ baseurl, sn: 1 }), { message: /not a rendition/ })
    t.end()
  })
}

t.test('an address moves to another token', (t) => {
  t.equal(
    underToken('https://films.example/play/old/720p/index.m3u8', 'new'),
    'https://films.example/play/new/720p/index.m3u8',
  )
  t.equal(underToken('/play/old/main.m3u8', '$&'), '/play/$&/main.m3u8', 'whatever the token holds')
  t.end()
})
