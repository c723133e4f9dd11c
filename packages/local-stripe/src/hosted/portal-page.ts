import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { describePrice, productOf } from '../billing/invoice-lines.ts'
import { formatAmount } from '../billing/money.ts'
import { nextPeriodEnd } from '../billing/renew.ts'
import { idOf } from '../ids.ts'
import { cardButtons, cardField } from './card-form.ts'
import { dayText } from './day.ts'
import { type Html, html } from './html.ts'
import { alert } from './layout.ts'
import type { PortalOutcome } from './portal-actions.ts'
import { cancelModes, type Portal, subscriptionsIn, switchablePrices } from './portal-view.ts'

export function portalPage(account: Account, portal: Portal, outcome: PortalOutcome): Html {
  const { session, customer, configuration } = portal
  const { features } = configuration
  const flow = session.flow?.type
  const subscriptions = subscriptionsIn(account, portal)
  return html`<div class="narrow"><div>
<h1>${configuration.business_profile.headline ?? 'Your billing'}</h1>
<p class="soft">${customer.email ?? customer.name ?? customer.id}</p>
${alert(outcome.error)}
${outcome.done && html`<p class="note" role="status">${outcome.done}</p>`}
${session.return_url && html`<p><a class="button" href="${session.return_url}">Return to the shop</a></p>`}
</div>
${outcome.offer && offerPart(account, portal, outcome.offer)}
${
  flow !== 'payment_method_update' &&
  html`<section aria-labelledby="plans"><h2 id="plans">Subscription</h2>
${subscriptions.length === 0 && html`<p>You have no subscription at the moment.</p>`}
${subscriptions.map((subscription) => subscriptionPart(account, portal, subscription))}
</section>`
}
${(!flow || flow === 'payment_method_update') && features.payment_method_update.enabled && cardPart(account, portal, outcome)}
${!flow && features.customer_update.enabled && detailsPart(portal)}
${!flow && features.invoice_history.enabled && invoicePart(account, customer)}</div>`
}

function subscriptionPart(
  account: Account,
  portal: Portal,
  subscription: Stripe.Subscription,
): Html {
  const names = subscription.items.data.map(({ price, quantity }) =>
    describePrice(account, price, quantity ?? 1),
  )
  const flow = portal.session.flow?.type
  return html`<div class="plan">
<p><strong>${names.join(', ')}</strong> <span class="status">${subscription.status.replaceAll('_', ' ')}</span></p>
<p>${nextText(subscription)}</p>
<form method="post" action="${portal.path}"><input type="hidden" name="subscription" value="${subscription.id}">
${flow !== 'subscription_cancel' && switchPart(account, portal, subscription)}
${(!flow || flow === 'subscription_cancel') && cancelPart(portal, subscription)}
</form></div>`
}

function nextText(subscription: Stripe.Subscription): string {
  if (subscription.cancel_at !== null) {
    return `Ends on ${dayText(subscription.cancel_at)}. You can still change your mind.`
  }
  const end = dayText(nextPeriodEnd(subscription))
  return subscription.status === 'trialing' ? `Free until ${end}.` : `Renews on ${end}.`
}

const button = (action: string, label: string, look = ''): Html =>
  html`<button name="action" value="${action}" class="${look}">${label}</button>`

function cancelPart(portal: Portal, subscription: Stripe.Subscription): Html {
  const modes = cancelModes(portal)
  const cancelling = subscription.cancel_at !== null
  return html`<div class="actions">
${cancelling && button('resume', 'Keep the subscription', 'good')}
${!cancelling && modes.includes('at_period_end') && button('cancel', 'Cancel at the end of the period')}
${modes.includes('immediately') && button('cancel_now', 'Cancel now', 'danger')}
</div>`
}

const labelOf = (account: Account, price: Stripe.Price): string => {
  const every = price.recurring
  const per = every
    ? every.interval_count === 1
      ? `per ${every.interval}`
      : `every ${every.interval_count} ${every.interval}s`
    : ''
  const name = productOf(account, price)?.name ?? 'Plan'
  return `${name}, ${formatAmount(price.unit_amount ?? 0, price.currency)} ${per}`
}

function switchPart(
  account: Account,
  portal: Portal,
  subscription: Stripe.Subscription,
): Html | '' {
  const prices = switchablePrices(account, portal, subscription)
  if (prices.length === 0) return ''
  const id = `price-${subscription.id}`
  return html`<div class="field"><label for="${id}">Change to</label><div class="inline">
<select id="${id}" name="price">${prices.map((price) => html`<option value="${price.id}">${labelOf(account, price)}</option>`)}</select>
<button name="action" value="switch">See the cost</button></div></div>`
}

const offerPart = (
  account: Account,
  { path }: Portal,
  { price, subscription, due }: NonNullable<PortalOutcome['offer']>,
): Html => html`<section aria-labelledby="offer"><h2 id="offer">Change the plan?</h2>
<p>To ${labelOf(account, price)}.</p><p class="total">${due}</p><p class="soft">due now; what is left of the old plan is taken into account.</p>
<form class="actions" method="post" action="${path}">
<input type="hidden" name="subscription" value="${subscription}"><input type="hidden" name="price" value="${price.id}">
<button class="good" name="action" value="confirm_switch">Change the plan</button><a class="button" href="${path}">Leave it as it is</a>
</form></section>`

function cardPart(account: Account, portal: Portal, { typedNumber }: PortalOutcome): Html {
  const { customer, path, session } = portal
  const subscription = subscriptionsIn(account, portal).at(0)
  const id =
    idOf(subscription?.default_payment_method) ??
    idOf(customer.invoice_settings.default_payment_method)
  const card = account.tables.paymentMethods.get(id ?? '')?.card
  const open = typedNumber !== undefined || session.flow !== null
  return html`<section aria-labelledby="card"><h2 id="card">Card</h2>
<p>${card ? `${card.brand.toUpperCase()} ending in ${card.last4}, valid until ${card.exp_month}/${card.exp_year}` : 'No card is on file.'}</p>
<details ${open && html`open`}><summary>Use another card</summary>
<form method="post" action="${path}">${cardField(typedNumber)}
<button class="primary" name="action" value="card">Use this card</button>${cardButtons()}</form></details></section>`
}

function detailsPart({ configuration, customer, path }: Portal): Html {
  const allowed = configuration.features.customer_update.allowed_updates
  return html`<section aria-labelledby="details"><h2 id="details">Your details</h2>
<form method="post" action="${path}">
${allowed.includes('name') && html`<div class="field"><label for="name">Name</label><input id="name" name="name" type="text" autocomplete="name" value="${customer.name ?? ''}"></div>`}
${allowed.includes('email') && html`<div class="field"><label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="email" value="${customer.email ?? ''}"></div>`}
<button name="action" value="details">Save</button></form></section>`
}

const shownInvoices = 24

function invoicePart(account: Account, customer: Stripe.Customer): Html | '' {
  const invoices = account.tables.invoices
    .by('customer', customer.id)
    .filter(({ status }) => status !== 'draft')
    .reverse()
    .slice(0, shownInvoices)
  if (invoices.length === 0) return ''
  return html`<section aria-labelledby="invoices"><h2 id="invoices">Invoices</h2>
<ul class="rows">${invoices.map(
    (invoice) =>
      html`<li><span><a href="/invoice/${invoice.id}">${invoice.number ?? 'Invoice'}</a><br><small>${dayText(invoice.created)}</small></span>
<span>${formatAmount(invoice.total, invoice.currency)}<br><small>${invoice.status ?? ''}</small></span></li>`,
  )}</ul></section>`
}
