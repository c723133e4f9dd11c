import { day, money } from '../../ui/format.ts'
import { invoiceWords, purchaseWords } from '../billing-words.ts'
import type { BoughtVideo, Invoice } from '../contract.ts'

/** Films that were rented or bought, newest first. */
export function BoughtVideos({ purchases }: { purchases: readonly BoughtVideo[] }) {
  return (
    <section class="panel" aria-labelledby="films">
      <h2 id="films">Films</h2>
      <ul class="ledger">
        {purchases.map((purchase) => (
          <li key={purchase.id}>
            <span class="ledger-what">
              <a href={`/watch/${purchase.video.slug}`}>{purchase.video.title}</a>
              <span class="ledger-more">{purchaseWords(purchase)}</span>
            </span>
            <span class="ledger-amount">{money(purchase.amount, purchase.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was charged for a plan, newest first; each leads to its invoice at Stripe. */
export function Invoices({ invoices }: { invoices: readonly Invoice[] }) {
  return (
    <section class="panel" aria-labelledby="invoices">
      <h2 id="invoices">Payments</h2>
      <ul class="ledger">
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <span class="ledger-what">
              {invoice.url === null ? (
                day(invoice.createdAt)
              ) : (
                <a href={invoice.url}>{day(invoice.createdAt)}</a>
              )}
              <span class="ledger-more">
                {invoiceWords(invoice)}
                {invoice.number !== null && ` · ${invoice.number}`}
              </span>
            </span>
            <span class="ledger-amount">{money(invoice.amount, invoice.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
