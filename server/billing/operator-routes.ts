import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams } from '../../contract/common.ts'
import {
  BillingState,
  EventParams,
  type EventStatus,
  EventsQuery,
  InboxEvents,
  Replayed,
  Synced,
} from '../../contract/inbox.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { ReconcileRun } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { BillingDeps } from '../services.ts'
import { customersToSync } from './customers.ts'
import type { Inbox } from './inbox/inbox.ts'
import { billingState } from './inbox/inbox-state.ts'
import { replayEvents } from './inbox/inbox-store.ts'
import { listEvents } from './inbox/list-events.ts'
import { type Drift, syncCustomer } from './sync/sync.ts'

export interface OperatorOptions extends BillingDeps {
  inbox: Inbox
}

/** What an operator may do when something about payments is odd. */
export const operatorRoutes: FastifyPluginAsyncTypebox<OperatorOptions> = async (app, options) => {
  const { database, clock, inbox } = options
  const tags = ['studio']

  app.get(
    '/api/studio/billing',
    {
      config: { permission: 'payments' },
      schema: {
        tags,
        summary: 'How the webhook inbox and reconciling stand',
        response: { 200: BillingState },
      },
    },
    async () => {
      const { waiting, waitingSince, dead, lastEventsRun, lastSweep } = await billingState(database)
      return {
        waiting,
        waitingSince: waitingSince?.toISOString() ?? null,
        dead,
        lastEventsRun: runAnswer(lastEventsRun),
        lastSweep: runAnswer(lastSweep),
      }
    },
  )

  app.get(
    '/api/studio/billing/events',
    {
      config: { permission: 'payments' },
      schema: {
        tags,
        summary: 'Events of the webhook inbox',
        querystring: EventsQuery,
        response: { 200: InboxEvents },
      },
    },
    (request) => listEvents(database, request.query),
  )

  app.post(
    '/api/studio/billing/events/:id/replay',
    {
      config: { permission: 'payments' },
      schema: {
        tags,
        summary: 'Act on an event again',
        params: EventParams,
        response: { 200: Replayed },
      },
    },
    async (request) => {
      const { id } = request.params
      if ((await replayEvents(database, { id }, clock.now())) === 0) {
        throw new MatineeError('NOT_FOUND', { detail: say('none.event') })
      }
      await inbox.work()
      const { status, lastError } = await database.stripeEvent.findUniqueOrThrow({ where: { id } })
      return { status: status as EventStatus, lastError }
    },
  )

  app.post(
    '/api/studio/users/:id/sync',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Fetch what Stripe says of someone',
        params: IdParams,
        response: { 200: Synced },
      },
    },
    async (request) => {
      const user = await database.user.findUnique({ where: { id: request.params.id } })
      if (user === null) throw new MatineeError('NOT_FOUND')
      const found: Drift[] = []
      for (const customer of await customersToSync(options, user.id)) {
        found.push(...(await syncCustomer(options, customer)).changes)
      }
      const changes = [...new Set(found)]
      if (user.stripeCustomerId === null && changes.length === 0) {
        return { customer: null, changes }
      }
      await audit(database, {
        actorId: viewerOf(request).userId,
        action: 'user.resynced',
        subject: `user:${user.id}`,
        details: { changes },
      })
      return { customer: user.stripeCustomerId, changes }
    },
  )
}

const runAnswer = (run: ReconcileRun | null) =>
  run && {
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    eventsFound: run.eventsFound,
    customersChecked: run.customersChecked,
    customersDrifted: run.customersDrifted,
    customersFailed: run.customersFailed,
  }
