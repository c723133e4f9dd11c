import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams } from '../../../contract/common.ts'
import {
  CustomerBody,
  JoinedCustomer,
  PaymentParams,
  PaymentsQuery,
  RefundBody,
  StudioPayment,
  StudioPayments,
  UnclaimedCustomers,
} from '../../../contract/payments.ts'
import { viewerOf } from '../../plugins/auth.ts'
import type { BillingDeps } from '../../services.ts'
import { joinCustomer, unclaimedCustomers } from '../join-customer.ts'
import { listPayments } from './list-payments.ts'
import { refundPayment } from './refund-payment.ts'

/** Payments as an operator sees them, refunds, and whose customer is whose. */
export const studioPaymentRoutes: FastifyPluginAsyncTypebox<BillingDeps> = async (app, deps) => {
  const tags = ['studio']

  app.get(
    '/api/studio/payments',
    {
      config: { permission: 'payments' },
      schema: {
        tags,
        summary: 'Payments, newest first',
        querystring: PaymentsQuery,
        response: { 200: StudioPayments },
      },
    },
    (request) => listPayments(deps, request.query),
  )

  app.get(
    '/api/studio/payments/unclaimed',
    {
      config: { permission: 'payments' },
      schema: {
        tags,
        summary: 'Customers who paid and are nobody’s',
        response: { 200: UnclaimedCustomers },
      },
    },
    async () => ({ customers: await unclaimedCustomers(deps) }),
  )

  app.post(
    '/api/studio/payments/:id/refund',
    {
      config: { permission: 'payments', stepUp: true },
      schema: {
        tags,
        summary: 'Refund a payment, in full or in part',
        params: PaymentParams,
        body: RefundBody,
        response: { 200: StudioPayment },
      },
    },
    (request) => {
      const { userId: actorId } = viewerOf(request)
      return refundPayment(deps, request.params.id, request.body ?? undefined, actorId)
    },
  )

  app.post(
    '/api/studio/users/:id/customers',
    {
      config: { permission: 'payments', stepUp: true },
      schema: {
        tags,
        summary: 'Join a Stripe customer to an account',
        params: IdParams,
        body: CustomerBody,
        response: { 201: JoinedCustomer },
      },
    },
    async (request, reply) => {
      const { userId: actorId } = viewerOf(request)
      const { id: userId } = request.params
      const { customerId } = request.body
      await joinCustomer(deps, userId, customerId, actorId)
      return reply.code(201).send({ customerId, userId })
    },
  )
}
