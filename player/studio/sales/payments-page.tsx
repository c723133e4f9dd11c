import type { BillingState, InboxEvent } from '../../../contract/inbox.ts'
import type { UnclaimedCustomers } from '../../../contract/payments.ts'
import { operationWords } from '../../../contract/words/operations.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { runWords, waitingWords } from '../people/people-words.ts'
import { StudioNav } from '../studio-nav.tsx'
import { PaymentList } from './payment-list.tsx'
import { Unclaimed } from './unclaimed.tsx'

const load = async (signal: AbortSignal) => {
  const [state, { events }, unclaimed] = await Promise.all([
    api.get<BillingState>('/api/studio/billing', signal),
    api.get<{ events: InboxEvent[] }>('/api/studio/billing/events?status=dead', signal),
    // Stripe is asked for these: while it is away, the rest is shown all the same.
    api.get<UnclaimedCustomers>('/api/studio/payments/unclaimed', signal).then(
      ({ customers }) => customers,
      () => null,
    ),
  ])
  return { state, events, unclaimed }
}

/** What was paid, whether what Stripe tells arrives, and what was given up and can be tried again. */
export function PaymentsPage() {
  useTitle(operationWords('payments'))
  const loaded = useLoad('payments', load)
  const shown = loaded.value ?? loaded.last
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{operationWords('payments')}</h1>
      <div class="video-side">
        <PaymentList heading={operationWords('paid')} />
        {loaded.status === 'failed' && (
          <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
        )}
        {shown === undefined && loaded.status === 'loading' && (
          <Waiting>{studioWords('loading')}</Waiting>
        )}
        {shown !== undefined && <Messages {...shown} again={loaded.retry} />}
      </div>
    </div>
  )
}

interface MessagesProps {
  state: BillingState
  events: InboxEvent[]
  unclaimed: UnclaimedCustomers['customers'] | null
  again(): void
}

function Messages({ state, events, unclaimed, again }: MessagesProps) {
  return (
    <>
      <section class="panel" aria-labelledby="inbox">
        <h2 id="inbox">{operationWords('messages')}</h2>
        <p>{waitingWords(state)}</p>
        <p class="small">{runWords('missed', state.lastEventsRun)}</p>
        <p class="small">{runWords('compared', state.lastSweep)}</p>
      </section>
      <Unclaimed customers={unclaimed} onJoined={again} />
      <section class="panel" aria-labelledby="dead">
        <h2 id="dead">{operationWords('dead')}</h2>
        {events.length === 0 && <p>{operationWords('deadNone')}</p>}
        {events.length > 0 && (
          <ul class="ledger" aria-label={operationWords('dead')}>
            {events.map((event) => (
              <GivenUp key={event.id} event={event} onTried={again} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function GivenUp({ event, onTried }: { event: InboxEvent; onTried(): void }) {
  async function replay() {
    await api.post(`/api/studio/billing/events/${encodeURIComponent(event.id)}/replay`)
    onTried()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>{event.type}</strong>
        <span class="ledger-more">
          {event.id}
          {event.subject !== null && ` · ${event.subject}`}
        </span>
        {event.lastError !== null && <span class="ledger-more">{event.lastError}</span>}
      </span>
      <ActionButton look="secondary" busy={operationWords('trying')} act={replay}>
        {operationWords('tryAgain')}
      </ActionButton>
    </li>
  )
}
