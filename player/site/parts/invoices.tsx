import type { Invoice } from '../../../contract/billing.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { day, money } from '../../../contract/words/format.ts'
import { invoiceWords } from '../billing-words.ts'

/** What was charged for a plan, newest first; each leads to its invoice at Stripe. */
export function Invoices({ invoices }: { invoices: readonly Invoice[] }) {
  return (
    <section class="panel" aria-labelledby="invoices">
      <h2 id="invoices">{accountWords('payments')}</h2>
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
