import t from 'tap'
import { endingOf, isUnpaid } from '../../server/playback/endings.ts'

const codes = {
  stopped: 'PLAYBACK_ENDED',
  expired: 'PLAYBACK_ENDED',
  signed_out: 'PLAYBACK_ENDED',
  kicked: 'PLAYBACK_ENDED',
  unpublished: 'PLAYBACK_ENDED',
  account_disabled: 'PLAYBACK_ENDED',
  replaced: 'PLAYBACK_ENDED',
  taken_over: 'STREAM_TAKEN_OVER',
  limit: 'STREAM_TAKEN_OVER',
  sign_in_required: 'PAYMENT_REQUIRED',
  not_entitled: 'PAYMENT_REQUIRED',
  payment_failed: 'PAYMENT_REQUIRED',
  payment_incomplete: 'PAYMENT_REQUIRED',
  subscription_paused: 'PAYMENT_REQUIRED',
  subscription_ended: 'PAYMENT_REQUIRED',
  plan_not_included: 'PAYMENT_REQUIRED',
  rental_expired: 'PAYMENT_REQUIRED',
  refunded: 'PAYMENT_REQUIRED',
  disputed: 'PAYMENT_REQUIRED',
  grant_ended: 'PAYMENT_REQUIRED',
}

t.test('every reason has its code and a sentence of its own', async (t) => {
  const sentences = new Set<string>()
  for (const [reason, code] of Object.entries(codes)) {
    const ending = endingOf(reason)
    t.equal(ending.code, code, reason)
    t.equal(ending.members.reason, reason)
    t.match(ending.message, /^[A-Z].*\.$/)
    sentences.add(ending.message)
  }
  t.equal(sentences.size, Object.keys(codes).length)
})

t.test('only where paying helps is there something to pay', async (t) => {
  const offers = [{ kind: 'portal' }] as const
  t.same(endingOf('refunded', offers).members, { reason: 'refunded', offers })
  t.same(endingOf('kicked', offers).members, { reason: 'kicked' })
  t.ok(isUnpaid('refunded'))
  t.notOk(isUnpaid('kicked'))
})

t.test('a reason from another version is refused rather than let through', async (t) => {
  const ending = endingOf('something_new')
  t.equal(ending.code, 'PAYMENT_REQUIRED')
  t.match(ending.message, /plan or a purchase/)
  t.equal(endingOf('toString').code, 'PAYMENT_REQUIRED')
})
