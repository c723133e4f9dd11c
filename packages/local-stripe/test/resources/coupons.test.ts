import t from 'tap'
import { fault, stand } from '../stand.ts'

t.test(
  'coupons are worth a percentage or an amount, for once, for months or for ever',
  async (t) => {
    const { stripe } = await stand(t)
    t.match(await stripe.coupons.create({ percent_off: 12.5, duration: 'once' }), {
      percent_off: 12.5,
      amount_off: null,
      valid: true,
    })
    for (const [params, param] of [
      [{ duration: 'once' }, 'percent_off'],
      [{ percent_off: 10, amount_off: 1, currency: 'usd' }, 'percent_off'],
      [{ percent_off: 101 }, 'percent_off'],
      [{ amount_off: 100 }, 'currency'],
      [{ percent_off: 10, duration: 'repeating' }, 'duration_in_months'],
    ] as const) {
      t.match(await fault(stripe.coupons.create(params)), { statusCode: 400, param })
    }
  },
)

t.test('a promotion code is unique while it is active', async (t) => {
  const { stripe } = await stand(t)
  const coupon = await stripe.coupons.create({ percent_off: 10 })
  const create = () =>
    stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: coupon.id },
      code: 'OPENING',
    })
  const first = await create()
  t.match(await fault(create()), { param: 'code' })
  await stripe.promotionCodes.update(first.id, { active: false })
  await create()
  t.equal((await stripe.promotionCodes.list({ code: 'opening', active: true })).data.length, 1)
})
