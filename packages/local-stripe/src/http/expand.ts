import type { Account } from '../account.ts'
import { chargeExtras } from '../resources/charges.ts'
import { checkoutSessionExtras } from '../resources/checkout-sessions.ts'
import { customerExtras } from '../resources/customers.ts'
import { invoiceExtras } from '../resources/invoices.ts'
import { priceExtras } from '../resources/prices.ts'
import type { Tables } from '../store/tables.ts'
import { invalid } from './faults.ts'

type Hash = Record<string, unknown>

/** Which table an id's prefix points to. */
const tableOf: Readonly<Record<string, keyof Tables>> = {
  cus: 'customers',
  prod: 'products',
  price: 'prices',
  sub: 'subscriptions',
  in: 'invoices',
  pi: 'paymentIntents',
  ch: 'charges',
  py: 'charges',
  pm: 'paymentMethods',
  seti: 'setupIntents',
  re: 'refunds',
  du: 'disputes',
  promo: 'promotionCodes',
  di: 'discounts',
  clock: 'testClocks',
  cs: 'checkoutSessions',
  bpc: 'portalConfigurations',
  ii: 'invoiceItems',
  inpay: 'invoicePayments',
}

type Extra = (account: Account, object: never) => unknown

/** Members that are there only when asked for. */
const extrasOf: Readonly<Record<string, Readonly<Record<string, Extra>>>> = {
  'checkout.session': checkoutSessionExtras,
  customer: customerExtras,
  invoice: invoiceExtras,
  charge: chargeExtras,
  price: priceExtras,
}

const maximumLevels = 4

/** The answer with each `expand[]` path opened up. The stored objects are left as they are. */
export function expand(account: Account, answer: object, paths: readonly string[]): object {
  let expanded = answer as Hash
  for (const path of paths) {
    const segments = path.split('.')
    if (segments.length > maximumLevels) {
      throw invalid(
        `You cannot expand more than ${maximumLevels} levels of a property. (Property: ${path})`,
        { param: 'expand' },
      )
    }
    expanded = open(account, expanded, segments, path) as Hash
  }
  return expanded
}

function open(account: Account, value: unknown, segments: string[], path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => open(account, item, segments, path))
  const [head, ...rest] = segments
  if (head === undefined) return value
  if (value === null || value === undefined) return value
  const object = value as Hash
  const opened = openMember(account, object, head, path)
  return { ...object, [head]: open(account, opened, rest, path) }
}

function openMember(account: Account, object: Hash, name: string, path: string): unknown {
  const extra = extrasOf[String(object.object)]?.[name]
  if (extra) return extra(account, object as never)
  if (!(name in object)) {
    throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' })
  }
  const member = object[name]
  if (Array.isArray(member)) return member.map((item) => resolve(account, item, name))
  return resolve(account, member, name)
}

function resolve(account: Account, member: unknown, name: string): unknown {
  if (typeof member !== 'string') return member
  if (name === 'coupon') return account.tables.coupons.get(member) ?? member
  const table = tableOf[member.slice(0, member.indexOf('_'))]
  if (name === 'product') return account.tables.products.get(member) ?? member
  if (!table) return member
  return account.tables[table].get(member) ?? account.tables.deletedCustomers.get(member) ?? member
}
