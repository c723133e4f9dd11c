import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { pushPlans, readPlanFile } from '../../server/billing/push-plans.ts'
import { systemClock } from '../../server/clients/clock.ts'
import type { Mail } from '../../server/clients/mailer.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import { decideAccess } from '../../server/entitlements/decide.ts'
import { loadFacts } from '../../server/entitlements/facts.ts'
import { type LocalStripe, startLocalStripe } from '../../server/local/stripe/index.ts'
import { build, database, scratch, type TestServices } from '../helper.ts'

export const plans = readPlanFile({
  plans: [
    {
      id: 'standard',
      name: 'Standard',
      maxStreams: 2,
      rank: 10,
      prices: [
        { interval: 'month', amount: 900, currency: 'usd' },
        { interval: 'year', amount: 9000, currency: 'usd' },
      ],
    },
    {
      id: 'premium',
      name: 'Premium',
      maxStreams: 4,
      rank: 20,
      trialDays: 14,
      prices: [{ interval: 'month', amount: 1500, currency: 'usd' }],
    },
  ],
})

export const webhookSecret = 'whsec_shop'

export interface Shop {
  app: FastifyInstance
  services: TestServices
  stripe: Stripe
  local: LocalStripe
  /** What was mailed, oldest first. */
  mails: Mail[]
  /** A film that both plans include, for rent and for sale. */
  video: string
  /** Calls one of the local Stripe's doors for tests. */
  door(path: string, body?: object): Promise<Record<string, unknown>>
  /** How events go out from now on. */
  webhooks(knobs: object): Promise<void>
  /** Sends what is held, and resolves when every event that came in has been acted on. */
  settle(): Promise<void>
  /** Stripe's subscription that was made last, ended or not. */
  subscription(): Promise<Stripe.Subscription>
  /** Ends that subscription at once, and settles. */
  cancelNow(): Promise<void>
  priceOf(planId: string, interval?: string): Promise<string>
  signUp(role?: 'admin'): Promise<Member>
}

type Method = 'GET' | 'POST' | 'DELETE'

/** Someone signed in. */
export interface Member {
  id: string
  email: string
  post(url: string, payload?: object): Promise<Answer>
  get(url: string): Promise<Answer>
  del(url: string): Promise<Answer>
  /** Opens a checkout; answers the session's id. */
  checkout(body: object): Promise<string>
  /** Pays on the hosted page. */
  pay(sessionId: string, card?: string): Promise<Record<string, unknown>>
  /** Subscribes, and waits for the answer on return. */
  subscribe(planId: string, card?: string): Promise<string>
  /** What access says about the film now. */
  access(): Promise<string>
  customer(): Promise<string>
}

export interface Answer {
  status: number
  body: Record<string, unknown> & { code?: string; url?: string }
}

/**
 * A whole app that sells through the local Stripe, whose events come in by the real route. The test
 * moves the clock of both.
 */
