import { InvoiceStatus, type PurchaseStatus } from '../../../contract/billing.ts'
import { dateOf, isMissing } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { sessionOf } from '../checkout/checkout-terms.ts'
import { customersOf } from '../customers.ts'

/** A film that someone rented or bought, and until when it plays. */
export async function purchasesOf({ database }: Pick<BillingDeps, 'database'>, userId: string) {
  const purchases = await database.purchase.findMany({
    where: { userId },
    orderBy: [{ paidAt: 'desc' }, { id: 'desc' }],
    include: { video: { select: { slug: true, title: true } } },
  })
  return purchases.map(({ video, firstPlayedAt, watchHours, startBy, paidAt, ...purchase }) => ({
    id: purchase.id,
    kind: purchase.kind,
    status: purchase.status as PurchaseStatus,
    amount: purchase.amount,
    amountRefunded: purchase.amountRefunded,
    currency: purchase.currency,
    video: video,
    paidAt: paidAt.toISOString(),
    startBy: startBy?.toISOString() ?? null,
    watchUntil: watchUntil(firstPlayedAt, watchHours)?.toISOString() ?? null,
  }))
}

/** The same, each with its receipt where Stripe has made one. */
export async function purchasesWithReceipts(
  { database }: Pick<BillingDeps, 'database'>,
  userId: string,
) {
  const [purchases, payments] = await Promise.all([
    purchasesOf({ database }, userId),
    database.payment.findMany({
      where: { userId, purchaseId: { not: null }, status: 'succeeded' },
      select: { purchaseId: true, receiptUrl: true },
    }),
  ])
  // A bundle is one payment, and is named there by the first of its films.
  const receipts = new Map(
    payments.map(({ purchaseId, receiptUrl }) => [sessionOf(purchaseId ?? ''), receiptUrl]),
  )
  return purchases.map((purchase) => ({
    ...purchase,
    receiptUrl: receipts.get(sessionOf(purchase.id)) ?? null,
  }))
}

const watchUntil = (firstPlayedAt: Date | null, hours: number | null) =>
  firstPlayedAt && hours !== null ? new Date(firstPlayedAt.getTime() + hours * 3_600_000) : null

/** As many as fit on a page; the billing portal has all. */
const mostInvoices = 24

/**
 * The invoices of someone's plan, newest first, with the address of each at Stripe.
 *
 * @throws what the Stripe SDK throws
 */
export async function invoicesOf(deps: BillingDeps, userId: string) {
  const customers = await customersOf(deps, userId)
  const each = await Promise.all(customers.map((customer) => listInvoices(deps, customer)))
  return each
    .flat()
    .sort((a, b) => b.created - a.created)
    .slice(0, mostInvoices)
    .flatMap(({ id, number, status, created, total, currency, hosted_invoice_url }) => {
      const shown = InvoiceStatus.enum.find((one) => one === status)
      if (shown === undefined) return []
      return {
        id: id ?? '',
        number,
        status: shown,
        createdAt: dateOf(created).toISOString(),
        amount: total,
        currency,
        url: hosted_invoice_url ?? null,
      }
    })
}

/** Of a customer that is gone there are none, which the next sync stores. */
async function listInvoices({ stripe }: BillingDeps, customer: string) {
  try {
    return (await stripe.invoices.list({ customer, limit: mostInvoices })).data
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
