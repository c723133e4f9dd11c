import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { refundCharge } from '../billing/refund.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { type Input, integer, metadata, oneOf, shape, text } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { idOf } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

const createInput = shape<Stripe.RefundCreateParams>()({
  amount: integer(1),
  charge: text(),
  metadata: metadata(),
  payment_intent: text(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
})

export const refundRoutes = [
  post('/v1/refunds', createInput, createRefund),
  get(
    '/v1/refunds',
    shape<Stripe.RefundListParams>()({
      ...paging,
      charge: text(),
      created: range(),
      payment_intent: text(),
    }),
    (account, input) =>
      page(
        account.tables.refunds,
        input,
        '/v1/refunds',
        (refund) =>
          (input.charge === undefined || refund.charge === input.charge) &&
          (input.payment_intent === undefined || refund.payment_intent === input.payment_intent) &&
          inRange(input.created, refund.created),
      ),
  ),
  get('/v1/refunds/:id', nothing, (account, _, ids) =>
    find(account.tables.refunds, 'refund', idIn(ids)),
  ),
  post(
    '/v1/refunds/:id',
    shape<Stripe.RefundUpdateParams>()({ metadata: metadata() }),
    (account, input, ids) => {
      const refund = find(account.tables.refunds, 'refund', idIn(ids))
      return account.update(
        account.tables.refunds,
        refund,
        { metadata: mergeMetadata(refund.metadata, input.metadata) },
        'refund.updated',
      )
    },
  ),
]

function createRefund(account: Account, input: Input<typeof createInput>): Stripe.Refund {
  return refundCharge(account, chargeOf(account, input), {
    amount: input.amount,
    reason: input.reason ?? null,
    metadata: mergeMetadata({}, input.metadata),
  })
}

function chargeOf(
  account: Account,
  { charge, payment_intent }: Input<typeof createInput>,
): Stripe.Charge {
  if (charge !== undefined) return find(account.tables.charges, 'charge', charge, 'charge')
  if (payment_intent === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      { code: 'parameter_missing' },
    )
  }
  const intent = find(
    account.tables.paymentIntents,
    'payment_intent',
    payment_intent,
    'payment_intent',
  )
  const latest = account.tables.charges.get(idOf(intent.latest_charge) ?? '')
  if (latest) return latest
  throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    param: 'payment_intent',
  })
}
