import { useState } from 'preact/hooks'
import type { Person } from '../../contract/people.ts'
import { peopleWords } from '../../contract/words/people.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Button } from '../ui/button.tsx'
import { api } from '../ui/page-api.ts'
import { useSession } from '../ui/session.ts'
import { CloseAccount } from './close-account.tsx'

interface PersonAccountProps {
  person: Person
  onChanged(person: Person): void
}

/** What the account may do, and its closing. Operators cannot do either to themselves. */
export function PersonAccount({ person, onChanged }: PersonAccountProps) {
  const session = useSession()
  const own = session.status === 'signed-in' && session.me.user.id === person.id
  const change = (body: object) => async () => {
    onChanged(await api.request<Person>('PATCH', `/api/studio/users/${person.id}`, { body }))
  }
  const closed = person.disabledAt !== null
  const [asking, setAsking] = useState(false)
  return (
    <section class="panel" aria-labelledby="account">
      <h2 id="account">{peopleWords('account')}</h2>
      <p>{peopleWords(`account.${closed ? 'closed' : roleOf(person)}`)}</p>
      {asking && !closed ? (
        <CloseAccount
          person={person}
          close={(refund) => change({ disabled: true, ...(refund && { refund }) })()}
          cancel={() => setAsking(false)}
        />
      ) : own ? (
        <p class="small">{peopleWords('yourOwn')}</p>
      ) : (
        <div class="actions">
          {closed ? (
            <ActionButton
              look="secondary"
              busy={peopleWords('reopening')}
              act={change({ disabled: false })}
            >
              {peopleWords('reopen')}
            </ActionButton>
          ) : (
            <Button look="danger" onClick={() => setAsking(true)}>
              {peopleWords('close')}
            </Button>
          )}
          {person.role === 'member' ? (
            <ActionButton
              look="quiet"
              busy={peopleWords('changing')}
              act={change({ role: 'admin' })}
            >
              {peopleWords('makeOperator')}
            </ActionButton>
          ) : (
            <ActionButton
              look="quiet"
              busy={peopleWords('changing')}
              act={change({ role: 'member' })}
            >
              {peopleWords('makeMember')}
            </ActionButton>
          )}
        </div>
      )}
    </section>
  )
}

const roleOf = ({ role }: Person) => (role === 'admin' ? 'operator' : 'member')
