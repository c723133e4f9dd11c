import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { WebhookReceipt } from '../../../contract/billing.ts'
import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import type { Inbox } from './inbox.ts'
import { parseEvent } from './stripe-event.ts'
import { openWebhookSecrets } from './webhook-secrets.ts'
import { isSigned } from './webhook-signature.ts'

export interface WebhookOptions
  extends Pick<BillingDeps, 'config' | 'clock' | 'stripe' | 'database'> {
  inbox: Inbox
}

/** Acting on an event that takes longer goes on after the answer. */
const quickMs = 1_000
const bodyLimit = 1024 * 1024

/**
 * POST /webhooks/stripe. Encapsulated, so that its raw-body parser is its own: the signature is over
 * the bytes, which parsing and writing again would not bring back.
 */
export const webhookRoute: FastifyPluginAsyncTypebox<WebhookOptions> = async (app, options) => {
  const { inbox, clock, stripe } = options
  const secrets = openWebhookSecrets(options)

  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
    done(null, body),
  )

  app.post(
    '/webhooks/stripe',
    {
      bodyLimit,
      config: { originCheck: false },
      schema: {
        tags: ['billing'],
        summary: 'Where Stripe sends its events',
        response: { 200: WebhookReceipt },
      },
    },
    async (request) => {
      const payload = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const header = request.headers['stripe-signature']
      const signature = Array.isArray(header) ? header.join(',') : header
      const signed = (by: readonly string[]) =>
        isSigned(stripe, payload, signature, by, clock.now())
      // Another process may have made an endpoint meanwhile.
      if (!signed(secrets.known()) && !signed(await secrets.newest())) {
        throw new MatineeError('WEBHOOK_SIGNATURE')
      }
      const event = parseEvent(payload)
      if (event === null) {
        throw new MatineeError('BAD_REQUEST', { detail: say('billing.notAnEvent') })
      }
      const isNew = await inbox.receive(event, payload)
      if (isNew) await Promise.race([inbox.work(), delay(quickMs, undefined, { ref: false })])
      return { received: true as const }
    },
  )
}
