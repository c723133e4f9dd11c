import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { shape, text } from '../http/params.ts'
import { get, idIn, nothing } from '../http/route.ts'
import { inlineList } from '../ids.ts'
import { find } from '../store/find.ts'

export const paymentIntentRoutes = [
  get(
    '/v1/payment_intents',
    shape<Stripe.PaymentIntentListParams>()({ ...paging, created: range(), customer: text() }),
    (account, input) =>
      page(
        account.tables.paymentIntents,
        input,
        '/v1/payment_intents',
        (intent) =>
          (input.customer === undefined || intent.customer === input.customer) &&
          inRange(input.created, intent.created),
        input.customer === undefined
          ? undefined
          : account.tables.paymentIntents.by('customer', input.customer),
      ),
  ),
  get('/v1/payment_intents/:id', nothing, (account, _, ids) =>
    find(account.tables.paymentIntents, 'payment_intent', idIn(ids)),
  ),
]

export const chargeRoutes = [
  get(
    '/v1/charges',
    shape<Stripe.ChargeListParams>()({
      ...paging,
      created: range(),
      customer: text(),
      payment_intent: text(),
    }),
    (account, input) =>
      page(
        account.tables.charges,
        input,
        '/v1/charges',
        (charge) =>
          (input.customer === undefined || charge.customer === input.customer) &&
          (input.payment_intent === undefined || charge.payment_intent === input.payment_intent) &&
          inRange(input.created, charge.created),
        input.customer === undefined
          ? undefined
          : account.tables.charges.by('customer', input.customer),
      ),
  ),
  get('/v1/charges/:id', nothing, (account, _, ids) =>
    find(account.tables.charges, 'charge', idIn(ids)),
  ),
]

/** What `expand[]` may add to a charge. */
export const chargeExtras = {
  refunds: (account: Account, { id }: Stripe.Charge) =>
    inlineList(`/v1/charges/${id}/refunds`, account.tables.refunds.by('charge', id).reverse()),
}
