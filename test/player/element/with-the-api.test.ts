import { randomUUID } from 'node:crypto'
import t from 'tap'
import { accessWords } from '../../../contract/words/access.ts'
import type { MatineePlayer } from '../../../player/element/matinee-player.ts'
import { fullBuffer } from '../../fixtures/player/unseen.ts'
import { openApi } from '../../fixtures/player/with-api.ts'
import { addPlan, addSubscription } from '../../fixtures/rows.ts'

t.test('a stranger watches a free film from the private bucket', async (t) => {
  const api = await openApi(t)
  const video = await api.video({ free: true })
  const viewer = await api.viewer()
  await viewer.load({ 'video-id': video.id })
  const before = await viewer.watch(2)
  t.ok(before.frames > 0)
  await viewer.seek(40)
  await viewer.until('the other place', ({ time }) => time > 41)
  t.same([viewer.panels, viewer.complaints], [[], []])
})

t.test('a subscriber pauses for an hour and goes on; then the subscription ends', async (t) => {
  const api = await openApi(t)
  const video = await api.video()
  await addPlan(api.deps, [video.id])
  const member = await api.signUp('ana@films.example')
  const { id } = await addSubscription(api.deps, member.userId)
  const viewer = await api.viewer(member.cookies)
  await viewer.load({ 'video-id': video.id })
  await fullBuffer(viewer)
  await viewer.pause()
  api.deps.clock.advance(3600)
  const { time } = await viewer.glimpse()
  await viewer.seek(time + 28)
  await viewer.play()
  await viewer.watch(1)
  t.same(viewer.panels, [], 'no visible error')

  await api.deps.database.subscription.update({ where: { id }, data: { status: 'canceled' } })
  api.deps.clock.advance(61)
  await viewer.seek(60)
  const panel = await viewer.panel('paywall')
  t.equal(panel.title, accessWords('subscription_ended.title'))
  t.match(panel.buttons[0], /standard, \$9 a month/)
})

t.test('a preview ends with the offers; a stranger may sign in', async (t) => {
  const api = await openApi(t)
  const video = await api.video({ teaserSeconds: 8, rentAmount: 399 })
  const viewer = await api.viewer()
  await viewer.load({ 'video-id': video.id })
  await viewer.watch(1)
  await viewer.seek(5)
  const panel = await viewer.panel('teaser-end')
  t.same(panel.buttons.slice(1), ['Sign in', 'Watch the preview again'])
  t.match(panel.buttons[0], /^Rent for \$3\.99/)
})

t.test('on one device too many, another is stopped, and hears of it', async (t) => {
  const api = await openApi(t)
  const video = await api.video()
  await addPlan(api.deps, [video.id], { maxStreams: 1 })
  const member = await api.signUp('ana@films.example')
  await addSubscription(api.deps, member.userId)
  const sofa = await api.viewer(member.cookies)
  await sofa.load({ 'video-id': video.id })
  await sofa.watch(1)
  // It is not to come to the end of the film before it hears.
  await sofa.pause()
  const kitchen = await api.viewer(member.cookies)
  await kitchen.load({ 'video-id': video.id })
  const panel = await kitchen.panel('streams')
  t.equal(panel.title, 'Your plan is playing on another device')
  await kitchen.press('Stop ')
  await kitchen.watch(1)
  api.deps.clock.advance(61)
  await sofa.seek(60)
  t.equal((await sofa.panel('taken-over')).title, 'Playing on another device')
})

t.test('who cannot watch sees why, and what to do', async (t) => {
  const api = await openApi(t)
  const video = await api.video({ buyAmount: 1299 })
  const stranger = await api.viewer()
  await stranger.load({ 'video-id': video.id })
  t.same((await stranger.panel('sign-in')).buttons[0], 'Sign in')
  const member = await api.signUp('ana@films.example')
  const viewer = await api.viewer(member.cookies)
  await viewer.load({ 'video-id': video.id })
  t.match((await viewer.panel('paywall')).buttons, [/^Buy for \$12\.99/])
  const nobody = await api.viewer()
  await nobody.load({ 'video-id': randomUUID() })
  await nobody.panel('not-found')
})

t.test('the position is kept for the next device', async (t) => {
  const api = await openApi(t)
  const video = await api.video()
  await addPlan(api.deps, [video.id])
  const member = await api.signUp('ana@films.example')
  await addSubscription(api.deps, member.userId)
  const first = await api.viewer(member.cookies)
  await first.load({ 'video-id': video.id })
  await first.watch(1)
  await first.seek(40)
  await first.until('40 s', ({ time }) => time > 41)
  const { time } = await first.glimpse()
  await first.page.close({ runBeforeUnload: true })
  const second = await api.viewer(member.cookies)
  await second.load({ 'video-id': video.id })
  const resumed = await second.until('playing', ({ view }) => view.phase === 'playing')
  t.ok(Math.abs(resumed.time - time) < 3, `left at ${time}, resumed at ${resumed.time}`)
})

t.test('an access token that ran out long ago makes no stranger of a subscriber', async (t) => {
  const api = await openApi(t)
  const video = await api.video({ teaserSeconds: 8 })
  await addPlan(api.deps, [video.id])
  const member = await api.signUp('ana@films.example')
  await addSubscription(api.deps, member.userId)
  const viewer = await api.viewer(member.cookies)
  await viewer.load({ 'video-id': video.id })
  await fullBuffer(viewer)
  await viewer.pause()
  api.deps.clock.advance(13 * 3600)
  await viewer.seek(50)
  await viewer.play()
  await viewer.until('the film past its teaser', ({ time }) => time > 51)
  t.same(viewer.panels, [])
  await viewer.page.evaluate(() => document.querySelector('matinee-player')?.remove())
  api.deps.clock.advance(3600)
  await viewer.page.evaluate((id) => {
    const player = document.createElement('matinee-player')
    for (const [name, value] of [
      ['video-id', id],
      ['autoplay', ''],
    ]) {
      player.setAttribute(String(name), String(value))
    }
    document.body.append(player)
  }, video.id)
  const { time } = await viewer.until('playing', ({ view }) => view.phase === 'playing')
  t.ok(time > 40, 'and it goes on from where it was left')
})

t.test('of what was watched before a tab was killed at most ten seconds are lost', async (t) => {
  const api = await openApi(t)
  const video = await api.video({ free: true })
  const member = await api.signUp('ana@films.example')
  const first = await api.viewer(member.cookies)
  await first.load({ 'video-id': video.id })
  await first.until('playing', ({ view }) => view.phase === 'playing')
  await first.page.evaluate(() => {
    const { video } = document.querySelector('matinee-player') as MatineePlayer
    video.playbackRate = 4
  })
  const { time } = await first.until('half a minute', (now) => now.time > 30)
  const crashed = first.page.waitForEvent('crash')
  const tab = await first.page.context().newCDPSession(first.page)
  tab.send('Page.crash').catch(() => undefined)
  await crashed
  const second = await api.viewer(member.cookies)
  await second.load({ 'video-id': video.id })
  const resumed = await second.until('playing', ({ view }) => view.phase === 'playing')
  t.ok(resumed.time > time - 10, `killed at ${time}, resumed at ${resumed.time}`)
})
