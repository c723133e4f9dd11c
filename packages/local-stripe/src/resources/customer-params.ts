import type Stripe from 'stripe'
import { paging, range } from '../http/pages.ts'
import {
  clearable,
  hash,
  type Input,
  integer,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
} from '../http/params.ts'

const address = shape<Stripe.Address>()({
  city: clearable(text()),
  country: clearable(text()),
  line1: clearable(text()),
  line2: clearable(text()),
  postal_code: clearable(text()),
  state: clearable(text()),
})

const shipping = shape<Stripe.CustomerCreateParams.Shipping>()({
  address: required(hash(address)),
  name: required(text()),
  phone: text(),
})

const common = {
  address: clearable(hash(address)),
  balance: integer(),
  description: clearable(text()),
  email: clearable(text(512)),
  invoice_prefix: text(12),
  invoice_settings: hash(
    shape<Stripe.CustomerUpdateParams.InvoiceSettings>()({
      default_payment_method: clearable(text()),
      footer: clearable(text()),
    }),
  ),
  metadata: metadata(),
  name: clearable(text(256)),
  phone: clearable(text(20)),
  preferred_locales: list(text()),
  shipping: clearable(hash(shipping)),
  tax_exempt: clearable(oneOf('exempt', 'none', 'reverse')),
}

export const createInput = shape<Stripe.CustomerCreateParams>()({
  ...common,
  payment_method: text(),
  test_clock: text(),
})

export const updateInput = shape<Stripe.CustomerUpdateParams>()(common)

export const listInput = shape<Stripe.CustomerListParams>()({
  ...paging,
  created: range(),
  email: text(512),
  test_clock: text(),
})

export const readAddress = (
  given: Input<typeof address> | null | undefined,
): Stripe.Address | null =>
  given
    ? {
        city: given.city ?? null,
        country: given.country ?? null,
        line1: given.line1 ?? null,
        line2: given.line2 ?? null,
        postal_code: given.postal_code ?? null,
        state: given.state ?? null,
      }
    : null

export const readShipping = (
  given: Input<typeof shipping> | null | undefined,
): Stripe.Customer.Shipping | null =>
  given
    ? {
        address: readAddress(given.address) ?? undefined,
        name: given.name,
        phone: given.phone ?? null,
      }
    : null
