import { useState } from 'preact/hooks'
import type { StudioPayment, StudioPayments } from '../../contract/billing.ts'
import type { Person } from '../../contract/people.ts'
import { day, money } from '../../contract/words/format.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Button } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'

interface PersonPaymentsProps {
  person: Person
  onChanged(): void
}

/** What someone was charged, and a refund of it. */
export function PersonPayments({ person, onChanged }: PersonPaymentsProps) {
  const path = `/api/studio/payments?userId=${person.id}`
  const loaded = useLoad(path, (signal) => api.get<StudioPayments>(path, signal))
  const payments = (loaded.value ?? loaded.last)?.payments ?? []
  const changed = () => {
    loaded.retry()
    onChanged()
  }
  return (
    <section class="panel" aria-labelledby="payments">
      <h2 id="payments">Payments</h2>
      {loaded.status === 'failed' && (
        <Failure what="The payments did not load" problem={loaded.problem} retry={loaded.retry} />
      )}
      {loaded.status === 'ready' && payments.length === 0 && <p>Nothing was paid.</p>}
      {payments.length > 0 && (
        <ul class="ledger" aria-label="Payments">
          {payments.map((payment) => (
            <OnePayment key={payment.id} payment={payment} onChanged={changed} />
          ))}
        </ul>
      )}
    </section>
  )
}

function stateOf({ status, dispute, amount, amountRefunded, currency }: StudioPayment): string {
  if (status === 'pending') return 'on its way'
  if (status === 'failed') return 'failed'
  if (dispute !== null && dispute !== 'won') return 'asked back by the bank'
  if (amountRefunded === 0) return 'paid'
  return amountRefunded >= amount ? 'refunded' : `${money(amountRefunded, currency)} refunded`
}

const whatFor = ({ kind, video, description }: StudioPayment): string => {
  if (video !== null) return kind === 'rent' ? `${video.title}, rented` : video.title
  return description ?? (kind === 'plan' ? 'Plan' : 'Payment')
}

function OnePayment({ payment, onChanged }: { payment: StudioPayment; onChanged(): void }) {
  const [asking, setAsking] = useState(false)
  const { id, amount, amountRefunded, currency, status, dispute, at } = payment
  const left = amount - amountRefunded
  const refundable = status === 'succeeded' && left > 0 && (dispute === null || dispute === 'won')
  async function refund() {
    await api.post(`/api/studio/payments/${id}/refund`, {})
    setAsking(false)
    onChanged()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>{whatFor(payment)}</strong>
        <span class="ledger-more">
          {money(amount, currency)} · {day(at)} · {stateOf(payment)}
        </span>
        {asking && (
          <span class="ledger-more">
            {payment.ends
              ? 'They cannot watch it any more once this is refunded.'
              : 'What they may watch stays as it is.'}
          </span>
        )}
      </span>
      {refundable && !asking && (
        <Button look="secondary" onClick={() => setAsking(true)}>
          Refund
        </Button>
      )}
      {asking && (
        <ActionButton busy="Refunding" act={refund}>
          Refund {money(left, currency)}
        </ActionButton>
      )}
    </li>
  )
}
