import { join } from 'node:path'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { type Clock, systemClock } from '../../clients/clock.ts'
import { Account } from './account.ts'
import { Agenda } from './agenda.ts'
import { doors } from './doors.ts'
import { systemTimers, type Timers } from './events/timers.ts'
import { type Post, Webhooks } from './events/webhooks.ts'
import { hosted } from './hosted/pages.ts'
import { api, badBody, sendFault, unknownUrl } from './http/api.ts'
import { Trouble } from './http/trouble.ts'
import { finishAdvances } from './resources/test-clocks.ts'
import { forgetOld } from './store/retention.ts'
import { Store } from './store/store.ts'

export interface LocalStripeOptions {
  /** Where the account's state lies; made if it is not there. */
  directory: string
  /** 0, the default, takes a free one. */
  port?: number
  /** The only key that is accepted, `sk_test_…`. */
  secretKey: string
  /** What events are signed with, `whsec_…`. */
  webhookSecret: string
  /** Where events are posted to; without it they are only listed. */
  webhookUrl?: string
  /** The address of the hosted pages as the browser sees it, where it is not `url`. */
  publicBase?: string
  clock?: Pick<Clock, 'now'>
  timers?: Timers
  /** Sends an event; answers whether it was accepted. For tests. */
  post?: Post
  log?: FastifyBaseLogger
}

export interface LocalStripe {
  url: string
  secretKey: string
  webhookSecret: string
  /** Brings everything due by the clock up to date and sends what is due. Requests do so as well. */
  catchUp(): void
  close(): Promise<void>
}

/** How often time-driven changes (renewals, retries, expiries) are looked for between requests. */
const lookMs = 1000

/**
 * Starts the local Stripe on loopback: its API, its hosted pages, its events. The real SDK talks to
 * it; nothing in it ever leaves this machine.
 */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const { secretKey, webhookSecret, webhookUrl, clock = systemClock } = options
  const timers = options.timers ?? systemTimers
  const store = new Store(join(options.directory))
  let url = ''
  const account = new Account({
    store,
    clock,
    publicBase: () => (options.publicBase ?? url).replace(/\/$/, ''),
    hasWebhook: webhookUrl !== undefined,
  })
  forgetOld(account)
  const agenda = new Agenda(account)
  const catchUp = () => {
    agenda.run(null, account.wallClock)
    finishAdvances(account, (testClock, until) => agenda.run(testClock, until))
  }
  account.onCommit((events) => {
    // The time of a test clock passes right after the answer, whether or not anybody asks.
    if (events.some(({ type }) => type === 'test_helpers.test_clock.advancing')) {
      timers.after(0, catchUp)
    }
  })
  const app = Fastify({
    ...(options.log ? { loggerInstance: options.log } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setNotFoundHandler((request, reply) =>
    sendFault(reply, unknownUrl(request.method, request.url)),
  )
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) =>
    sendFault(reply, (error.statusCode ?? 500) < 500 ? badBody() : error),
  )
  const webhooks =
    webhookUrl === undefined
      ? undefined
      : new Webhooks({
          account,
          url: webhookUrl,
          secret: webhookSecret,
          timers,
          post: options.post,
        })
  const trouble = new Trouble()
  await app.register(api, { account, secretKey, catchUp, trouble })
  await app.register(doors, { account, webhooks, catchUp, trouble })
  await app.register(hosted, { account, catchUp })
  url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  let cancelLook = () => {}
  const look = () => {
    catchUp()
    cancelLook = timers.after(lookMs, look)
  }
  look()
  return {
    url,
    secretKey,
    webhookSecret,
    catchUp: () => {
      catchUp()
      webhooks?.wake()
    },
    async close() {
      cancelLook()
      await app.close()
      await webhooks?.close()
      store.close()
    },
  }
}
