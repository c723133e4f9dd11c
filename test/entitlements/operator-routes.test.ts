import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const day = 86_400

t.test('a granted plan gives its films until its end, and is audited', async (t) => {
  const billing = await openBilling(t)
  const { clock, database } = billing.services
  const [operator, member] = [await billing.signUp('admin'), await billing.signUp()]
  const until = new Date(clock.now().getTime() + 10 * day * 1000).toISOString()
  const path = `/api/studio/users/${member.id}/grants`
  const given = await operator.post(path, { planId: 'standard', until, reason: 'press' })
  t.equal(given.status, 201)
  t.match(given.body, {
    planId: 'standard',
    videoId: null,
    until,
    reason: 'press',
    grantedById: operator.id,
    revokedAt: null,
  })
  t.equal(await member.access(), 'granted')
  const subject = `user:${member.id}`
  t.match(await database.auditEntry.findMany({ where: { subject, action: 'grant.given' } }), [
    { actorId: operator.id, details: { planId: 'standard', reason: 'press' } },
  ])
  clock.advance(10 * day)
  t.equal(await member.access(), 'grant_ended')
})

t.test('a grant of a film can be taken back', async (t) => {
  const billing = await openBilling(t)
  const [operator, member] = [await billing.signUp('admin'), await billing.signUp()]
  const path = `/api/studio/users/${member.id}/grants`
  const { body } = await operator.post(path, { videoId: billing.video, reason: 'friend' })
  t.equal(await member.access(), 'granted')
  t.equal((await operator.del(`${path}/${body.id}`)).status, 204)
  t.equal(await member.access(), 'grant_ended')
  t.equal((await operator.del(`${path}/${body.id}`)).status, 204, 'again changes nothing')
  t.match((await operator.get(path)).body, { grants: [{ id: body.id, revokedAt: String }] })
  const other = `/api/studio/users/${operator.id}/grants/${body.id}`
  t.equal((await operator.del(other)).status, 404, "not as another's")
})

t.test('what makes no sense is refused', async (t) => {
  const billing = await openBilling(t)
  const [operator, member] = [await billing.signUp('admin'), await billing.signUp()]
  const path = `/api/studio/users/${member.id}/grants`
  const post = async (body: object, url = path) => (await operator.post(url, body)).status
  const reason = 'press'
  t.equal(await post({ reason }), 400)
  t.equal(await post({ planId: 'standard', videoId: billing.video, reason }), 400)
  t.equal(await post({ planId: 'standard' }), 400, 'no reason')
  t.equal(await post({ planId: 'standard', reason: '' }), 400)
  t.equal(await post({ planId: 'standard', reason, until: 'tomorrow' }), 400)
  t.equal(await post({ planId: 'standard', reason, until: '2020-01-01T00:00:00Z' }), 400)
  t.equal(await post({ planId: 'gold', reason }), 404)
  t.equal(await post({ videoId: member.id, reason }), 404)
  const nobody = '/api/studio/users/0198c0de-0000-7000-8000-000000000001/grants'
  t.equal(await post({ planId: 'standard', reason }, nobody), 404)
  t.equal(await post({ planId: 'standard', reason }, '/api/studio/users/me/grants'), 400)
  t.equal(await billing.services.database.grant.count(), 0)
  const asMember = await member.post(path, { planId: 'standard', reason })
  t.match(asMember, { status: 403, body: { code: 'FORBIDDEN' } })
})

t.test('an operator is told why, with every fact', async (t) => {
  const billing = await openBilling(t)
  const [operator, member] = [await billing.signUp('admin'), await billing.signUp()]
  const ask = () => operator.get(`/api/studio/users/${member.id}/access/${billing.video}`)
  t.match((await ask()).body, {
    decision: { allowed: false, because: 'not_entitled', until: null, offers: [{ kind: 'plan' }] },
    maxStreams: 2,
    considered: [],
  })
  await member.subscribe('standard')
  const { body } = await ask()
  t.match(body, {
    decision: { allowed: true, because: 'subscription', planId: 'standard', until: String },
    maxStreams: 2,
    considered: [{ what: 'subscription to standard, active', holds: true }],
    facts: {
      viewer: { id: member.id, subscriptions: [{ status: 'active', items: [{ quantity: 1 }] }] },
      video: { id: billing.video, planIds: ['premium', 'standard'] },
    },
  })
  const missing = await operator.get(`/api/studio/users/${member.id}/access/${member.id}`)
  t.equal(missing.status, 404)
  t.equal((await member.get(`/api/studio/users/${member.id}/access/${billing.video}`)).status, 403)
})
