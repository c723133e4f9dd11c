import type { Person } from '../../contract/people.ts'
import { peopleWords } from '../../contract/words/people.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { api } from '../ui/page-api.ts'
import { useSession } from '../ui/session.ts'

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
  return (
    <section class="panel" aria-labelledby="account">
      <h2 id="account">{peopleWords('account')}</h2>
      <p>{peopleWords(`account.${closed ? 'closed' : roleOf(person)}`)}</p>
      {own ? (
        <p class="small">{peopleWords('yourOwn')}</p>
      ) : (
        <div class="actions">
          <ActionButton
            look={closed ? 'secondary' : 'danger'}
            busy={peopleWords(closed ? 'reopening' : 'closing')}
            act={change({ disabled: !closed })}
          >
            {peopleWords(closed ? 'reopen' : 'close')}
          </ActionButton>
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
