import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { priceIn } from './price-in.ts'
import { recurringOf } from './subscribe.ts'
import { writeItem } from './subscription-item.ts'

type Item = Stripe.SubscriptionItem

export interface ItemChange {
  id?: string
  price?: string
  quantity?: number
  metadata?: Record<string, string> | null
  deleted?: boolean
}

/** The items as they are wanted: changed, added, taken away. Periods are left as they are. */
export function applyItems(
  account: Account,
  subscription: Stripe.Subscription,
  given: readonly ItemChange[],
  now: number,
): Item[] {
  let items = [...subscription.items.data]
  given.forEach((change, index) => {
    const name = `items[${index}]`
    const price =
      change.price === undefined
        ? undefined
        : usablePrice(account, subscription, change.price, name)
    if (change.id === undefined) {
      if (!price) {
        throw invalid(`Missing required param: ${name}[price].`, {
          code: 'parameter_missing',
          param: `${name}[price]`,
        })
      }
      items.push(addItem(account, subscription, change, price, now))
      return
    }
    const old = items.find(({ id }) => id === change.id)
    if (!old) {
      throw invalid(`No such subscription item: '${change.id}'`, {
        code: 'resource_missing',
        param: `${name}[id]`,
      })
    }
    items = change.deleted
      ? items.filter((item) => item !== old)
      : items.map((item) => (item === old ? changeItem(old, change, price) : item))
  })
  if (items.length === 0) {
    throw invalid('A subscription must have at least one active plan. To end it, cancel it.', {
      param: 'items',
    })
  }
  return items
}

function usablePrice(
  account: Account,
  subscription: Stripe.Subscription,
  id: string,
  name: string,
): Stripe.Price {
  const found = find(account.tables.prices, 'price', id, `${name}[price]`)
  recurringOf(found, `${name}[price]`)
  const price = priceIn(account, found, subscription.currency)
  if (!price) {
    throw invalid(
      `The price specified supports currency ${found.currency}, but the subscription is in ${subscription.currency}.`,
      { param: `${name}[price]` },
    )
  }
  if (price.active) return price
  throw invalid('The price specified is inactive. This field only accepts active prices.', {
    param: `${name}[price]`,
  })
}

function addItem(
  account: Account,
  subscription: Stripe.Subscription,
  { quantity = 1, metadata }: ItemChange,
  price: Stripe.Price,
  now: number,
): Item {
  const item = writeItem(
    subscription.id,
    { price, quantity, metadata: mergeMetadata({}, metadata) },
    { start: now, end: now },
    now,
  )
  account.put(account.tables.itemOwners, { id: item.id, subscription: subscription.id })
  return item
}

function changeItem(old: Item, change: ItemChange, price: Stripe.Price = old.price): Item {
  const period = { start: old.current_period_start, end: old.current_period_end }
  const quantity = change.quantity ?? (change.price === undefined ? (old.quantity ?? 1) : 1)
  return writeItem(
    old.subscription,
    { price, quantity, metadata: mergeMetadata(old.metadata, change.metadata) },
    period,
    old.created,
    old.id,
  )
}
