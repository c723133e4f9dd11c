import t from 'tap'
import { objectionTo, purposes } from '../../server/uploads/purposes.ts'
import { videoBytes } from '../fixtures/uploads.ts'

const vtt = Buffer.from('WEBVTT\n')
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])

t.test('a file may be what its purpose wants, and the refusal says what to upload', async (t) => {
  t.equal(objectionTo('video', videoBytes(20)), null)
  t.equal(objectionTo('poster', jpeg), null)
  t.equal(objectionTo('captions', vtt), null)
  t.match(objectionTo('video', vtt), /MP4, MOV, MKV or WebM/)
  t.match(objectionTo('poster', videoBytes(20)), /JPEG, PNG or WebP/)
  t.match(objectionTo('captions', jpeg), /\.vtt.*\.srt/)
})

t.test('types that browsers claim', async (t) => {
  const accepted = {
    video: ['video/mp4', 'video/quicktime', 'video/x-matroska', 'application/octet-stream'],
    poster: ['image/jpeg', 'image/png', 'image/webp'],
    captions: ['text/vtt', 'application/x-subrip', 'text/plain'],
  } as const
  for (const [purpose, types] of Object.entries(accepted)) {
    const { contentType } = purposes[purpose as keyof typeof accepted]
    for (const type of types) t.match(type, contentType, purpose)
    for (const type of ['text/html', 'image/svg+xml', 'video', 'video/mp4\r\nx: y']) {
      t.notMatch(type, contentType, purpose)
    }
  }
})
