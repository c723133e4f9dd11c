import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { spaced, testCards } from '../billing/cards.ts'
import { amountsOf, detailsOf } from '../billing/checkout.ts'
import { debitTypeOf } from '../billing/checkout-pay.ts'
import { priceFor, productOf } from '../billing/invoice-lines.ts'
import { formatAmount } from '../billing/money.ts'
import { idOf } from '../ids.ts'
import { type Html, html } from './html.ts'
import { alert } from './layout.ts'

/** What was typed, to be shown again. */
export interface Typed {
  number?: string
  email?: string
  name?: string
  promotionCode?: string
}

export function checkoutPage(
  account: Account,
  session: Stripe.Checkout.Session,
  typed: Typed,
  error?: string,
): Html {
  return html`<div class="two">${summary(account, session)}${payment(account, session, typed, error)}</div>`
}

const money = (amount: number, session: Stripe.Checkout.Session): string =>
  formatAmount(amount, session.currency ?? 'usd')

const perText = (recurring: Stripe.Price.Recurring): string =>
  recurring.interval_count === 1
    ? ` per ${recurring.interval}`
    : ` every ${recurring.interval_count} ${recurring.interval}s`

function summary(account: Account, session: Stripe.Checkout.Session): Html {
  const details = detailsOf(account, session)
  const { subtotal, discount, total } = amountsOf(account, details)
  const coupon = account.tables.coupons.get(details.coupon ?? '')
  const lines = details.lineItems.map(({ price: id, quantity }) => {
    const price = account.tables.prices.get(id)
    if (!price) return ''
    const name = productOf(account, price)?.name ?? 'Product'
    const per = price.recurring ? perText(price.recurring) : ''
    const many = quantity > 1 ? ` × ${quantity}` : ''
    return html`<li><span>${name}${many}</span><span>${money(priceFor(price, quantity), session)}${per}</span></li>`
  })
  const trial = details.subscription.trialDays
  return html`<section aria-labelledby="what">
<h1 id="what">${session.mode === 'subscription' ? 'Subscribe' : session.mode === 'setup' ? 'Save a card' : 'Pay'}</h1>
<p class="total">${money(total, session)}</p>
<p class="soft">${trial ? `Nothing is due today: ${trial} days free, then the price below.` : 'Due today'}</p>
<ul class="rows">
${lines}
${discount > 0 && html`<li><span>Subtotal</span><span>${money(subtotal, session)}</span></li>`}
${coupon && html`<li><span>${coupon.name ?? 'Discount'}</span><span>−${money(discount, session)}</span></li>`}
<li class="sum"><span>Total due today</span><span>${money(total, session)}</span></li>
</ul>
${session.allow_promotion_codes && promotion(session, details.promotionCode !== null)}
${session.cancel_url && html`<p><a href="${session.cancel_url}">Go back without paying</a></p>`}
</section>`
}

function promotion(session: Stripe.Checkout.Session, applied: boolean): Html {
  if (applied) {
    return html`<form method="post" action="/c/pay/${session.id}/promotion">
<input type="hidden" name="promotion_code" value=""><button>Take the promotion code off</button></form>`
  }
  return html`<form method="post" action="/c/pay/${session.id}/promotion">
<div class="field"><label for="code">Promotion code</label>
<input id="code" name="promotion_code" type="text" autocomplete="off" required></div>
<button>Apply</button></form>`
}

function payment(
  account: Account,
  session: Stripe.Checkout.Session,
  typed: Typed,
  error?: string,
): Html {
  const customer = account.tables.customers.get(idOf(session.customer) ?? '')
  const { total } = amountsOf(account, detailsOf(account, session))
  const label =
    session.mode === 'setup' ? 'Save card' : total === 0 ? 'Start' : `Pay ${money(total, session)}`
  return html`<section aria-labelledby="how">
<h2 id="how">Pay with a test card</h2>
${alert(error)}
<form method="post" action="/c/pay/${session.id}">
${
  customer
    ? html`<p class="soft">For ${customer.email ?? customer.name ?? customer.id}</p>`
    : html`<div class="field"><label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="email" required value="${typed.email ?? session.customer_email ?? ''}"></div>`
}
<div class="field"><label for="number">Card number</label>
<input id="number" name="number" type="text" inputmode="numeric" autocomplete="cc-number" value="${typed.number ?? '4242 4242 4242 4242'}" required></div>
<div class="pair">
<div class="field"><label for="expiry">Expiry</label><input id="expiry" name="expiry" type="text" inputmode="numeric" autocomplete="cc-exp" value="12 / 34"></div>
<div class="field"><label for="cvc">Security code</label><input id="cvc" name="cvc" type="text" inputmode="numeric" autocomplete="cc-csc" value="123"></div>
</div>
<button class="primary" name="action" value="pay">${label}</button>
${cardButtons()}
</form>
${
  debitTypeOf(session) &&
  html`<form method="post" action="/c/pay/${session.id}">
<button name="action" value="bank_debit">Pay by bank debit, settled later</button></form>`
}
</section>`
}

/** Buttons that fill in the number, without a script: the page comes back with it. */
export const cardButtons =
  (): Html => html`<fieldset><legend>Or fill in a test card</legend><div class="cards">
${testCards
  .slice(0, 8)
  .map(
    (card) =>
      html`<button name="fill" value="${spaced(card.number)}" formnovalidate><b>${spaced(card.number)}</b><small>${card.label}</small></button>`,
  )}
</div></fieldset>`

export const confirmPage = (session: Stripe.Checkout.Session): Html => html`<section>
<h1>Your bank asks: is this payment yours?</h1>
<p>This stands for the 3-D Secure step that a bank puts between the card and the payment.</p>
<div class="actions">
<form method="post" action="/c/pay/${session.id}/confirm">
<button class="primary" name="outcome" value="succeed">Confirm the payment</button>
<button class="danger" name="outcome" value="fail">Refuse it</button>
</form></div></section>`

export const closedPage = (session: Stripe.Checkout.Session): Html => html`<section>
<h1>${session.status === 'expired' ? 'This checkout has expired' : 'This checkout is already paid'}</h1>
<p>${session.status === 'expired' ? 'Go back to the shop and start again.' : 'There is nothing more to do here.'}</p>
${session.cancel_url && html`<p><a class="button" href="${session.cancel_url}">Back to the shop</a></p>`}
</section>`
