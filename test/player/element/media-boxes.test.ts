import t from 'tap'
import { isWholeMedia } from '../../../player/element/source/media-boxes.ts'

/** A box of so many bytes, header and all. */
function box(type: string, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  new DataView(bytes.buffer).setUint32(0, size)
  bytes.set(new TextEncoder().encode(type), 4)
  return bytes
}

const joined = (...pieces: Uint8Array[]) => new Uint8Array(Buffer.concat(pieces)).buffer
const segment = () => [box('styp', 24), box('moof', 100), box('mdat', 5000)]

t.test('segments and initialization segments are media', async (t) => {
  t.ok(isWholeMedia(joined(...segment())))
  t.ok(isWholeMedia(joined(box('ftyp', 28), box('moov', 700))))
  t.ok(isWholeMedia(joined(box('moof', 8), box('mdat', 8))), 'also the smallest')
})

t.test('a box may say its size in 64 bits, or leave it to the end of the file', async (t) => {
  const long = box('mdat', 40)
  const view = new DataView(long.buffer)
  view.setUint32(0, 1)
  view.setBigUint64(8, 40n)
  t.ok(isWholeMedia(joined(box('moof', 16), long)))
  view.setBigUint64(8, 41n)
  t.notOk(isWholeMedia(joined(box('moof', 16), long)))
  const last = box('mdat', 40)
  new DataView(last.buffer).setUint32(0, 0)
  t.ok(isWholeMedia(joined(box('moof', 16), last)))
})

t.test('what broke off anywhere is not whole', async (t) => {
  const whole = joined(...segment())
  for (const length of [0, 4, 12, 24 + 50, 24 + 100, whole.byteLength - 1]) {
    const wanted = length === 24 + 100
    t.equal(isWholeMedia(whole.slice(0, length)), wanted, `${length} bytes`)
  }
})

t.test('pages, texts and zeros are not media', async (t) => {
  for (const text of [
    '<!doctype html><title>Sign in to the hotel</title>',
    '{"code":"x"}',
    '   ',
  ]) {
    t.notOk(isWholeMedia(joined(Buffer.from(text))), text)
  }
  t.notOk(isWholeMedia(new ArrayBuffer(1000)))
  t.notOk(isWholeMedia(joined(box('html', 100))))
  t.notOk(isWholeMedia(joined(box('moof', 20), box('mdat', 20), Buffer.from([0, 0, 0, 7]))))
})

t.test('a size that leads nowhere ends the look', async (t) => {
  const backwards = box('styp', 24)
  new DataView(backwards.buffer).setUint32(0, 4)
  t.notOk(isWholeMedia(joined(backwards)))
})
