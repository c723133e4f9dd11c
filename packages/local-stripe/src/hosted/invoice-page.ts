import type Stripe from 'stripe'
import { formatAmount } from '../billing/money.ts'
import { cardButtons, cardField } from './card-form.ts'
import { dayText } from './day.ts'
import { type Html, html } from './html.ts'
import { alert } from './layout.ts'

/** @param waiting the payment intent whose holder the bank asks to confirm */
export function invoicePage(
  invoice: Stripe.Invoice,
  { number, error, waiting }: { number?: string; error?: string; waiting?: string },
): Html {
  const money = (amount: number) => formatAmount(amount, invoice.currency)
  const discount = invoice.subtotal - invoice.total
  return html`<section><h1>Invoice ${invoice.number ?? ''}</h1>
<p class="soft">${dayText(invoice.created)} · ${invoice.customer_email ?? ''} <span class="status">${invoice.status ?? ''}</span></p>
<ul class="rows">
${invoice.lines.data.map(
  (line) =>
    html`<li><span>${line.description ?? ''}<br><small>${dayText(line.period.start)} – ${dayText(line.period.end)}</small></span><span>${money(line.amount)}</span></li>`,
)}
${discount > 0 && html`<li><span>Discount</span><span>−${money(discount)}</span></li>`}
<li class="sum"><span>Total</span><span>${money(invoice.total)}</span></li>
${invoice.starting_balance < 0 && html`<li><span>Credit used</span><span>${money(invoice.amount_due - invoice.total)}</span></li>`}
<li class="sum"><span>${invoice.status === 'paid' ? 'Paid' : 'Due'}</span><span>${money(invoice.status === 'paid' ? invoice.amount_paid : invoice.amount_remaining)}</span></li>
</ul></section>
${
  invoice.status === 'open' &&
  waiting !== undefined &&
  html`<section><h2>Your bank wants to know that it is you</h2>
<p><a class="button primary" href="/confirm/${waiting}?back=/invoice/${invoice.id}">Confirm this payment</a></p></section>`
}
${
  invoice.status === 'open' &&
  html`<section aria-labelledby="how"><h2 id="how">Pay with a test card</h2>${alert(error)}
<form method="post" action="/invoice/${invoice.id}">${cardField(number)}
<button class="primary" name="action" value="pay">Pay ${money(invoice.amount_remaining)}</button>${cardButtons()}</form></section>`
}`
}
