import type { UnclaimedCustomer } from '../../../contract/payments.ts'
import { day } from '../../../contract/words/format.ts'
import { operationWords } from '../../../contract/words/operations.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { api } from '../../ui/page-api.ts'

interface UnclaimedProps {
  /** Null: Stripe could not be asked. */
  customers: UnclaimedCustomer[] | null
  onJoined(): void
}

/** Who has paid elsewhere than here, and whose customer that probably is. */
export function Unclaimed({ customers, onJoined }: UnclaimedProps) {
  return (
    <section class="panel" aria-labelledby="unclaimed">
      <h2 id="unclaimed">{operationWords('unclaimed')}</h2>
      <p class="small">{operationWords('unclaimedText')}</p>
      {customers === null && <p>{operationWords('unclaimedFailed')}</p>}
      {customers?.length === 0 && <p>{operationWords('unclaimedNone')}</p>}
      {customers !== null && customers.length > 0 && (
        <ul class="ledger" aria-label={operationWords('unclaimed')}>
          {customers.map((customer) => (
            <OneCustomer key={customer.customerId} customer={customer} onJoined={onJoined} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OneCustomer({ customer, onJoined }: { customer: UnclaimedCustomer; onJoined(): void }) {
  const { customerId, email, name, lastEventAt, fits } = customer
  async function join(userId: string) {
    await api.post(`/api/studio/users/${userId}/customers`, { customerId })
    onJoined()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>{email ?? name ?? customerId}</strong>
        <span class="ledger-more">
          {[
            email === null ? null : name,
            customerId,
            operationWords('paidOn', { date: day(lastEventAt) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      {fits === null ? (
        <a class="small" href={`/studio/people?q=${encodeURIComponent(email ?? '')}`}>
          {peopleWords('searchedFor')}
        </a>
      ) : (
        <ActionButton look="secondary" busy={peopleWords('joining')} act={() => join(fits.id)}>
          {operationWords('joinTo', { email: fits.email })}
        </ActionButton>
      )}
    </li>
  )
}
