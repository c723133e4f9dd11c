import t from 'tap'
import { pause } from '../../../player/ui/pause.ts'

t.test('a pause ends by itself', async (t) => {
  await t.resolves(pause(1, new AbortController().signal))
})

t.test('a pause that nobody waits for any more ends at once, with the reason', async (t) => {
  const abort = new AbortController()
  const paused = pause(3_600_000, abort.signal)
  abort.abort(new Error('gone'))
  await t.rejects(paused, { message: 'gone' })
  await t.rejects(pause(3_600_000, abort.signal), { message: 'gone' }, 'also when it was so before')
})
