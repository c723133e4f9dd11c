import { useState } from 'preact/hooks'
import type { StudioPayment, StudioPayments } from '../../../contract/payments.ts'
import type { Person } from '../../../contract/people.ts'
import { day, money } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'

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
      <h2 id="payments">{peopleWords('payments')}</h2>
      {loaded.status === 'failed' && (
        <Failure
          what={peopleWords('paymentsFailed')}
          problem={loaded.problem}
          retry={loaded.retry}
        />
      )}
      {loaded.status === 'ready' && payments.length === 0 && <p>{peopleWords('paymentsNone')}</p>}
      {payments.length > 0 && (
        <ul class="ledger" aria-label={peopleWords('payments')}>
          {payments.map((payment) => (
            <OnePayment key={payment.id} payment={payment} onChanged={changed} />
          ))}
        </ul>
      )}
    </section>
  )
}

function stateOf({ status, dispute, amount, amountRefunded, currency }: StudioPayment): string {
  if (status === 'pending') return peopleWords('payment.pending')
  if (status === 'failed') return peopleWords('payment.failed')
  if (dispute !== null && dispute !== 'won') return peopleWords('payment.disputed')
  if (amountRefunded === 0) return peopleWords('payment.paid')
  if (amountRefunded >= amount) return peopleWords('payment.refunded')
  return peopleWords('payment.refundedPart', { amount: money(amountRefunded, currency) })
}

const whatFor = ({ kind, video, description }: StudioPayment): string => {
  if (video !== null)
    return kind === 'rent' ? peopleWords('payment.rented', { title: video.title }) : video.title
  return description ?? peopleWords(kind === 'plan' ? 'payment.plan' : 'payment.other')
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
            {peopleWords(payment.ends ? 'refund.ends' : 'refund.endsNothing')}
          </span>
        )}
      </span>
      {refundable && !asking && (
        <Button look="secondary" onClick={() => setAsking(true)}>
          {peopleWords('refund')}
        </Button>
      )}
      {asking && (
        <span class="actions">
          <ActionButton busy={peopleWords('refunding')} act={refund}>
            {peopleWords('refundAmount', { amount: money(left, currency) })}
          </ActionButton>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {peopleWords('refundNot')}
          </Button>
        </span>
      )}
    </li>
  )
}
