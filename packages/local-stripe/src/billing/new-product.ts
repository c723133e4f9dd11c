import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { newId } from '../ids.ts'
import { mergeMetadata } from '../store/metadata.ts'

type Given = Partial<Omit<Stripe.Product, 'metadata'>> & {
  name: string
  metadata?: Record<string, string> | null
}

/** A new product: by a call of its own, or brought along by a price or a line of a checkout. */
export function newProduct(account: Account, { metadata, ...given }: Given): Stripe.Product {
  const now = account.now()
  return account.create<Stripe.Product>(
    account.tables.products,
    {
      id: newId('prod', 14),
      object: 'product',
      active: true,
      created: now,
      default_price: null,
      description: null,
      images: [],
      livemode: false,
      marketing_features: [],
      metadata: mergeMetadata({}, metadata),
      package_dimensions: null,
      shippable: null,
      statement_descriptor: null,
      tax_code: null,
      tax_details: null,
      type: 'service',
      unit_label: null,
      updated: now,
      url: null,
      ...given,
    },
    'product.created',
  )
}
