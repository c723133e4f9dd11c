import type { Account } from '../account.ts'
import { redeemable } from '../billing/redeemable.ts'
import { invalid } from '../http/faults.ts'
import type { Input } from '../http/params.ts'
import { newId } from '../ids.ts'
import { mergeMetadata } from '../store/metadata.ts'
import type { CheckoutDetails } from '../store/tables.ts'
import { checkModes, lineItemPrice } from './checkout-lines.ts'
import type { createInput } from './checkout-session-params.ts'

/** What a session keeps of its parameters, beside what the API shows of it. */
export function writeDetails(
  account: Account,
  id: string,
  input: Input<typeof createInput>,
  customer: string | null,
): CheckoutDetails {
  const given = input.line_items ?? []
  if (given.length === 0 && input.mode !== 'setup') {
    throw invalid('Missing required param: line_items.', {
      code: 'parameter_missing',
      param: 'line_items',
    })
  }
  const lineItems = given.map((item, index) => {
    const name = `line_items[${index}]`
    const price = lineItemPrice(account, item, name)
    if (item.quantity === undefined) {
      throw invalid(`Quantity is required. Add \`quantity\` to \`${name}\``, {
        code: 'parameter_missing',
        param: name,
      })
    }
    return { price: price.id, quantity: item.quantity, item: newId('li') }
  })
  checkModes(account, input.mode, lineItems)
  const discount = input.discounts?.[0]
  const redeemed = discount ? redeemable(account, discount, customer) : null
  const { subscription_data: subscription, payment_intent_data: intent } = input
  return {
    id,
    lineItems,
    currency: input.currency ?? null,
    subscription: {
      metadata: mergeMetadata({}, subscription?.metadata),
      description: subscription?.description,
      trialDays: subscription?.trial_period_days,
      trialEnd: subscription?.trial_end,
      billingMode: subscription?.billing_mode?.type,
      missingPaymentMethod: subscription?.trial_settings?.end_behavior.missing_payment_method,
    },
    intent: {
      metadata: mergeMetadata({}, intent?.metadata),
      description: intent?.description,
      setupFutureUsage: intent?.setup_future_usage,
    },
    coupon: redeemed?.coupon ?? null,
    promotionCode: redeemed?.promotionCode ?? null,
    keepsAddress: customer === null || input.customer_update?.address === 'auto',
    waitingFor: null,
    paymentIntent: null,
  }
}

/** Cards, and the bank debit of the currency, as far as the session allows them. */
export function typesFor(code: string | null, input: Input<typeof createInput>): string[] {
  const debits: Record<string, string> = {
    eur: 'sepa_debit',
    gbp: 'bacs_debit',
    usd: 'us_bank_account',
  }
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = input
  return ['card', debits[code ?? '']].flatMap((type) =>
    type && (allowed?.includes(type) ?? true) && !excluded?.includes(type) ? type : [],
  )
}
