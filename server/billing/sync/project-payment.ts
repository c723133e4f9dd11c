import { dateOf, idOf, type Stripe } from '../../clients/stripe.ts'
import { type PurchaseTerms, readTerms } from '../checkout/checkout-terms.ts'
import type { Charged, Sale } from './customer-snapshot.ts'
import { moneyBackOf } from './money-back.ts'

/** All that is stored of a charge, but for whose it is. */
export interface PaymentRow {
  id: string
  kind: 'plan' | 'rent' | 'buy' | 'other'
  status: string
  description: string | null
  subscriptionId: string | null
  invoiceId: string | null
  purchaseId: string | null
  paymentIntentId: string | null
  priceIds: string[]
  productIds: string[]
  amount: number
  currency: string
  tax: number | null
  fee: number | null
  amountRefunded: number
  dispute: 'disputed' | 'lost' | 'won' | null
  receiptUrl: string | null
  at: Date
}

/** What is stored of a charge: what it was for, and what became of its money. */
export function projectPayment(
  { charge, invoice, disputes }: Charged,
  sales: readonly Sale[],
): PaymentRow {
  const intent = idOf(charge.payment_intent)
  const sale = sales.find(
    ({ session }) => intent !== null && idOf(session.payment_intent) === intent,
  )
  const terms = readTerms(sale?.session.metadata ?? charge.metadata)
  const lines = chargedFor(invoice)
  const subscriptionId = idOf(invoice?.parent?.subscription_details?.subscription)
  return {
    id: charge.id,
    kind: kindOf(terms) ?? (subscriptionId === null ? 'other' : 'plan'),
    status: charge.status,
    description: lines[0]?.description ?? charge.description,
    subscriptionId,
    invoiceId: invoice?.id ?? null,
    purchaseId: sale?.session.id ?? null,
    paymentIntentId: intent,
    ...pricesOf(lines),
    amount: charge.amount,
    currency: charge.currency,
    tax: taxOf(invoice, sale),
    fee: feeOf(charge),
    amountRefunded: charge.amount_refunded,
    dispute: disputeOf(charge, disputes),
    receiptUrl: charge.receipt_url,
    at: dateOf(charge.created),
  }
}

/**
 * What an invoice charges for, the product first for which most is left to pay. Whoever changes plans is
 * charged for the new one, and the time that is left of the old one is a line below zero; who changed and
 * changed back has paid nearly nothing for what they had in between, though its line is the dearest.
 */
const chargedFor = (invoice: Stripe.Invoice | null): Stripe.InvoiceLineItem[] => {
  const lines = invoice?.lines.data ?? []
  const left = new Map<string, number>()
  for (const line of lines) {
    left.set(productOf(line), (left.get(productOf(line)) ?? 0) + amountOf(line))
  }
  const leftOf = (line: Stripe.InvoiceLineItem) => left.get(productOf(line)) ?? 0
  const dearest = lines.toSorted((a, b) => leftOf(b) - leftOf(a) || b.amount - a.amount)
  const charged = dearest.filter((line) => line.amount > 0 && leftOf(line) > 0)
  return charged.length > 0 ? charged : dearest
}

/** What an operator adds by hand may be of no product. */
const productOf = ({ id, pricing }: Stripe.InvoiceLineItem): string =>
  pricing?.price_details?.product ?? id

const amountOf = ({ amount, discount_amounts }: Stripe.InvoiceLineItem): number =>
  (discount_amounts ?? []).reduce((left, off) => left - off.amount, amount)

function pricesOf(lines: readonly Stripe.InvoiceLineItem[]) {
  const details = lines.flatMap(({ pricing }) => pricing?.price_details ?? [])
  return {
    priceIds: details.flatMap(({ price }) => idOf(price) ?? []),
    productIds: details.map(({ product }) => product),
  }
}

const kindOf = (terms: PurchaseTerms | null) => (terms?.kind === 'bundle' ? 'buy' : terms?.kind)

function taxOf(invoice: Stripe.Invoice | null, sale: Sale | undefined): number | null {
  if (invoice !== null) {
    const taxes = invoice.total_taxes
    return taxes === null ? null : taxes.reduce((sum, { amount }) => sum + amount, 0)
  }
  return sale?.session.total_details?.amount_tax ?? null
}

const feeOf = ({ balance_transaction }: Stripe.Charge): number | null =>
  typeof balance_transaction === 'object' && balance_transaction !== null
    ? balance_transaction.fee
    : null

function disputeOf(charge: Stripe.Charge, disputes: Stripe.Dispute[]): PaymentRow['dispute'] {
  const back = moneyBackOf({ ...charge, refunded: false }, disputes)
  if (back === 'lost' || back === 'disputed') return back
  return disputes.some(({ status }) => status === 'won') ? 'won' : null
}
