import type Stripe from 'stripe'
import { get, nothing } from '../http/route.ts'

/** What a client asks to see whether its key works. */
export const accountRoutes = [
  get('/v1/account', nothing, () => ({
    id: 'acct_local',
    object: 'account',
    business_type: null,
    charges_enabled: true,
    country: 'US',
    default_currency: 'usd',
    details_submitted: true,
    email: null,
    payouts_enabled: true,
    type: 'standard',
  })),
  get(
    '/v1/balance',
    nothing,
    (): Stripe.Balance => ({
      object: 'balance',
      available: [{ amount: 0, currency: 'usd', source_types: { card: 0 } }],
      livemode: false,
      pending: [{ amount: 0, currency: 'usd', source_types: { card: 0 } }],
    }),
  ),
]
