import type { Stripe } from '../../clients/stripe.ts'
import type { Config } from '../../config.ts'

/** Where Stripe sends the browser after payment; it fills in the id of the session. */
export const returnUrl = ({ PUBLIC_URL }: Config): string =>
  `${PUBLIC_URL}/account/welcome?session_id={CHECKOUT_SESSION_ID}`

/** Stripe works out tax from the address, which the page then asks for and the customer keeps. */
export const taxParams = ({
  STRIPE_AUTOMATIC_TAX,
}: Config): Partial<Stripe.Checkout.SessionCreateParams> =>
  STRIPE_AUTOMATIC_TAX
    ? {
        automatic_tax: { enabled: true },
        billing_address_collection: 'required',
        customer_update: { address: 'auto', name: 'auto' },
        tax_id_collection: { enabled: true },
      }
    : {}
