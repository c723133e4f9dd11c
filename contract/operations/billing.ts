import { op, stripe } from './operation.ts'

/** What someone has Stripe asked, which they may only so often. */
const asks = ['TOO_MANY_REQUESTS', ...stripe] as const

export const billing = {
  'GET /api/plans': op('listPlans', 'anyone'),
  'POST /api/billing/checkout': op('openCheckout', 'viewer', [
    'NOT_FOUND',
    'ALREADY_SUBSCRIBED',
    'CONFLICT',
    ...asks,
  ]),
  'POST /api/billing/portal': op('openPortal', 'viewer', ['CONFLICT', ...asks]),
  'POST /api/billing/confirm': op('confirmCheckout', 'viewer', ['NOT_FOUND', ...asks]),
  'POST /api/billing/refresh': op('refreshBilling', 'viewer', asks),
  'GET /api/billing': op('getBilling', 'viewer'),
  'GET /api/billing/invoices': op('listInvoices', 'viewer', asks),
  'POST /api/billing/change/preview': op('previewPlanChange', 'viewer', [
    'NOT_FOUND',
    'CONFLICT',
    ...asks,
  ]),
  'POST /api/billing/change': op('changePlan', 'viewer', [
    'PAYMENT_DECLINED',
    'NOT_FOUND',
    'CONFLICT',
    ...asks,
  ]),
  'POST /api/billing/pause': op('pausePlan', 'viewer', ['CONFLICT', ...asks]),
  'POST /api/billing/resume': op('resumePlan', 'viewer', ['PAYMENT_DECLINED', 'CONFLICT', ...asks]),
  'POST /api/billing/cancel': op('cancelPlan', 'viewer', ['CONFLICT', ...asks]),
  'POST /api/billing/pay-again': op('payAgain', 'viewer', ['CONFLICT', ...asks]),
  'GET /api/me/payments': op('listPayments', 'viewer'),
  'GET /api/studio/payments': op('listStudioPayments', 'operator'),
  'GET /api/studio/payments/unclaimed': op('listUnclaimedCustomers', 'operator', stripe),
  'POST /api/studio/payments/:id/refund': op('refundPayment', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/studio/users/:id/customers': op('joinCustomer', 'operator', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /webhooks/stripe': op('receiveStripeEvent', 'stripe', ['WEBHOOK_SIGNATURE']),
  'GET /api/studio/billing': op('getBillingState', 'operator'),
  'GET /api/studio/billing/events': op('listInboxEvents', 'operator'),
  'POST /api/studio/billing/events/:id/replay': op('replayInboxEvent', 'operator', ['NOT_FOUND']),
  'POST /api/studio/users/:id/sync': op('syncPerson', 'operator', ['NOT_FOUND', ...stripe]),
} as const
