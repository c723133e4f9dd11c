import t from 'tap'
import { decideAccess } from '../../server/entitlements/decide.ts'
import type { VideoTerms, ViewerFacts } from '../../server/entitlements/types.ts'
import {
  after,
  facts,
  grant,
  holding,
  periodEnd,
  periodStart,
  preview,
  purchase,
  rental,
  standard,
  subscription,
  video,
  viewer,
} from './build-facts.ts'

const now = after(periodStart, 3_600)
const archived: Partial<VideoTerms> = { archived: true, rentAmount: 399, buyAmount: 999 }
const coming: Partial<VideoTerms> = { published: false, publishAt: after(now, 60) }

const held: [what: string, held: Partial<ViewerFacts>, because: string | null][] = [
  ['a plan', { subscriptions: [subscription()] }, null],
  ['a gift of a plan', { grants: [grant({ plan: standard })] }, null],
  ['a gift of the film', { grants: [grant({ videoId: 'video' })] }, 'granted'],
  [
    'a gift of the film that has ended',
    { grants: [grant({ videoId: 'video', until: now })] },
    null,
  ],
  ['what was bought', { purchases: [purchase()] }, 'bought'],
  ['what was rented', { purchases: [rental()] }, 'rented'],
  ['a purchase of another film', { purchases: [purchase({ videoId: 'other' })] }, null],
  ['what was refunded', { purchases: [purchase({ status: 'refunded' })] }, null],
  ['a rental whose time is over', { purchases: [rental({ startBy: now })] }, null],
  ['a preview', { previews: [preview()] }, 'preview'],
  ['nothing', {}, null],
]

for (const [what, things, because] of held) {
  t.test(
    `of a film in the archive, ${what} ${because === null ? 'gives nothing' : 'holds'}`,
    (t) => {
      const decision = decideAccess(holding(things, archived), now)
      t.match(decision, { allowed: because !== null, because: because ?? 'archived', offers: [] })
      t.end()
    },
  )
}

t.test('a film in the archive is free to nobody, and operators see it', async (t) => {
  const terms = video({ ...archived, free: true })
  t.match(decideAccess(facts({ viewer: null, video: terms }), now), { because: 'archived' })
  t.match(decideAccess(facts({ video: terms }), now), { because: 'archived', offers: [] })
  const editor = viewer({ role: 'editor' })
  t.match(decideAccess(facts({ viewer: editor, video: terms }), now), { because: 'operator' })
})

t.test('a film that is to come is offered to nobody until its time', async (t) => {
  const terms = { ...coming, buyAmount: 999 }
  for (const things of [{}, { subscriptions: [subscription()] }, { purchases: [purchase()] }]) {
    const decision = decideAccess(holding(things, terms), now)
    t.match(decision, { allowed: false, because: 'coming', offers: [], at: after(now, 60) })
  }
  t.match(decideAccess(facts({ viewer: null, video: video(terms) }), now), { because: 'coming' })
  const free = facts({ video: video({ ...coming, free: true }) })
  t.match(decideAccess(free, now), { because: 'coming' })
  const subscribed = holding({ subscriptions: [subscription()] }, coming)
  t.match(decideAccess(subscribed, after(now, 59)), { because: 'coming' })
  t.match(decideAccess(subscribed, after(now, 60)), { because: 'subscription' })
})

t.test('a free film that is not on show is for those who may see it beforehand', async (t) => {
  const draft = video({ free: true, published: false })
  t.match(decideAccess(facts({ video: draft }), now), { allowed: false })
  t.match(decideAccess(facts({ viewer: viewer({ role: 'admin' }), video: draft }), now), {
    because: 'operator',
  })
  const guest = viewer({ previews: [preview()] })
  t.match(decideAccess(facts({ viewer: guest, video: draft }), now), { because: 'preview' })
})

t.test('a preview holds to the second, before all else that is held', async (t) => {
  const both = holding({ previews: [preview()], subscriptions: [subscription()] }, coming)
  t.match(decideAccess(both, now), { because: 'preview', until: periodEnd, linkId: 'link' })
  const alone = (changes: object) => holding({ previews: [preview(changes)] })
  t.match(decideAccess(alone({}), after(periodEnd, -1)), { allowed: true })
  t.match(decideAccess(alone({}), periodEnd), { because: 'preview_ended', endedAt: periodEnd })
  t.match(decideAccess(alone({ revokedAt: now }), now), { because: 'preview_ended' })
  t.match(decideAccess(alone({ revokedAt: after(now, 1) }), now), { allowed: true })
  t.match(decideAccess(alone({ videoId: 'other' }), now), { because: 'not_entitled' })
  const disabled = viewer({ previews: [preview()], disabledAt: now })
  t.match(decideAccess(facts({ viewer: disabled }), now), { because: 'account_disabled' })
})
