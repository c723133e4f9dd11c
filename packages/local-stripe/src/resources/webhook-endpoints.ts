import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { page, paging } from '../http/pages.ts'
import {
  clearable,
  flag,
  type Input,
  list,
  metadata,
  required,
  shape,
  text,
  url,
} from '../http/params.ts'
import { del, get, idIn, nothing, post } from '../http/route.ts'
import { newId } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

/** "You may have up to 16 webhook endpoints." */
const most = 16

const common = {
  description: clearable(text(5000)),
  metadata: metadata(),
}

const createInput = shape<Stripe.WebhookEndpointCreateParams>()({
  ...common,
  api_version: text() as never,
  connect: flag(),
  enabled_events: required(list(text())) as never,
  url: required(url()),
})

const updateInput = shape<Stripe.WebhookEndpointUpdateParams>()({
  ...common,
  disabled: flag(),
  enabled_events: list(text()) as never,
  url: url(),
})

const path = '/v1/webhook_endpoints'
const findEndpoint = (account: Account, id: string) =>
  find(account.tables.webhookEndpoints, 'webhook endpoint', id)

export const webhookEndpointRoutes = [
  post(path, createInput, createEndpoint),
  get(path, shape<Stripe.WebhookEndpointListParams>()(paging), (account, input) =>
    page(account.tables.webhookEndpoints, input, path),
  ),
  get(`${path}/:id`, nothing, (account, _, ids) => findEndpoint(account, idIn(ids))),
  post(`${path}/:id`, updateInput, (account, input, ids) => {
    const before = findEndpoint(account, idIn(ids))
    const { disabled, description, enabled_events: enabledEvents, metadata: given, url } = input
    return account.put(account.tables.webhookEndpoints, {
      ...before,
      ...(description !== undefined && { description: description || null }),
      ...(enabledEvents !== undefined && { enabled_events: enabledEvents as string[] }),
      ...(url !== undefined && { url }),
      ...(disabled !== undefined && { status: disabled ? 'disabled' : 'enabled' }),
      metadata: mergeMetadata(before.metadata, given),
    })
  }),
  del(`${path}/:id`, nothing, (account, _, ids) => {
    const { id } = findEndpoint(account, idIn(ids))
    account.store.remove(account.tables.webhookEndpoints, id)
    account.store.remove(account.tables.webhookSecrets, id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

/** The secret is told here, and never again. */
function createEndpoint(account: Account, input: Input<typeof createInput>): object {
  const { webhookEndpoints, webhookSecrets } = account.tables
  if ([...webhookEndpoints.values()].length >= most) {
    throw invalid(`You have reached the maximum of ${most} test webhook endpoints.`)
  }
  if ((input.enabled_events as unknown as string[]).length === 0) {
    throw invalid('You must pass at least one enabled event.', { param: 'enabled_events' })
  }
  const endpoint: Stripe.WebhookEndpoint = {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: (input.api_version as string | undefined) ?? null,
    application: null,
    created: account.wallClock,
    description: input.description || null,
    enabled_events: input.enabled_events as unknown as string[],
    livemode: false,
    metadata: mergeMetadata({}, input.metadata),
    status: 'enabled',
    url: input.url,
  }
  const secret = newId('whsec', 32)
  account.put(webhookEndpoints, endpoint)
  account.put(webhookSecrets, { id: endpoint.id, secret })
  return { ...endpoint, secret }
}
