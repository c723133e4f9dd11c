import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { priceFor } from '../billing/invoice-lines.ts'
import { currency } from '../http/currency.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import {
  flag,
  hash,
  type Input,
  integer,
  metadata,
  required,
  shape,
  text,
  timestamp,
} from '../http/params.ts'
import { del, get, idIn, nothing, post } from '../http/route.ts'
import { decimal, idOf, newId } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

const createInput = shape<Stripe.InvoiceItemCreateParams>()({
  amount: integer(),
  currency: currency(),
  customer: required(text()),
  description: text(),
  discountable: flag(),
  metadata: metadata(),
  period: hash(
    shape<Stripe.InvoiceItemCreateParams.Period>()({
      end: required(timestamp()),
      start: required(timestamp()),
    }),
  ),
  pricing: hash(shape<Stripe.InvoiceItemCreateParams.Pricing>()({ price: text() })),
  quantity: integer(0),
  subscription: text(),
})

const findItem = (account: Account, id: string): Stripe.InvoiceItem =>
  find(account.tables.invoiceItems, 'invoiceitem', id)

export const invoiceItemRoutes = [
  post('/v1/invoiceitems', createInput, createInvoiceItem),
  get(
    '/v1/invoiceitems',
    shape<Stripe.InvoiceItemListParams>()({
      ...paging,
      created: range(),
      customer: text(),
      invoice: text(),
      pending: flag(),
    }),
    (account, input) =>
      page(
        account.tables.invoiceItems,
        input,
        '/v1/invoiceitems',
        (item) =>
          (input.customer === undefined || item.customer === input.customer) &&
          (input.invoice === undefined || item.invoice === input.invoice) &&
          (input.pending === undefined || (item.invoice === null) === input.pending) &&
          inRange(input.created, item.date),
      ),
  ),
  get('/v1/invoiceitems/:id', nothing, (account, _, ids) => findItem(account, idIn(ids))),
  del('/v1/invoiceitems/:id', nothing, (account, _, ids) => {
    const item = findItem(account, idIn(ids))
    if (item.invoice !== null) {
      throw invalid('This invoice item is already on an invoice, so it cannot be deleted.')
    }
    account.store.remove(account.tables.invoiceItems, item.id)
    account.emit('invoiceitem.deleted', item)
    return { id: item.id, object: 'invoiceitem', deleted: true }
  }),
]

function createInvoiceItem(account: Account, input: Input<typeof createInput>) {
  const customer = find(account.tables.customers, 'customer', input.customer, 'customer')
  const price = input.pricing?.price
    ? find(account.tables.prices, 'price', input.pricing.price, 'pricing[price]')
    : null
  const quantity = input.quantity ?? 1
  const code = price?.currency ?? input.currency
  if (code === undefined || (price === null && input.amount === undefined)) {
    throw invalid('Give either `pricing[price]`, or `amount` and `currency`.', {
      code: 'parameter_missing',
      param: price === null && input.amount === undefined ? 'amount' : 'currency',
    })
  }
  const subscription = input.subscription
    ? find(account.tables.subscriptions, 'subscription', input.subscription, 'subscription')
    : null
  const now = account.nowFor(customer.id)
  return account.create<Stripe.InvoiceItem>(
    account.tables.invoiceItems,
    {
      id: newId('ii'),
      object: 'invoiceitem',
      amount: price ? priceFor(price, quantity) : (input.amount ?? 0),
      currency: code,
      customer: customer.id,
      customer_account: null,
      date: now,
      description: input.description ?? null,
      discountable: input.discountable ?? true,
      discounts: [],
      invoice: null,
      livemode: false,
      metadata: mergeMetadata({}, input.metadata),
      parent: subscription && {
        subscription_details: { subscription: subscription.id },
        type: 'subscription_details',
      },
      period: input.period ?? { start: now, end: now },
      pricing: price && {
        price_details: { price: price.id, product: idOf(price.product) },
        type: 'price_details',
        unit_amount_decimal: price.unit_amount_decimal,
      },
      proration: false,
      quantity,
      quantity_decimal: decimal(quantity),
      tax_rates: [],
      test_clock: customer.test_clock ?? null,
    },
    'invoiceitem.created',
  )
}
