import { useState } from 'preact/hooks'
import type { StudioPayment, StudioPayments } from '../../../contract/payments.ts'
import { day, money } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { pageOf, usePages } from '../../ui/use-pages.ts'

interface PaymentListProps {
  heading: string
  /** Of whom; of everyone, and by name, where it is left out. */
  userId?: string
  onRefunded?(): void
}

/** What was charged, newest first, and a refund of it. */
export function PaymentList({ heading, userId, onRefunded }: PaymentListProps) {
  const path = `/api/studio/payments${userId === undefined ? '' : `?userId=${userId}`}`
  const { first, items, loadMore } = usePages(path, 'payments', (cursor, signal) =>
    api.get<StudioPayments>(pageOf(path, cursor), signal),
  )
  const refunded = () => {
    first.retry()
    onRefunded?.()
  }
  return (
    <section class="panel" aria-labelledby="payments">
      <h2 id="payments">{heading}</h2>
      {first.status === 'failed' && (
        <Failure what={peopleWords('paymentsFailed')} problem={first.problem} retry={first.retry} />
      )}
      {items?.length === 0 && <p>{peopleWords('paymentsNone')}</p>}
      {items !== undefined && items.length > 0 && (
        <ul class="ledger" aria-label={heading}>
          {items.map((payment) => (
            <OnePayment
              key={payment.id}
              payment={payment}
              isNamed={userId === undefined}
              onRefunded={refunded}
            />
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {peopleWords('showMore')}
        </ActionButton>
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

interface OnePaymentProps {
  payment: StudioPayment
  isNamed: boolean
  onRefunded(): void
}

function OnePayment({ payment, isNamed, onRefunded }: OnePaymentProps) {
  const [asking, setAsking] = useState(false)
  const { id, amount, amountRefunded, currency, status, dispute, at, user } = payment
  const left = amount - amountRefunded
  const refundable = status === 'succeeded' && left > 0 && (dispute === null || dispute === 'won')
  async function refund() {
    await api.post(`/api/studio/payments/${id}/refund`, {})
    setAsking(false)
    onRefunded()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>{whatFor(payment)}</strong>
        <span class="ledger-more">
          {money(amount, currency)} · {day(at)} · {stateOf(payment)}
        </span>
        {isNamed && user !== null && (
          <a class="ledger-more" href={`/studio/people/${user.id}`}>
            {user.email}
          </a>
        )}
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
