import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { amountsOf, detailsOf, pricedAs } from '../billing/checkout.ts'
import { debitTypeOf } from '../billing/checkout-pay.ts'
import { priceFor, productOf } from '../billing/invoice-lines.ts'
import { formatAmount } from '../billing/money.ts'
import { idOf } from '../ids.ts'
import { cardButtons, cardField } from './card-form.ts'
import { type Html, html } from './html.ts'
import { alert } from './layout.ts'

/** What was typed, to be shown again. */
export interface Typed {
  number?: string
  email?: string
  name?: string
  country?: string
  postalCode?: string
}

type Session = Stripe.Checkout.Session

export const checkoutPage = (
  account: Account,
  session: Session,
  typed: Typed,
  error?: string,
): Html =>
  html`<div class="two">${summary(account, session)}${payment(account, session, typed, error)}</div>`

const money = (amount: number, { currency }: Session): string =>
  formatAmount(amount, currency ?? 'usd')

const perText = ({ interval, interval_count }: Stripe.Price.Recurring): string =>
  interval_count === 1 ? ` per ${interval}` : ` every ${interval_count} ${interval}s`

const heading: Readonly<Record<string, string>> = {
  subscription: 'Subscribe',
  payment: 'Pay',
  setup: 'Save a card',
}

function summary(account: Account, session: Session): Html {
  const details = detailsOf(account, session)
  const { subtotal, discount, total } = amountsOf(account, details)
  const coupon = account.tables.coupons.get(details.coupon ?? '')
  const { trialDays } = details.subscription
  const due = trialDays
    ? `Nothing is due today: ${trialDays} days are free, then the price below.`
    : 'Due today'
  return html`<section aria-labelledby="what">
<h1 id="what">${heading[session.mode] ?? 'Pay'}</h1>
<p class="total">${money(total, session)}</p>
<p class="soft">${due}</p>
<ul class="rows">
${details.lineItems.map((item) => line(account, session, item))}
${discount > 0 && html`<li><span>Subtotal</span><span>${money(subtotal, session)}</span></li>`}
${coupon && html`<li><span>${coupon.name ?? 'Discount'}</span><span>−${money(discount, session)}</span></li>`}
<li class="sum"><span>Total due today</span><span>${money(total, session)}</span></li>
</ul>
${session.allow_promotion_codes && promotion(session, details.promotionCode !== null)}
${session.cancel_url && html`<p class="apart"><a href="${session.cancel_url}">Go back without paying</a></p>`}
</section>`
}

function line(
  account: Account,
  session: Session,
  { price: id, quantity }: { price: string; quantity: number },
): Html | '' {
  const price = pricedAs(account, { currency: session.currency }, id)
  if (!price) return ''
  const name = productOf(account, price)?.name ?? 'Product'
  const per = price.recurring ? perText(price.recurring) : ''
  const many = quantity > 1 ? ` × ${quantity}` : ''
  return html`<li><span>${name}${many}</span><span>${money(priceFor(price, quantity), session)}${per}</span></li>`
}

const promotion = (session: Session, applied: boolean): Html =>
  applied
    ? html`<form class="apart" method="post" action="/c/pay/${session.id}/promotion">
<input type="hidden" name="promotion_code" value=""><button>Take the promotion code off</button></form>`
    : html`<form class="apart" method="post" action="/c/pay/${session.id}/promotion">
<label for="code">Promotion code</label>
<div class="inline"><input id="code" name="promotion_code" type="text" autocomplete="off" required><button>Apply</button></div></form>`

function payment(account: Account, session: Session, typed: Typed, error?: string): Html {
  const customer = account.tables.customers.get(idOf(session.customer) ?? '')
  const { total } = amountsOf(account, detailsOf(account, session))
  const free = total === 0 && session.payment_method_collection === 'if_required'
  const label =
    session.mode === 'setup' ? 'Save card' : total === 0 ? 'Start' : `Pay ${money(total, session)}`
  return html`<section aria-labelledby="how">
<h2 id="how">${free ? 'No card is needed' : 'Pay with a test card'}</h2>
${alert(error)}
<form method="post" action="/c/pay/${session.id}">
${customer ? html`<p class="soft">For ${customer.email ?? customer.name ?? customer.id}</p>` : emailField(session, typed)}
${session.billing_address_collection === 'required' && addressFields(typed)}
${!free && cardField(typed.number)}
<button class="primary" name="action" value="${free ? 'start' : 'pay'}">${label}</button>
${!free && cardButtons()}
</form>
${debitTypeOf(session) && debit(session)}
</section>`
}

const emailField = (session: Session, { email }: Typed): Html => html`<div class="field">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="email" required value="${email ?? session.customer_email ?? ''}"></div>`

const addressFields = ({ country, postalCode }: Typed): Html => html`<div class="pair">
<div class="field"><label for="country">Country, as two letters</label>
<input id="country" name="country" type="text" autocomplete="country" maxlength="2" pattern="[A-Za-z]{2}" required value="${country ?? ''}"></div>
<div class="field"><label for="postal_code">Postal code</label>
<input id="postal_code" name="postal_code" type="text" autocomplete="postal-code" value="${postalCode ?? ''}"></div>
</div>`

const debit = (
  session: Session,
): Html => html`<form class="apart" method="post" action="/c/pay/${session.id}">
<button name="action" value="bank_debit">Pay by bank debit</button>
<p class="soft">A bank debit is on its way for days. Here it waits until it is settled by hand.</p></form>`

export const confirmPage = (session: Session): Html => html`<section>
<h1>Your bank asks: is this payment yours?</h1>
<p>This stands for the 3-D Secure step that a bank puts between the card and the payment.</p>
<form class="actions" method="post" action="/c/pay/${session.id}/confirm">
<button class="good" name="outcome" value="succeed">Confirm the payment</button>
<button class="danger" name="outcome" value="fail">Refuse it</button>
</form></section>`

export const closedPage = (session: Session): Html => html`<section>
<h1>${session.status === 'expired' ? 'This checkout has expired' : 'This checkout is done'}</h1>
<p>${session.status === 'expired' ? 'Go back to the shop and start again.' : 'There is nothing more to do here.'}</p>
${session.cancel_url && html`<p><a class="button" href="${session.cancel_url}">Back to the shop</a></p>`}
</section>`
