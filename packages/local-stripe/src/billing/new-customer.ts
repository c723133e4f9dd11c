import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { newId, randomText } from '../ids.ts'

/** A new customer, by the API or by a checkout that was begun without one. */
export function newCustomer(
  account: Account,
  given: Partial<Stripe.Customer> & { test_clock?: string | null },
): Stripe.Customer {
  return account.create<Stripe.Customer>(
    account.tables.customers,
    {
      id: newId('cus', 14),
      object: 'customer',
      address: null,
      balance: 0,
      created: account.now(given.test_clock),
      currency: null,
      default_source: null,
      delinquent: false,
      description: null,
      discount: null,
      email: null,
      invoice_prefix: randomText(8).toUpperCase(),
      invoice_settings: {
        custom_fields: null,
        default_payment_method: null,
        footer: null,
        rendering_options: null,
      },
      livemode: false,
      metadata: {},
      name: null,
      next_invoice_sequence: 1,
      phone: null,
      preferred_locales: [],
      shipping: null,
      tax_exempt: 'none',
      test_clock: null,
      ...given,
    },
    'customer.created',
  )
}
