import t from 'tap'
import {
  besidePoster,
  captionKey,
  encodePrefix,
  initKey,
  originalKey,
  posterKey,
  renditionPrefix,
  segmentKey,
  storyboardKey,
  uploadedPosterKey,
  videoPrefixes,
  wholePosterKey,
} from '../../server/catalog/object-keys.ts'

const video = '01936d2e-0000-7000-8000-000000000001'
const encode = '01936d2e-0000-7000-8000-00000000000e'

t.test('every object has its place', async (t) => {
  const prefix = renditionPrefix(video, encode, '720p')
  t.equal(prefix, `videos/${video}/${encode}/720p`)
  t.equal(initKey(prefix), `videos/${video}/${encode}/720p/init.mp4`)
  t.equal(segmentKey(prefix, 0), `videos/${video}/${encode}/720p/0.m4s`)
  t.equal(segmentKey(prefix, 1799), `videos/${video}/${encode}/720p/1799.m4s`)
  t.equal(originalKey(video, encode), `originals/${video}/${encode}`)
  t.equal(posterKey(video, encode), `videos/${video}/${encode}/poster.jpg`)
  t.equal(storyboardKey(video, encode, 3), `videos/${video}/${encode}/storyboard/3.jpg`)
  t.equal(captionKey(video, encode), `videos/${video}/captions/${encode}.vtt`)
  t.equal(uploadedPosterKey(video, encode), `videos/${video}/posters/${encode}.jpg`)
})

t.test('what lies beside a poster is told from it, and it from them', async (t) => {
  const poster = posterKey(video, encode)
  const all = besidePoster(poster)
  const names = all.map((key) => key.replace(/.*\//, ''))
  t.same(names.toSorted(), [
    ...['poster-320.avif', 'poster-320.jpg', 'poster-320.webp', 'poster-640.avif'],
    ...['poster-640.jpg', 'poster-640.webp', 'poster.avif', 'poster.webp'],
  ])
  for (const key of all) t.equal(wholePosterKey(key), poster)
  t.equal(wholePosterKey(poster), poster)
  for (const key of [storyboardKey(video, encode, 3), captionKey(video, encode)])
    t.equal(wholePosterKey(key), key)
})

t.test('all of a film lies below its two prefixes, and an encode below its own', async (t) => {
  const keys = [
    originalKey(video, encode),
    segmentKey(renditionPrefix(video, encode, 'audio-de'), 2),
    posterKey(video, encode),
    captionKey(video, encode),
    uploadedPosterKey(video, encode),
  ]
  for (const key of keys)
    t.ok(
      videoPrefixes(video).some((prefix) => key.startsWith(prefix)),
      key,
    )
  t.ok(posterKey(video, encode).startsWith(encodePrefix(video, encode)))
})

t.test('nothing that could lead elsewhere becomes part of a key', async (t) => {
  for (const bad of ['', '..', '../x', 'a/b', 'A', 'x%2f', '-a', 'a-', 'ä'])
    t.throws(() => renditionPrefix(video, encode, bad), RangeError, bad)
  t.throws(() => originalKey('../secrets', encode), RangeError)
  t.throws(() => videoPrefixes(''), RangeError)
  for (const index of [-1, 1.5, Number.NaN]) t.throws(() => segmentKey('p', index), RangeError)
})
