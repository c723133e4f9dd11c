import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import type { Test } from 'tap'
import type { Me } from '../../../contract/accounts.ts'
import type {
  ChangePreview,
  HeldPlan,
  Invoice,
  MyPurchase,
  Plan,
} from '../../../contract/billing.ts'
import type { Catalogue, VideoDetails } from '../../../contract/catalog.ts'
import type { Collection } from '../../../contract/collections.ts'
import type { Moment, SearchResults } from '../../../contract/search.ts'
import { pages } from '../../../server/plugins/pages.ts'
import { sendOfflinePage } from '../../../server/site/offline-page.ts'
import { checkAnswer } from '../../fixtures/player/as-told.ts'
import { begunOf, cardOf, frontOf, onShow } from './fake-front.ts'
import { poster } from './fake-posters.ts'
import { aVideo, heldPlan, plans } from './fake-videos.ts'

export interface Asked {
  method: string
  path: string
  body: unknown
}

/** What the fake knows; tests change it as the world would. */
export interface World {
  me: Me | null
  /** Whether the refresh cookie still stands while the access cookie has run out. */
  accessExpired: boolean
  videos: VideoDetails[]
  collections: Collection[]
  /** What is said in every film. */
  said: Moment[]
  plans: Plan[]
  /** How what billing says of the plan differs from the ordinary. */
  held: Partial<HeldPlan>
  purchases: MyPurchase[]
  invoices: Invoice[]
  preview: ChangePreview
  /** The password that signs in. */
  password: string
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

/** As the real one sends it, so that whatever it forbids fails here too. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "font-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

export const problem = (reply: FastifyReply, status: number, code: string, more: object = {}) =>
  reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: 'about:blank',
      title: code,
      status,
      code,
      detail: `Said by the API: ${code}.`,
      ...more,
    })

/** The API as the pages see it, with a world that the test sets, serving the built pages themselves. */
export async function startFakeApi(t: Test, changes: Partial<World> = {}) {
  const world: World = {
    me: null,
    accessExpired: false,
    videos: [aVideo()],
    collections: [],
    said: [],
    plans,
    held: {},
    purchases: [],
    invoices: [],
    preview: {
      planId: 'family',
      name: 'Family',
      currency: 'usd',
      today: { amount: 275, credit: 0 },
      next: { amount: 1450, interval: 'month', at: '2031-05-03T12:00:00Z' },
      prorationDate: '2031-04-18T12:00:00Z',
    },
    password: 'correct horse',
    ...changes,
  }
  const asked: Asked[] = []
  const overrides = new Map<string, Handler>()
  const app = Fastify({ forceCloseConnections: true })

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy)
  })
  // What the real API would not say, no page is to rely on.
  app.addHook('preSerialization', async ({ method, routeOptions }, reply, body) => {
    try {
      checkAnswer(`${method} ${routeOptions.url}`, reply.statusCode, body)
    } catch (error) {
      t.fail(String(error))
    }
    return body
  })
  const route = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, handler: Handler) => {
    app.route({
      method,
      url: path,
      handler: (request, reply) => {
        asked.push({ method, path: request.url, body: request.body })
        return (overrides.get(`${method} ${path}`) ?? handler)(request, reply)
      },
    })
  }
  const signedIn = (reply: FastifyReply, then: (me: Me) => unknown) =>
    world.me === null || world.accessExpired
      ? problem(reply, 401, 'SIGN_IN_REQUIRED')
      : then(world.me)

  route('GET', '/api/session', () => ({
    me: world.accessExpired ? null : world.me,
    renewable: world.accessExpired && world.me !== null,
  }))
  const watchlist = new Set<string>()
  route('GET', '/api/me/watchlist', (_request, reply) =>
    signedIn(reply, () => ({
      videos: world.videos.filter(({ id }) => watchlist.has(id)).map(cardOf),
    })),
  )
  route('PUT', '/api/me/watchlist/:videoId', (request, reply) => {
    watchlist.add((request.params as { videoId: string }).videoId)
    return reply.code(204).send()
  })
  route('DELETE', '/api/me/begun', (_request, reply) =>
    signedIn(reply, () => {
      world.videos = world.videos.map((video) => ({ ...video, resumeSeconds: null }))
      return reply.code(204).send()
    }),
  )
  route('GET', '/api/me', (_request, reply) => signedIn(reply, (me) => me))
  route('POST', '/api/auth/refresh', (_request, reply) => {
    if (world.me === null) return problem(reply, 401, 'SIGN_IN_REQUIRED')
    world.accessExpired = false
    return reply.code(204).send()
  })
  const enter = (request: FastifyRequest, reply: FastifyReply, status: number) => {
    const { email = 'ana@example.com' } = request.body as { email?: string }
    world.me = { user: { id: 'u1', email: email.trim(), role: 'member' }, subscription: null }
    return reply.code(status).send({ user: world.me.user })
  }
  route('POST', '/api/auth/sign-in', (request, reply) =>
    (request.body as { password: string }).password === world.password
      ? enter(request, reply, 200)
      : problem(reply, 401, 'WRONG_CREDENTIALS'),
  )
  route('POST', '/api/auth/sign-up', (request, reply) =>
    (request.body as { email: string }).email === 'taken@example.com'
      ? problem(reply, 409, 'EMAIL_TAKEN')
      : enter(request, reply, 201),
  )
  route('POST', '/api/auth/sign-out', (_request, reply) => {
    world.me = null
    return reply.code(204).send()
  })
  route('POST', '/api/auth/sign-in-link/follow', (request, reply) =>
    (request.body as { token: string }).token === 'good'
      ? enter(request, reply, 200)
      : problem(reply, 401, 'RESET_LINK_INVALID'),
  )
  route('POST', '/api/auth/sign-in-link', (_request, reply) => reply.code(202).send())
  route('POST', '/api/auth/password/forgot', (_request, reply) => reply.code(202).send())
  route('POST', '/api/auth/password/reset', (request, reply) =>
    (request.body as { token: string }).token === 'good'
      ? reply.code(204).send()
      : problem(reply, 400, 'RESET_LINK_INVALID'),
  )
  route('POST', '/api/auth/email/verify', (request, reply) =>
    (request.body as { token: string }).token === 'good'
      ? reply.code(204).send()
      : problem(reply, 401, 'RESET_LINK_INVALID'),
  )
  route('GET', '/api/plans', () => ({ plans: world.plans }))
  route('GET', '/api/front', () =>
    frontOf(world.videos, world.me === null || world.accessExpired ? null : watchlist),
  )
  route('GET', '/api/videos', (request): Catalogue => {
    const { q = '', cursor = '0', limit = '24' } = request.query as Record<string, string>
    const found = onShow(world.videos).filter(({ title }) =>
      title.toLowerCase().includes(q.toLowerCase()),
    )
    const end = Number(cursor) + Number(limit)
    return {
      videos: found.slice(Number(cursor), end).map(cardOf),
      nextCursor: end < found.length ? String(end) : null,
    }
  })
  route('GET', '/api/search', (request): SearchResults => {
    const { q = '' } = request.query as Record<string, string>
    const found = world.videos.filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()))
    const hits = found.slice(0, 24).map((video) => ({
      ...{ video: cardOf(video), said: world.said.length > 0 },
      moments: video.access.allowed ? world.said : [],
    }))
    return { hits, more: found.length > 24 }
  })
  route('GET', '/api/collections/:slug', (request, reply) => {
    const { slug } = request.params as { slug: string }
    const { cursor = '0' } = request.query as Record<string, string>
    const found = world.collections.find((one) => one.slug === slug)
    if (found === undefined) return problem(reply, 404, 'NOT_FOUND')
    const end = Number(cursor) + 24
    return {
      ...found,
      videos: found.videos.slice(Number(cursor), end),
      nextCursor: end < found.videos.length ? end : null,
    }
  })
  route('GET', '/api/me/begun', (_request, reply) =>
    signedIn(reply, () => ({
      videos: begunOf(world.videos).map(cardOf),
    })),
  )
  route('GET', '/api/videos/:idOrSlug', (request, reply) => {
    const { idOrSlug } = request.params as { idOrSlug: string }
    const video = world.videos.find(({ id, slug }) => id === idOrSlug || slug === idOrSlug)
    return video ?? problem(reply, 404, 'NOT_FOUND')
  })
  route('GET', '/api/videos/:idOrSlug/similar', (request) => {
    const { idOrSlug } = request.params as { idOrSlug: string }
    const others = world.videos.filter(({ id, slug }) => id !== idOrSlug && slug !== idOrSlug)
    return { videos: others.slice(0, 8).map(cardOf) }
  })
  route('POST', '/api/videos/:idOrSlug/playback', (_request, reply) =>
    problem(reply, 503, 'ENTITLEMENTS_UNAVAILABLE', { detail: 'The fake plays nothing.' }),
  )
  route('PUT', '/api/videos/:idOrSlug/progress', (_request, reply) => reply.code(204).send())
  route('POST', '/api/billing/checkout', (_request, reply) =>
    signedIn(reply, () => reply.code(201).send({ url: '/stripe/checkout' })),
  )
  route('POST', '/api/billing/portal', (_request, reply) =>
    signedIn(reply, () => reply.code(201).send({ url: '/stripe/portal' })),
  )
  route('POST', '/api/billing/confirm', (_request, reply) =>
    signedIn(reply, (me) => ({ pending: false, subscription: me.subscription })),
  )
  route('POST', '/api/billing/refresh', (_request, reply) =>
    signedIn(reply, (me) => ({ subscription: me.subscription })),
  )
  route('GET', '/api/billing', (_request, reply) =>
    signedIn(reply, ({ subscription }) => ({
      plan: subscription && heldPlan(subscription, world.held),
      purchases: world.purchases,
    })),
  )
  route('GET', '/api/billing/invoices', (_request, reply) =>
    signedIn(reply, () => ({ invoices: world.invoices })),
  )
  route('POST', '/api/billing/change/preview', (_request, reply) =>
    signedIn(reply, () => world.preview),
  )
  const changed =
    (changes: Partial<HeldPlan>): Handler =>
    (_request, reply) =>
      signedIn(reply, (me) => {
        world.held = { ...world.held, ...changes }
        return { subscription: me.subscription }
      })
  route('POST', '/api/billing/change', (_request, reply) =>
    signedIn(reply, (me) => {
      world.held = { ...world.held, name: 'Family' }
      return { subscription: me.subscription, confirmUrl: null }
    }),
  )
  route('POST', '/api/billing/pause', changed({ paused: true }))
  route('POST', '/api/billing/resume', changed({ paused: false, suspended: null }))
  // What a player says when it goes.
  app.post('/play/:token/beacon', (_request, reply) => reply.code(204).send())
  app.delete('/play/:token', (_request, reply) => reply.code(204).send())
  app.get('/stripe/:page', (_request, reply) =>
    reply.type('text/html').send('<!doctype html><title>Stripe</title><h1>Payment provider</h1>'),
  )
  app.get('/offline', (_request, reply) => sendOfflinePage(reply))
  app.get('/posters/:name', (request, reply) =>
    reply.type('image/svg+xml').send(poster(Number((request.params as { name: string }).name))),
  )
  await app.register(pages, {
    pageAt: async (path) => {
      const head = { title: 'Matinee', description: '', canonical: path, listed: true }
      const shown = onShow(world.videos).find(({ slug }) => path === `/watch/${slug}`)
      if (shown === undefined) return { status: 200, head }
      const { id, slug, title, posterUrl, posterSizes } = shown
      return { status: 200, head: { ...head, video: { id, slug, title, posterUrl, posterSizes } } }
    },
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())

  return {
    url,
    world,
    asked,
    /** The bodies of the requests to an address, in order. */
    bodies: (method: string, path: string) =>
      asked.filter((one) => one.method === method && one.path === path).map(({ body }) => body),
    /** Answers a route, by its pattern, in another way from now on. */
    answer: (route: string, handler: Handler) => overrides.set(route, handler),
    /** Fails a route, by its pattern, from now on. */
    fail: (route: string, status: number, code: string, more?: object) =>
      overrides.set(route, (_request, reply) => problem(reply, status, code, more)),
    /** Leaves a route's requests without an answer until `release` is called. */
    hold: (route: string) => {
      const held = withResolvers()
      overrides.set(route, async (_request, reply) => {
        await held.promise
        return problem(reply, 503, 'UNAVAILABLE')
      })
      t.teardown(() => held.resolve())
      return held.resolve
    },
    restore: (route: string) => overrides.delete(route),
  }
}

export type FakeApi = Awaited<ReturnType<typeof startFakeApi>>

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
