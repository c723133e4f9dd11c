import t from 'tap'
import { chooseEngine, nativeUrl } from '../../../player/element/engine/native.ts'

for (const [who, mediaSource, nativeHls, airPlay, engine] of [
  ['Chrome and Firefox', true, false, false, 'hls.js'],
  ['Chrome with HLS of its own', true, true, false, 'hls.js'],
  ['Safari', true, true, true, 'native'],
  ['an old iPhone', false, true, true, 'native'],
  ['a television with HLS alone', false, true, false, 'native'],
  ['a browser with AirPlay but no HLS', true, false, true, 'hls.js'],
  ['a browser with neither', false, false, false, 'none'],
] as const) {
  t.test(`${who}: ${engine}`, (t) => {
    t.equal(chooseEngine({ mediaSource, nativeHls, airPlay }), engine)
    t.end()
  })
}

t.test('the browser’s own player is told of no more than may be watched', (t) => {
  t.equal(nativeUrl('/play/token/main.m3u8', null), '/play/token/main.m3u8')
  t.equal(nativeUrl('/play/token/main.m3u8', 8), '/play/token/main.m3u8?end=preview')
  t.end()
})
