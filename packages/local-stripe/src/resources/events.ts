import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { flag, type Input, list, shape, text } from '../http/params.ts'
import { get, idIn, nothing } from '../http/route.ts'
import { find } from '../store/find.ts'
import { eventSeconds } from '../store/retention.ts'

const listInput = shape<Stripe.EventListParams>()({
  ...paging,
  created: range(),
  delivery_success: flag(),
  type: text(),
  types: list(text()),
})

export const eventRoutes = [
  get('/v1/events', listInput, listEvents),
  get('/v1/events/:id', nothing, (account, _, ids) =>
    find(account.tables.events, 'event', idIn(ids)),
  ),
]

function listEvents(account: Account, input: Input<typeof listInput>) {
  const { created, delivery_success, type, types } = input
  if (type !== undefined && types !== undefined) {
    throw invalid('You may only specify one of these parameters: type, types.', {
      code: 'parameters_exclusive',
      param: 'type',
    })
  }
  if (types && types.length > 20) {
    throw invalid('You may specify at most 20 types.', { param: 'types' })
  }
  const patterns = types ?? (type === undefined ? undefined : [type])
  const oldest = account.wallClock - eventSeconds
  return page(
    account.tables.events,
    input,
    '/v1/events',
    (event) =>
      event.created >= oldest &&
      (patterns === undefined || patterns.some((pattern) => matches(pattern, event.type))) &&
      (delivery_success === undefined || (event.pending_webhooks === 0) === delivery_success) &&
      inRange(created, event.created),
  )
}

/** `invoice.*` stands for every type that begins so; `*` for all. */
const matches = (pattern: string, type: string): boolean =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
