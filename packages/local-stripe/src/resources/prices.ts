import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { newProduct } from '../billing/new-product.ts'
import { currencyOptionsOf } from '../billing/price-in.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page } from '../http/pages.ts'
import type { Input } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { decimal, idOf, newId } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { createInput, listInput, type priceData, updateInput } from './price-params.ts'

export const priceRoutes = [
  post('/v1/prices', createInput, createPriceWithProduct),
  get('/v1/prices', listInput, listPrices),
  get('/v1/prices/:id', nothing, (account, _, ids) => findPrice(account, idIn(ids))),
  post('/v1/prices/:id', updateInput, (account, input, ids) =>
    updatePrice(account, findPrice(account, idIn(ids)), input),
  ),
]

export const findPrice = (account: Account, id: string, param?: string): Stripe.Price =>
  find(account.tables.prices, 'price', id, param)

function createPriceWithProduct(account: Account, input: Input<typeof createInput>): Stripe.Price {
  const { product, product_data, ...rest } = input
  if (product !== undefined && product_data !== undefined) {
    throw invalid('You may only specify one of these parameters: product, product_data.', {
      code: 'parameters_exclusive',
      param: 'product',
    })
  }
  if (product !== undefined) return createPrice(account, { ...rest, product })
  if (product_data === undefined) {
    throw invalid('Missing required param: product.', {
      code: 'parameter_missing',
      param: 'product',
    })
  }
  return createPrice(account, { ...rest, product: newProduct(account, product_data).id })
}

type GivenOptions = Record<
  string,
  Pick<Input<typeof priceData>, 'unit_amount' | 'unit_amount_decimal'>
>

interface NewPrice extends Input<typeof priceData> {
  product: string
  active?: boolean
  currency_options?: GivenOptions
  lookup_key?: string
  nickname?: string
  transfer_lookup_key?: boolean
}

export function createPrice(account: Account, given: NewPrice): Stripe.Price {
  const product = find(account.tables.products, 'product', given.product, 'product')
  const amount = amountOf(given)
  if (given.lookup_key !== undefined) claimLookupKey(account, given.lookup_key, given)
  const price = account.create<Stripe.Price>(
    account.tables.prices,
    {
      id: newId('price'),
      object: 'price',
      active: given.active ?? true,
      billing_scheme: 'per_unit',
      created: account.now(),
      currency: given.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: given.lookup_key ?? null,
      metadata: mergeMetadata({}, given.metadata),
      nickname: given.nickname ?? null,
      product: product.id,
      recurring: given.recurring
        ? {
            interval: given.recurring.interval,
            interval_count: given.recurring.interval_count ?? 1,
            meter: null,
            trial_period_days: null,
            usage_type: 'licensed',
          }
        : null,
      tax_behavior: given.tax_behavior ?? 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: given.recurring ? 'recurring' : 'one_time',
      unit_amount: amount.whole,
      unit_amount_decimal: decimal(amount.text),
    },
    'price.created',
  )
  if (given.currency_options) keepOptions(account, price, given.currency_options)
  return price
}

/** Adds to the currencies that a price has; its own stays as it is. */
function keepOptions(account: Account, { id, currency: own }: Stripe.Price, given: GivenOptions) {
  const options = { ...account.tables.currencyOptions.get(id)?.options }
  for (const [code, option] of Object.entries(given)) {
    if (code !== own) options[code] = amountOf(option)
  }
  account.put(account.tables.currencyOptions, { id, options })
}

/** What `expand[]` may add to a price. */
export const priceExtras = { currency_options: currencyOptionsOf }

function amountOf({ unit_amount, unit_amount_decimal }: GivenOptions[string]) {
  if (unit_amount !== undefined && unit_amount_decimal !== undefined) {
    throw invalid(
      'You may only specify one of these parameters: unit_amount, unit_amount_decimal.',
      { code: 'parameters_exclusive', param: 'unit_amount' },
    )
  }
  const given = unit_amount_decimal ?? unit_amount
  if (given === undefined) {
    throw invalid('Missing required param: unit_amount.', {
      code: 'parameter_missing',
      param: 'unit_amount',
    })
  }
  const number = Number(given)
  return { text: String(number), whole: Number.isInteger(number) ? number : null }
}

/** "Another price (…) already uses that lookup key", unless it is to be transferred. */
function claimLookupKey(
  account: Account,
  key: string,
  { transfer_lookup_key }: { transfer_lookup_key?: boolean },
  self?: string,
): void {
  const holder = account.tables.prices.by('lookup_key', key).find(({ id }) => id !== self)
  if (!holder) return
  if (!transfer_lookup_key) {
    throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, {
      code: 'resource_already_exists',
      param: 'lookup_key',
    })
  }
  account.update(account.tables.prices, holder, { lookup_key: null }, 'price.updated')
}

function updatePrice(
  account: Account,
  price: Stripe.Price,
  { currency_options, metadata: given, transfer_lookup_key, ...changes }: Input<typeof updateInput>,
): Stripe.Price {
  if (currency_options) keepOptions(account, price, currency_options)
  if (currency_options === null) account.store.remove(account.tables.currencyOptions, price.id)
  if (changes.lookup_key) {
    claimLookupKey(account, changes.lookup_key, { transfer_lookup_key }, price.id)
  }
  const product = account.tables.products.get(idOf(price.product))
  if (changes.active === false && product?.default_price === price.id) {
    throw invalid('This price cannot be archived because it is the default price of its product.')
  }
  const updated = account.update(
    account.tables.prices,
    price,
    { ...changes, metadata: mergeMetadata(price.metadata, given) },
    'price.updated',
  )
  // Its currencies are no part of what the event carries.
  if (currency_options !== undefined && updated === price) account.emit('price.updated', price)
  return updated
}

function listPrices(account: Account, input: Input<typeof listInput>) {
  const { active, created, lookup_keys, product, type } = input
  return page(
    account.tables.prices,
    input,
    '/v1/prices',
    (price) =>
      (active === undefined || price.active === active) &&
      (input.currency === undefined || price.currency === input.currency) &&
      (lookup_keys === undefined || lookup_keys.includes(price.lookup_key ?? '')) &&
      (product === undefined || price.product === product) &&
      (type === undefined || price.type === type) &&
      (!input.recurring?.interval || price.recurring?.interval === input.recurring.interval) &&
      (!input.recurring?.usage_type ||
        price.recurring?.usage_type === input.recurring.usage_type) &&
      inRange(created, price.created),
  )
}
