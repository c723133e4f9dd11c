import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cancelSubscription } from '../billing/cancel.ts'
import { newCustomer } from '../billing/new-customer.ts'
import { attach, ownedMethod } from '../billing/payment-methods.ts'
import { checkEmail } from '../http/email.ts'
import { missing } from '../http/faults.ts'
import { inRange, page } from '../http/pages.ts'
import type { Input } from '../http/params.ts'
import { del, get, idIn, nothing, post } from '../http/route.ts'
import { inlineList } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import {
  createInput,
  listInput,
  readAddress,
  readShipping,
  updateInput,
} from './customer-params.ts'
import { listPaymentMethods, methodsInput } from './payment-methods.ts'

export const customerRoutes = [
  post('/v1/customers', createInput, createCustomer),
  get('/v1/customers', listInput, listCustomers),
  get('/v1/customers/:id', nothing, (account, _, ids) => retrieveCustomer(account, idIn(ids))),
  post('/v1/customers/:id', updateInput, (account, input, ids) =>
    updateCustomer(account, findCustomer(account, idIn(ids)), input),
  ),
  del('/v1/customers/:id', nothing, (account, _, ids) =>
    deleteCustomer(account, findCustomer(account, idIn(ids))),
  ),
  get('/v1/customers/:id/payment_methods', methodsInput, (account, input, ids) =>
    listPaymentMethods(
      account,
      { ...input, customer: findCustomer(account, idIn(ids)).id },
      `/v1/customers/${idIn(ids)}/payment_methods`,
    ),
  ),
  get('/v1/customers/:id/payment_methods/:method', nothing, (account, _, ids) =>
    ownedMethod(account, findCustomer(account, idIn(ids)).id, idIn(ids, 'method')),
  ),
  del('/v1/customers/:id/discount', nothing, (account, _, ids) =>
    removeDiscount(account, findCustomer(account, idIn(ids))),
  ),
]

/** A customer that is still there. A deleted one is "No such customer", as it is in every change. */
export const findCustomer = (account: Account, id: string, param?: string): Stripe.Customer =>
  find(account.tables.customers, 'customer', id, param)

/** A deleted customer answers with its tombstone. */
const retrieveCustomer = (account: Account, id: string) =>
  account.tables.deletedCustomers.get(id) ?? findCustomer(account, id)

function createCustomer(account: Account, input: Input<typeof createInput>): Stripe.Customer {
  const { test_clock, payment_method, ...given } = input
  if (test_clock !== undefined && !account.tables.testClocks.get(test_clock)) {
    throw missing('test_clock', test_clock, 'test_clock')
  }
  checkEmail(given.email)
  const { invoice_settings, metadata: labels, address: place, shipping: parcel, ...rest } = given
  const customer = newCustomer(account, {
    ...rest,
    address: readAddress(place),
    shipping: readShipping(parcel),
    metadata: mergeMetadata({}, labels),
    test_clock: test_clock ?? null,
  })
  const attached =
    payment_method === undefined
      ? undefined
      : attach(account, payment_method, customer.id, 'payment_method').id
  if (!invoice_settings) return customer
  // The default may be named by the ready-made id that has just been attached as another.
  const chosen = invoice_settings.default_payment_method
  return account.put(account.tables.customers, {
    ...customer,
    invoice_settings: {
      ...customer.invoice_settings,
      footer: invoice_settings.footer ?? null,
      default_payment_method:
        chosen && chosen !== payment_method
          ? ownedMethod(account, customer.id, chosen, 'invoice_settings[default_payment_method]').id
          : (chosen && attached) || null,
    },
  })
}

function updateCustomer(
  account: Account,
  customer: Stripe.Customer,
  {
    metadata: given,
    invoice_settings,
    address: place,
    shipping: parcel,
    ...rest
  }: Input<typeof updateInput>,
): Stripe.Customer {
  checkEmail(rest.email)
  const method = invoice_settings?.default_payment_method
  const name = 'invoice_settings[default_payment_method]'
  const chosen = method ? ownedMethod(account, customer.id, method, name).id : method
  return account.update(
    account.tables.customers,
    customer,
    {
      ...rest,
      ...(place === undefined ? {} : { address: readAddress(place) }),
      ...(parcel === undefined ? {} : { shipping: readShipping(parcel) }),
      metadata: mergeMetadata(customer.metadata, given),
      invoice_settings: {
        ...customer.invoice_settings,
        ...(chosen === undefined ? {} : { default_payment_method: chosen }),
        ...(invoice_settings?.footer === undefined ? {} : { footer: invoice_settings.footer }),
      },
    },
    'customer.updated',
  )
}

/** Ends every subscription at once; the id stays, as a tombstone. */
function deleteCustomer(account: Account, customer: Stripe.Customer): Stripe.DeletedCustomer {
  for (const subscription of account.tables.subscriptions.by('customer', customer.id)) {
    if (subscription.ended_at === null) cancelSubscription(account, subscription, {})
  }
  for (const method of account.tables.paymentMethods.by('customer', customer.id)) {
    account.put(account.tables.paymentMethods, { ...method, customer: null })
  }
  const last = findCustomer(account, customer.id)
  account.store.remove(account.tables.customers, customer.id)
  account.emit('customer.deleted', last)
  return account.put<Stripe.DeletedCustomer>(account.tables.deletedCustomers, {
    id: customer.id,
    object: 'customer',
    deleted: true,
  })
}

function removeDiscount(account: Account, customer: Stripe.Customer) {
  const discount = customer.discount
  if (!discount) throw missing('discount', customer.id)
  account.update(account.tables.customers, customer, { discount: null }, 'customer.updated')
  account.emit('customer.discount.deleted', discount)
  return { ...discount, deleted: true }
}

function listCustomers(account: Account, input: Input<typeof listInput>) {
  const { created, email, test_clock } = input
  const { customers } = account.tables
  // Customers on a test clock are listed only when their clock is asked for, as in Stripe.
  return page(
    customers,
    input,
    '/v1/customers',
    (customer) =>
      (customer.test_clock ?? undefined) === test_clock &&
      (email === undefined || customer.email === email) &&
      inRange(created, customer.created),
    email === undefined ? undefined : customers.by('email', email),
  )
}

/** What `expand[]` may add to a customer. */
export const customerExtras = {
  subscriptions: (account: Account, { id }: Stripe.Customer) =>
    inlineList(
      `/v1/customers/${id}/subscriptions`,
      account.tables.subscriptions
        .by('customer', id)
        .filter(({ ended_at }) => ended_at === null)
        .reverse(),
    ),
  tax_ids: (_account: Account, { id }: Stripe.Customer) =>
    inlineList(`/v1/customers/${id}/tax_ids`, []),
  sources: (_account: Account, { id }: Stripe.Customer) =>
    inlineList(`/v1/customers/${id}/sources`, []),
}
