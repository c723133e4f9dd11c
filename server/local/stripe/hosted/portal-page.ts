import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { describePrice } from '../billing/invoice-lines.ts'
import { formatAmount } from '../billing/money.ts'
import { nextPeriodEnd } from '../billing/renew.ts'
import { idOf } from '../ids.ts'
import { cardButtons } from './checkout-page.ts'
import { type Html, html } from './html.ts'
import { alert } from './layout.ts'

const day = (seconds: number): string =>
  new Date(seconds * 1000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

export interface PortalView {
  customer: Stripe.Customer
  /** The page's own path. */
  path: string
  returnUrl: string | null
  typedNumber?: string
  error?: string
  done?: string
}

export function portalPage(account: Account, view: PortalView): Html {
  const { customer, returnUrl, error, done } = view
  const subscriptions = account.tables.subscriptions
    .by('customer', customer.id)
    .filter(({ ended_at }) => ended_at === null)
  return html`
<div><h1>Your billing</h1>
<p class="soft">${customer.email ?? customer.name ?? customer.id}</p>
${alert(error)}
${done && html`<p class="note" role="status">${done}</p>`}
${returnUrl && html`<p><a class="button" href="${returnUrl}">Return to the shop</a></p>`}</div>
<section aria-labelledby="plans"><h2 id="plans">Subscription</h2>
${
  subscriptions.length === 0
    ? html`<p>You have no subscription at the moment.</p>`
    : subscriptions.map((subscription) => subscriptionPart(account, subscription, view.path))
}
</section>
${cardPart(account, view)}
${invoicePart(account, customer)}`
}

function subscriptionPart(account: Account, subscription: Stripe.Subscription, path: string): Html {
  const names = subscription.items.data.map(({ price, quantity }) =>
    describePrice(account, price, quantity ?? 1),
  )
  const end = day(subscription.cancel_at ?? nextPeriodEnd(subscription))
  const cancelling = subscription.cancel_at !== null || subscription.cancel_at_period_end
  const button = (action: string, label: string, look = '') =>
    html`<button name="action" value="${action}" class="${look}">${label}</button>`
  return html`<p><strong>${names.join(', ')}</strong> <span class="status">${subscription.status.replaceAll('_', ' ')}</span></p>
<p>${cancelling ? `Ends on ${end}. You can still change your mind.` : `Renews on ${end}.`}</p>
<form method="post" action="${path}"><input type="hidden" name="subscription" value="${subscription.id}">
<div class="actions">
${cancelling ? button('resume', 'Keep the subscription') : button('cancel', 'Cancel at the end of the period')}
${button('cancel_now', 'Cancel now', 'danger')}
</div></form>`
}

function cardPart(account: Account, { customer, path, typedNumber }: PortalView): Html {
  const subscription = account.tables.subscriptions
    .by('customer', customer.id)
    .find(({ ended_at }) => ended_at === null)
  const id =
    idOf(subscription?.default_payment_method) ??
    idOf(customer.invoice_settings.default_payment_method)
  const card = account.tables.paymentMethods.get(id ?? '')?.card
  return html`<section aria-labelledby="card"><h2 id="card">Card</h2>
<p>${card ? `${card.brand} ending in ${card.last4}, valid until ${card.exp_month}/${card.exp_year}` : 'No card is on file.'}</p>
<details ${typedNumber ? html`open` : ''}><summary>Use another card</summary>
<form method="post" action="${path}">
<div class="field"><label for="number">Card number</label>
<input id="number" name="number" type="text" inputmode="numeric" autocomplete="cc-number" required value="${typedNumber ?? '4242 4242 4242 4242'}"></div>
<button class="primary" name="action" value="card">Use this card</button>
${cardButtons()}
</form></details></section>`
}

function invoicePart(account: Account, customer: Stripe.Customer): Html {
  const invoices = account.tables.invoices
    .by('customer', customer.id)
    .filter(({ status }) => status !== 'draft')
    .reverse()
    .slice(0, 24)
  if (invoices.length === 0) return html``
  return html`<section aria-labelledby="invoices"><h2 id="invoices">Invoices</h2>
<div class="scroll"><table><thead><tr><th scope="col">Date</th><th scope="col">Number</th><th scope="col">Status</th><th scope="col" class="amount">Amount</th></tr></thead>
<tbody>${invoices.map(
    (invoice) =>
      html`<tr><td>${day(invoice.created)}</td><td><a href="/invoice/${invoice.id}">${invoice.number ?? ''}</a></td><td>${invoice.status ?? ''}</td><td class="amount">${formatAmount(invoice.total, invoice.currency)}</td></tr>`,
  )}</tbody></table></div></section>`
}
