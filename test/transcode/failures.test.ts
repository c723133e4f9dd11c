import t from 'tap'
import { encodes } from '../../contract/words/en/server/encodes.ts'
import { CannotTranscode, cutShort, refuseCodec } from '../../server/transcode/failures.ts'

t.test('every sentence is one for people: it begins large and ends', async (t) => {
  const { 'encodes.soundTrack': _sound, 'encodes.textTrack': _texts, ...rest } = encodes
  const plain = Object.values(rest).filter((sentence) => typeof sentence === 'string')
  const made = [cutShort(1, 2), refuseCodec('sound').message, refuseCodec('picture', 'vvc').message]
  for (const sentence of [...plain, ...made]) {
    t.match(sentence, /^[A-Z].*\.$/)
    t.notMatch(sentence, /ffmpeg|codec|null|undefined/i)
  }
})

t.test('a film that ends early is told in the clock’s way', async (t) => {
  t.match(cutShort(12, 75), /of 1:15 only 0:12 are there/)
  t.match(cutShort(3599.6, 7325), /of 2:02:05 only 1:00:00 are there/)
})

t.test('what cannot be made carries the log for the operator', async (t) => {
  t.same(new CannotTranscode('No.', ['line']).log, ['line'])
  t.same(new CannotTranscode('No.').log, [])
})
