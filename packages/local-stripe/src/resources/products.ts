import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { newProduct } from '../billing/new-product.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import {
  clearable,
  flag,
  hash,
  type Input,
  list,
  metadata,
  required,
  shape,
  text,
  url,
} from '../http/params.ts'
import { del, get, idIn, nothing, post } from '../http/route.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { priceData } from './price-params.ts'
import { createPrice } from './prices.ts'

const feature = hash(
  shape<Stripe.ProductCreateParams.MarketingFeature>()({ name: required(text(80)) }),
)

const createInput = shape<Stripe.ProductCreateParams>()({
  id: text(),
  name: required(text()),
  active: flag(),
  default_price_data: hash(priceData),
  description: text(40000),
  images: list(url()),
  marketing_features: list(feature),
  metadata: metadata(),
  shippable: flag(),
  statement_descriptor: text(22),
  tax_code: text(),
  unit_label: text(),
  url: url(),
})

const updateInput = shape<Stripe.ProductUpdateParams>()({
  active: flag(),
  default_price: text(),
  description: clearable(text(40000)),
  images: list(url()),
  marketing_features: list(feature),
  metadata: metadata(),
  name: text(),
  shippable: flag(),
  statement_descriptor: text(22),
  tax_code: clearable(text()),
  unit_label: clearable(text()),
  url: clearable(url()),
})

const listInput = shape<Stripe.ProductListParams>()({
  ...paging,
  active: flag(),
  created: range(),
  ids: list(text()),
  shippable: flag(),
  url: text(),
})

export const productRoutes = [
  post('/v1/products', createInput, createProduct),
  get('/v1/products', listInput, listProducts),
  get('/v1/products/:id', nothing, (account, _, ids) => findProduct(account, idIn(ids))),
  post('/v1/products/:id', updateInput, (account, input, ids) =>
    updateProduct(account, findProduct(account, idIn(ids)), input),
  ),
  del('/v1/products/:id', nothing, (account, _, ids) =>
    deleteProduct(account, findProduct(account, idIn(ids))),
  ),
]

const findProduct = (account: Account, id: string, param?: string): Stripe.Product =>
  find(account.tables.products, 'product', id, param)

function createProduct(account: Account, input: Input<typeof createInput>): Stripe.Product {
  const { default_price_data, ...given } = input
  if (given.id !== undefined && account.tables.products.get(given.id)) {
    throw invalid(`Product already exists.`, { code: 'resource_already_exists', param: 'id' })
  }
  const product = newProduct(account, given)
  if (!default_price_data) return product
  const price = createPrice(account, { ...default_price_data, product: product.id })
  return updateProduct(account, product, { default_price: price.id })
}

function updateProduct(
  account: Account,
  product: Stripe.Product,
  { metadata: given, ...changes }: Input<typeof updateInput>,
): Stripe.Product {
  if (changes.default_price !== undefined) {
    const price = find(account.tables.prices, 'price', changes.default_price, 'default_price')
    if (price.product !== product.id) {
      throw invalid(`The price specified does not belong to the product.`, {
        param: 'default_price',
      })
    }
  }
  return account.update(
    account.tables.products,
    product,
    { ...changes, metadata: mergeMetadata(product.metadata, given), updated: account.now() },
    'product.updated',
  )
}

function deleteProduct(account: Account, product: Stripe.Product) {
  if (account.tables.prices.by('product', product.id).length > 0) {
    throw invalid('This product cannot be deleted because it has one or more user-created prices.')
  }
  account.store.remove(account.tables.products, product.id)
  account.emit('product.deleted', product)
  return { id: product.id, object: 'product', deleted: true }
}

function listProducts(account: Account, input: Input<typeof listInput>) {
  const { active, created, ids, shippable } = input
  return page(
    account.tables.products,
    input,
    '/v1/products',
    (product) =>
      (active === undefined || product.active === active) &&
      (shippable === undefined || product.shippable === shippable) &&
      (ids === undefined || ids.includes(product.id)) &&
      (input.url === undefined || product.url === input.url) &&
      inRange(created, product.created),
  )
}
