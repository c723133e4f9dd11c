import type { FastifyBaseLogger } from 'fastify'
import { Account } from './account.ts'
import { type Clock, systemClock } from './clock.ts'
import { doors } from './doors.ts'
import { systemTimers, type Timers } from './events/timers.ts'
import { type Post, Webhooks } from './events/webhooks.ts'
import { hosted } from './hosted/pages.ts'
import { api } from './http/api.ts'
import { newServer } from './http/server.ts'
import { Trouble } from './http/trouble.ts'
import { forgetOld } from './store/retention.ts'
import { Store } from './store/store.ts'
import { keepTime } from './timekeeper.ts'

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
  clock?: Clock
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

/**
 * Starts the local Stripe on loopback: its API, its hosted pages, its events. The real SDK talks to
 * it; nothing in it ever leaves this machine.
 */
export async function startLocalStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const { secretKey, webhookSecret, webhookUrl, timers = systemTimers } = options
  const store = new Store(options.directory)
  let url = ''
  const account = new Account({
    store,
    clock: options.clock ?? systemClock,
    publicBase: () => (options.publicBase ?? url).replace(/\/$/, ''),
    hasWebhook: webhookUrl !== undefined,
  })
  forgetOld(account)
  const app = newServer(options.log, options.publicBase)
  const onError = (error: unknown) => app.log.error(error)
  const webhooks = new Webhooks({
    account,
    url: webhookUrl,
    secret: webhookSecret,
    timers,
    post: options.post,
    onError,
  })
  const time = keepTime(account, timers, onError)
  const trouble = new Trouble()
  await app.register(api, { account, secretKey, catchUp: time.catchUp, trouble })
  await app.register(doors, { account, webhooks, catchUp: time.catchUp, trouble })
  await app.register(hosted, { account, catchUp: time.catchUp })
  url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  return {
    url,
    secretKey,
    webhookSecret,
    catchUp() {
      time.catchUp()
      webhooks.wake()
    },
    async close() {
      time.close()
      await app.close()
      await webhooks.close()
      store.close()
    },
  }
}
