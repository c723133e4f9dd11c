import * as fc from 'fast-check'
import t from 'tap'
import { fault, stand } from '../stand.ts'

t.test(
  'walking pages of any size in either direction gives every object once, in order',
  async (t) => {
    const { stripe } = await stand(t)
    const ids: string[] = []
    for (let index = 0; index < 23; index++)
      ids.unshift((await stripe.products.create({ name: `${index}` })).id)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const forward: string[] = []
        for (let cursor: string | undefined, more = true; more; cursor = forward.at(-1)) {
          const page = await stripe.products.list({ limit, starting_after: cursor })
          forward.push(...page.data.map(({ id }) => id))
          more = page.has_more
        }
        t.strictSame(forward, ids)

        const oldest = ids.at(-1) ?? ''
        const backward = [oldest]
        for (let more = true; more; ) {
          const page = await stripe.products.list({ limit, ending_before: backward[0] })
          backward.unshift(...page.data.map(({ id }) => id))
          more = page.has_more
        }
        t.strictSame(backward, ids)
      }),
      { numRuns: 12 },
    )
  },
)

t.test('the SDK’s own iteration sees every object, of a filtered list too', async (t) => {
  const { stripe } = await stand(t)
  const mine = await stripe.customers.create()
  const other = await stripe.customers.create()
  const wanted: string[] = []
  for (let index = 0; index < 7; index++) {
    for (const { id } of [mine, other]) {
      const intent = await stripe.paymentIntents.create({
        amount: 100,
        currency: 'usd',
        customer: id,
      })
      if (id === mine.id) wanted.unshift(intent.id)
    }
  }
  const seen: string[] = []
  for await (const { id } of stripe.paymentIntents.list({ customer: mine.id, limit: 2 }))
    seen.push(id)
  t.strictSame(seen, wanted)
})

t.test('limits are from 1 to 100, and cursors are of objects that are there', async (t) => {
  const { stripe } = await stand(t)
  for (const limit of [0, 101]) {
    t.match(await fault(stripe.products.list({ limit })), {
      code: 'parameter_invalid_integer',
      param: 'limit',
    })
  }
  t.match(await fault(stripe.products.list({ starting_after: 'prod_none' })), {
    statusCode: 400,
    code: 'resource_missing',
    param: 'starting_after',
  })
})

t.test('a page goes on after an object that was deleted meanwhile', async (t) => {
  const { stripe } = await stand(t)
  const made = [
    await stripe.products.create({ name: 'oldest' }),
    await stripe.products.create({ name: 'middle' }),
    await stripe.products.create({ name: 'newest' }),
  ]
  const [oldest, middle] = made
  await stripe.products.del(middle?.id ?? '')
  const page = await stripe.products.list({ starting_after: middle?.id })
  t.strictSame(
    page.data.map(({ id }) => id),
    [oldest?.id],
  )
})

t.test('lists are filtered by the second of creation', async (t) => {
  const { stripe, clock } = await stand(t)
  const start = clock.seconds
  for (let index = 0; index < 4; index++) {
    await stripe.products.create({ name: `${index}` })
    clock.pass({ seconds: 10 })
  }
  const names = async (
    created: number | { gt?: number; gte?: number; lt?: number; lte?: number },
  ) => (await stripe.products.list({ created })).data.map(({ name }) => name)
  t.strictSame(await names(start + 10), ['1'])
  t.strictSame(await names({ gt: start, lt: start + 30 }), ['2', '1'])
  t.strictSame(await names({ gte: start, lte: start + 30 }), ['3', '2', '1', '0'])
})
