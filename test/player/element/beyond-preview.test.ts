import t from 'tap'
import type { Access } from '../../../contract/access.ts'
import { BeyondPreview } from '../../../player/element/source/beyond-preview.ts'
import { allowed, refused } from '../site/fake-videos.ts'

/** The film beyond a preview, for whom the API answers so. */
function setUp(access: Access) {
  const state = { access, asked: 0 }
  const beyond = new BeyondPreview(async () => {
    state.asked++
    return state.access
  })
  return { state, beyond }
}

t.test('what begins where the preview ends is beyond it, what begins before is not', async (t) => {
  const { beyond } = setUp(refused('not_entitled'))
  t.equal(beyond.has({ start: 56 }, 60), false)
  t.equal(beyond.has({ start: 59.98 }, 60), false)
  t.equal(beyond.has({ start: 59.999999 }, 60), true, 'lengths are rounded')
  t.equal(beyond.has({ start: 60 }, 60), true)
  t.equal(beyond.has({ start: 60 }, null), false, 'all may be watched')
})

t.test('picture and sound are refused by one question', async (t) => {
  const { state, beyond } = setUp(refused('not_entitled'))
  const both = [beyond.admit(), beyond.admit()]
  for (const one of both) {
    const error = await one.catch((thrown: unknown) => thrown)
    t.match(error, { problem: { code: 'PAYMENT_REQUIRED', reason: 'not_entitled' } })
  }
  t.equal(state.asked, 1)
})

t.test('who has paid meanwhile watches on, and is not asked about again', async (t) => {
  const { state, beyond } = setUp(refused('not_entitled'))
  await t.rejects(beyond.admit())
  state.access = allowed('subscription')
  await beyond.admit()
  t.equal(state.asked, 2)
  t.equal(beyond.has({ start: 64 }, 60), false, 'or each segment would cost a question')
})