export async function openShop(t: Test, settings: Record<string, string> = {}): Promise<Shop> {
  let app: FastifyInstance | undefined
  const post = async (_url: string, payload: string, signature: string) => {
    const headers = { 'stripe-signature': signature, 'content-type': 'application/json' }
    const answer = await app?.inject({ method: 'POST', url: '/webhooks/stripe', headers, payload })
    return answer?.statusCode === 200
  }
  const clock = { ...systemClock }
  const local = await startLocalStripe({
    directory: await scratch(t),
    secretKey: 'sk_test_matinee',
    webhookSecret,
    webhookUrl: 'http://app.invalid/webhooks/stripe',
    clock,
    post,
  })
  t.teardown(() => local.close())
  const built = await build(t, {
    DATABASE_URL: await database(t),
    STRIPE_API_BASE: local.url,
    STRIPE_WEBHOOK_SECRETS: webhookSecret,
    ...settings,
  })
  app = built.app
  const { services } = built
  clock.now = () => services.clock.now()
  await pushPlans(services, plans)
  const video = await services.database.video.create({
    data: {
      slug: 'film',
      title: 'Film',
      published: true,
      rentAmount: 399,
      buyAmount: 1299,
      plans: { create: [{ planId: 'standard' }, { planId: 'premium' }] },
    },
  })

  const door: Shop['door'] = async (path, body = {}) => {
    const answer = await fetch(local.url + path, { method: 'POST', body: JSON.stringify(body) })
    return (await answer.json()) as Record<string, unknown>
  }
  const mails: Mail[] = []
  services.mailer.send = async (mail) => {
    mails.push(mail)
  }
  const shop: Shop = {
    ...built,
    mails,
    stripe: services.stripe,
    local,
    video: video.id,
    door,
    webhooks: async (knobs) => {
      await door('/_local/webhooks', knobs)
    },
    settle: async () => {
      await door('/_local/webhooks/flush')
      await built.app.webhookInbox.work()
    },
    subscription: async () => {
      const [newest] = (await shop.stripe.subscriptions.list({ status: 'all' })).data
      if (newest === undefined) throw new Error('nobody subscribes')
      return newest
    },
    cancelNow: async () => {
      await shop.stripe.subscriptions.cancel((await shop.subscription()).id)
      await shop.settle()
    },
    priceOf: async (planId, interval = 'month') => {
      const price = await services.database.price.findFirstOrThrow({
        where: { planId, interval, active: true },
      })
      return price.id
    },
    signUp: (role) => signUp(shop, role ?? 'member'),
  }
  return shop
}

async function signUp(shop: Shop, role: 'member' | 'admin'): Promise<Member> {
  const { app, services, door } = shop
  const email = `${randomUUID()}@example.com`
  const payload = { email, password: 'correct horse battery staple' }
  const headers = { origin: services.config.PUBLIC_URL }
  const joined = await app.inject({ method: 'POST', url: '/api/auth/sign-up', payload })
  const { user } = joined.json<{ user: { id: string } }>()
  await services.database.user.update({ where: { id: user.id }, data: { role } })
  let jar = joined.cookies
  const inject = (method: Method, url: string, payload?: object) => {
    const cookies = Object.fromEntries(jar.map(({ name, value }) => [name, value]))
    return app.inject({ method, url, cookies, headers, ...(payload && { payload }) })
  }
  const ask = async (method: Method, url: string, body?: object): Promise<Answer> => {
    let answer = await inject(method, url, body)
    if (answer.statusCode === 401) {
      // The clock was moved past the end of the sign-in.
      jar = (await inject('POST', '/api/auth/sign-in', payload)).cookies
      answer = await inject(method, url, body)
    }
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
  }
  const member: Member = {
    id: user.id,
    email,
    get: (url) => ask('GET', url),
    del: (url) => ask('DELETE', url),
    post: (url, payload) => ask('POST', url, payload),
    checkout: async (body) => {
      const { body: answer } = await ask('POST', '/api/billing/checkout', body)
      const id = /cs_test_\w+/.exec(answer.url ?? '')?.[0]
      if (id === undefined) throw new Error(`no checkout: ${JSON.stringify(answer)}`)
      return id
    },
    pay: (sessionId, card = '4242424242424242') =>
      door(`/_local/checkout/sessions/${sessionId}/pay`, { card }),
    subscribe: async (planId, card) => {
      const sessionId = await member.checkout({ priceId: await shop.priceOf(planId) })
      await member.pay(sessionId, card)
      await member.post('/api/billing/confirm', { sessionId })
      return sessionId
    },
    access: async () => {
      const facts = await loadFacts(services, user.id, shop.video)
      return facts === null ? 'no film' : decideAccess(facts, services.clock.now()).because
    },
    customer: async () => {
      const { stripeCustomerId } = await services.database.user.findUniqueOrThrow({
        where: { id: user.id },
      })
      return stripeCustomerId ?? ''
    },
  }
  return member
}
