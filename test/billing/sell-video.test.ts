import t from 'tap'
import { sellVideo } from '../../server/billing/checkout/sell-video.ts'
import { build } from '../fixtures/app.ts'
import { addUser, addVideo } from '../fixtures/rows.ts'

t.test('a film that is to go on show is on sale from that moment', async (t) => {
  const { services } = await build(t)
  const publishAt = new Date(services.clock.now().getTime() + 60_000)
  const draft = { published: false, publishedAt: null, publishAt, buyAmount: 900 }
  const { id } = await addVideo(services, draft)
  const user = await addUser(services)
  const sell = () => sellVideo(services, user.id, id, 'buy')
  services.clock.advance(59)
  await t.rejects(sell(), { code: 'NOT_FOUND' })
  services.clock.advance(1)
  t.match(await sell(), { subject: `video:${id}` })
})
