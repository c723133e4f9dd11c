import type { Access, Offer } from '../../../contract/access.ts'
import type { Subscription } from '../../../contract/accounts.ts'
import type { HeldPlan, Invoice, MyPurchase, Plan } from '../../../contract/billing.ts'
import type { VideoDetails } from '../../../contract/catalog.ts'

export const plans: Plan[] = [
  {
    id: 'standard',
    name: 'Standard',
    description: 'Every film, at home.',
    maxStreams: 2,
    trialDays: 14,
    prices: [
      { id: 'price_standard_month', interval: 'month', amount: 900, currency: 'usd' },
      { id: 'price_standard_year', interval: 'year', amount: 9000, currency: 'usd' },
    ],
  },
  {
    id: 'family',
    name: 'Family',
    description: 'Every film, in every room of the house and on the way.',
    maxStreams: 4,
    trialDays: 0,
    prices: [
      { id: 'price_family_month', interval: 'month', amount: 1450, currency: 'usd' },
      { id: 'price_family_year', interval: 'year', amount: 14500, currency: 'usd' },
    ],
  },
]

export const planOffers: Offer[] = plans.map(({ id, name, trialDays, prices }) => ({
  kind: 'plan',
  planId: id,
  name,
  trialDays,
  change: false,
  prices,
}))

export const rentAndBuy: Offer[] = [
  { kind: 'rent', amount: 399, currency: 'usd', startDays: 30, watchHours: 48 },
  { kind: 'buy', amount: 1299, currency: 'usd' },
]

export const allowed = (because: Access['because'], until: string | null = null): Access => ({
  allowed: true,
  because,
  until,
  offers: [],
})

export const refused = (because: Access['because'], offers: Offer[] = planOffers): Access => ({
  allowed: false,
  because,
  until: null,
  offers,
})

let made = 0

/** A film that anyone may watch, but for what is changed. */
export function aVideo(changes: Partial<VideoDetails> = {}): VideoDetails {
  made += 1
  const title = changes.title ?? 'The Salt Road'
  const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return {
    id: `film-${made}`,
    slug,
    title,
    durationSeconds: 5520,
    posterUrl: `/posters/${made}`,
    posterSizes: [],
    access: allowed('free'),
    resumeSeconds: null,
    teaserSeconds: null,
    comingAt: null,
    about: {
      ...{ year: null, ageRating: null },
      ...{ people: [], categories: [], tags: [], countries: [], languages: [] },
    },
    captionLanguages: [],
    soundLanguages: [],
    within: null,
    description:
      'Two sisters walk their father’s old trade route to the coast, with a mule that has its own opinion about every turn.',
    chapters: [
      { startSeconds: 0, title: 'The last house' },
      { startSeconds: 1260, title: 'Over the pass' },
      { startSeconds: 3015, title: 'A town without water' },
      { startSeconds: 4410, title: 'The sea' },
    ],
    ...changes,
  }
}

const titles = [
  'The Salt Road',
  'Night Ferry',
  'A Small Orchestra',
  'What the River Kept',
  'Glasshouse',
  'Eleven Minutes to Noon',
  'The Beekeeper’s Winter',
  'Signal Hill',
  'Paper Boats',
  'The Long Way to Ushuaia, and Back Again by Bicycle',
]

/** As many different films as a small catalogue has, for members but for a few. */
export const catalogue = (count = titles.length): VideoDetails[] =>
  Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / titles.length)
    const title = titles[index % titles.length] ?? ''
    return aVideo({
      title: round === 0 ? title : `${title} ${round + 1}`,
      durationSeconds: 600 + ((index * 1733) % 7000),
      access:
        index % 5 === 2
          ? allowed('free')
          : index % 5 === 4
            ? refused('not_entitled', rentAndBuy)
            : refused('not_entitled'),
    })
  })

export const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
  planId: 'standard',
  status: 'active',
  currentPeriodEnd: '2031-05-03T12:00:00Z',
  cancelAtPeriodEnd: false,
  graceUntil: null,
  ...changes,
})

export const member = (changes: Partial<Subscription> | null = {}) => ({
  user: { id: 'u1', email: 'ana@example.com', role: 'member' as const },
  subscription: changes === null ? null : subscription(changes),
})

/** What the API's billing says of such a subscription. */
export const heldPlan = (
  { status, currentPeriodEnd, cancelAtPeriodEnd }: Subscription,
  changes: Partial<HeldPlan> = {},
): HeldPlan => ({
  planId: 'standard',
  name: 'Standard',
  priceId: 'price_standard_month',
  price: { interval: 'month', amount: 900, currency: 'usd' },
  status,
  currentPeriodEnd: currentPeriodEnd ?? '2031-05-03T12:00:00Z',
  endsAt: cancelAtPeriodEnd ? currentPeriodEnd : null,
  paused: false,
  suspended: null,
  confirmUrl: null,
  nextAmount: null,
  ...changes,
})

export const boughtVideo = (changes: Partial<MyPurchase> = {}): MyPurchase => ({
  id: 'cs_film',
  kind: 'buy',
  status: 'paid',
  amount: 1299,
  amountRefunded: 0,
  currency: 'usd',
  video: { slug: 'night-ferry', title: 'Night Ferry' },
  paidAt: '2031-03-01T12:00:00Z',
  startBy: null,
  watchUntil: null,
  receiptUrl: '/stripe/receipt',
  ...changes,
})

export const anInvoice = (changes: Partial<Invoice> = {}): Invoice => ({
  id: 'in_1',
  number: 'MATINEE-0001',
  status: 'paid',
  createdAt: '2031-04-03T12:00:00Z',
  amount: 900,
  currency: 'usd',
  url: '/stripe/invoice',
  ...changes,
})
