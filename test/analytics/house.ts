import { randomUUID } from 'node:crypto'
import type { Prisma } from '../../server/clients/prisma/client.ts'
import type { Services } from '../../server/services.ts'
import { addUser, addVideo } from '../fixtures/rows.ts'

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function randomOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const among = <const Values extends readonly [unknown, ...unknown[]]>(
    values: Values,
  ): Values[number] => values[below(values.length)] ?? values[0]
  return { below, among }
}

const prices = [
  { id: 'm', planId: 'basic', interval: 'month', amount: 999, currency: 'usd' },
  { id: 'y', planId: 'basic', interval: 'year', amount: 9_999, currency: 'usd' },
  { id: 'w', planId: 'extra', interval: 'week', amount: 333, currency: 'eur' },
  { id: 'q', planId: 'extra', interval: '3 months', amount: 2_500, currency: 'eur' },
] as const

type Charge = { priceIds: string[]; productIds: string[] }
const charges: [Charge, ...Charge[]] = [
  { priceIds: ['m'], productIds: ['prod_basic'] },
  { priceIds: ['w', 'm'], productIds: ['prod_extra', 'prod_basic'] },
  { priceIds: ['m', 'y', 'w'], productIds: ['prod_basic', 'prod_basic', 'prod_extra'] },
  { priceIds: ['m', 'foreign', 'q'], productIds: ['prod_basic', 'prod_other', 'prod_extra'] },
  { priceIds: ['foreign'], productIds: ['prod_other'] },
]

type Person = { id: string }

/** A house in which much has happened in the last 200 days. @returns every row as it was stored */
export async function fillHouse(services: Services, seed: number) {
  const { database, clock } = services
  const { below, among } = randomOf(seed)
  const now = clock.now().getTime()
  const ago = (days: number) => new Date(now - below(days * 86_400_000))
  const people: [Person, ...Person[]] = [await addUser(services)]
  for (let count = 0; count < 7; count++) people.push(await addUser(services))
  const first = await addVideo(services, { title: 'First' })
  const videos: [typeof first, ...(typeof first)[]] = [first]
  for (const title of ['Second', 'Third']) videos.push(await addVideo(services, { title }))

  await database.plan.createMany({
    data: [
      { id: 'basic', name: 'Basic', rank: 1, stripeProductId: 'prod_basic' },
      { id: 'extra', name: 'Extra', rank: 2, otherProductIds: ['prod_extra'] },
    ],
  })
  await database.price.createMany({ data: [...prices] })
  const subscriptions: Prisma.SubscriptionCreateManyInput[] = []
  const items: Prisma.SubscriptionItemCreateManyInput[] = []
  for (let number = 0; number < 40; number++) {
    const status = among(['active', 'active', 'trialing', 'past_due', 'canceled', 'incomplete'])
    const createdAt = ago(200)
    subscriptions.push({
      ...{ id: `sub_${number}`, userId: among(people).id, status, createdAt },
      endedAt: status === 'canceled' ? new Date((createdAt.getTime() + now) / 2) : null,
      cancelAt: among([null, null, new Date(now - 1), new Date(now + 86_400_000)]),
      suspended: among([null, null, 'refunded', 'collection_paused']),
      trialEnd: number % 3 === 0 ? new Date(createdAt.getTime() + 14 * 86_400_000) : null,
      canceledAt: number % 4 === 0 ? new Date((createdAt.getTime() + now) / 2) : null,
      cancelReason: among([null, 'cancellation_requested', 'payment_failed']),
      cancelFeedback: among([null, null, 'too_expensive']),
      cancelComment: number % 8 === 0 ? `Comment ${number}` : null,
    })
    const price = among([...prices, { id: 'foreign', planId: 'unknown' }])
    items.push({
      ...{ id: `si_${number}`, subscriptionId: `sub_${number}`, priceId: price.id },
      ...{ productId: `prod_${price.planId}`, quantity: 1 + below(3) },
      ...{ currentPeriodStart: createdAt, currentPeriodEnd: new Date(now) },
    })
  }
  await database.subscription.createMany({ data: subscriptions })
  await database.subscriptionItem.createMany({ data: items })

  const purchases: Prisma.PurchaseCreateManyInput[] = []
  const payments: Prisma.PaymentCreateManyInput[] = []
  for (let number = 0; number < 150; number++) {
    const kind = among(['plan', 'rent', 'buy', 'other'])
    const amount = 100 + below(2_000)
    const currency = among(['usd', 'eur'])
    const userId = among(people).id
    const film = kind === 'rent' || kind === 'buy'
    const known = film && below(5) > 0
    const at = ago(60)
    const id = `cs_${number}`
    const bought = { id, userId, amount, currency, status: 'paid', paidAt: at }
    if (known) purchases.push({ ...bought, videoId: among(videos).id, kind })
    payments.push({
      ...{ id: `ch_${number}`, customerId: 'cus', kind, amount, currency, at },
      status: among(['succeeded', 'succeeded', 'succeeded', 'pending', 'failed']),
      amountRefunded: among([0, 0, 0, amount, below(100)]),
      subscriptionId: kind === 'plan' ? `sub_${below(42)}` : null,
      purchaseId: film ? id : null,
      // Of what its invoice charged for, in whatever order; or nothing was told.
      ...(kind === 'plan' && below(2) === 0 && among(charges)),
    })
  }
  await database.purchase.createMany({ data: purchases })
  await database.payment.createMany({ data: payments })

  const spans = () => {
    const first = below(40)
    const gap = first + 1 + below(30)
    return below(4) === 0 ? [] : [first, gap, gap + 1 + below(5), gap + 7 + below(30)]
  }
  const reports = Array.from({ length: 900 }, () => ({
    ...{
      id: randomUUID(),
      videoId: among(videos).id,
      userId: among([null, ...people])?.id ?? null,
    },
    ...{ receivedAt: ago(150), watchedSeconds: below(7_200), stallCount: 0, stallMs: 0 },
    watched: spans(),
    source: among([null, 'news.example', 'search.example', 'forum.example']),
    device: among([null, 'Firefox on Linux', 'Safari on iPhone']),
  }))
  await database.viewingReport.createMany({ data: reports })
  return { videos, prices, subscriptions, items, purchases, payments, reports }
}

export type House = Awaited<ReturnType<typeof fillHouse>>
