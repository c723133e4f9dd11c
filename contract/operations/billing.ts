import { op, stripe } from './operation.ts'

export const billing = {
  'GET /api/plans': op('listPlans', 'anyone'),
  'POST /api/billing/checkout': op('openCheckout', 'viewer', [
    'NOT_FOUND',
    'ALREADY_SUBSCRIBED',
    'CONFLICT',
    'TOO_MANY_REQUESTS',
    ...stripe,
  ]),
  'POST /api/billing/portal': op('openPortal', 'viewer', ['CONFLICT', ...stripe]),
  'POST /api/billing/confirm': op('confirmCheckout', 'viewer', ['NOT_FOUND', ...stripe]),
  'POST /api/billing/refresh': op('refreshBilling', 'viewer', ['TOO_MANY_REQUESTS', ...stripe]),
  'GET /api/billing': op('getBilling', 'viewer'),
  'GET /api/billing/invoices': op('listInvoices', 'viewer', stripe),
  'POST /api/billing/change/preview': op('previewPlanChange', 'viewer', [
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/billing/change': op('changePlan', 'viewer', [
    'PAYMENT_DECLINED',
    'NOT_FOUND',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/billing/pause': op('pausePlan', 'viewer', ['CONFLICT', ...stripe]),
  'POST /api/billing/resume': op('resumePlan', 'viewer', [
    'PAYMENT_DECLINED',
    'CONFLICT',
    ...stripe,
  ]),
  'POST /api/billing/cancel': op('cancelPlan', 'viewer', ['CONFLICT', ...stripe]),
  'POST /api/billing/pay-again': op('payAgain', 'viewer', [
    'CONFLICT',
    'TOO_MANY_REQUESTS',
    ...stripe,
  ]),
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
