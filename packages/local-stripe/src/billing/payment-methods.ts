import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { cardError, invalid, missing } from '../http/faults.ts'
import { idOf, newId } from '../ids.ts'
import { readyMadeCard, type TestCard, testCard } from './cards.ts'
import { declineMembers } from './declines.ts'

export function findPaymentMethod(account: Account, id: string, param?: string) {
  const method = account.tables.paymentMethods.get(id)
  if (!method) throw missing('PaymentMethod', id, param)
  return method
}

/** A payment method that belongs to this customer. */
export function ownedMethod(account: Account, customer: string, id: string, param?: string) {
  const method = findPaymentMethod(account, id, param)
  if (method.customer === customer) return method
  throw invalid(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: param ?? 'payment_method' },
  )
}

interface CardExtras {
  exp_month?: number
  exp_year?: number
  billing?: {
    email?: string | null
    name?: string | null
    phone?: string | null
    address?: Stripe.Address | null
  }
  metadata?: Record<string, string>
}

/** A payment method of a test card, attached to nobody yet. */
export function newCard(account: Account, card: TestCard, extras: CardExtras = {}) {
  const now = account.now()
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: extras.billing?.address ?? {
        city: null,
        country: null,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      },
      email: extras.billing?.email ?? null,
      name: extras.billing?.name ?? null,
      phone: extras.billing?.phone ?? null,
      tax_id: null,
    },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: extras.exp_month ?? 12,
      exp_year: extras.exp_year ?? new Date(now * 1000).getUTCFullYear() + 4,
      fingerprint: `local${card.number.slice(-11)}`,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: extras.metadata ?? {},
    type: 'card',
  }
  account.put(account.tables.paymentMethods, method)
  account.put(account.tables.cardsOnFile, { id: method.id, number: card.number, confirmed: false })
  return method
}

/** Attaches a payment method, or a new copy of a ready-made one such as `pm_card_visa`. */
export function attach(account: Account, id: string, customer: string, param?: string) {
  const ready = readyMadeCard(id)
  const method = ready ? newCard(account, ready) : findPaymentMethod(account, id, param)
  const owner = idOf(method.customer)
  if (owner === customer) return method
  if (owner) {
    throw invalid('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
    })
  }
  const decline = cardBehind(account, method.id)?.refusedAtSetup
  if (decline) throw cardError(decline.message, declineMembers(decline))
  return account.update(
    account.tables.paymentMethods,
    method,
    { customer },
    'payment_method.attached',
  )
}

export const cardBehind = (account: Account, method: string): TestCard | undefined =>
  testCard(account.tables.cardsOnFile.get(method)?.number ?? '')
