import t from 'tap'
import { CannotTranscode, cutShort, sentences } from '../../server/transcode/failures.ts'

t.test('every sentence is one for people: it begins large and ends', async (t) => {
  for (const sentence of [...Object.values(sentences), cutShort(1, 2)]) {
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
