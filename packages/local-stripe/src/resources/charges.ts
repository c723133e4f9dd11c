import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { metadata, shape, text } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { inlineList } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

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
  post(
    '/v1/charges/:id',
    shape<Stripe.ChargeUpdateParams>()({ metadata: metadata() }),
    (account, input, ids) => {
      const charge = find(account.tables.charges, 'charge', idIn(ids))
      return account.update(
        account.tables.charges,
        charge,
        { metadata: mergeMetadata(charge.metadata, input.metadata) },
        'charge.updated',
      )
    },
  ),
]

/** What `expand[]` may add to a charge. */
export const chargeExtras = {
  refunds: (account: Account, { id }: Stripe.Charge) =>
    inlineList(`/v1/charges/${id}/refunds`, account.tables.refunds.by('charge', id).reverse()),
}
