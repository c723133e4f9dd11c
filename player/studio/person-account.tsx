import type { Person } from '../../contract/people.ts'
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
      <h2 id="account">Account</h2>
      <p>
        {closed
          ? 'It is closed: nobody can sign in with it, and nothing plays.'
          : person.role === 'admin'
            ? 'Its owner may do everything in the studio.'
            : 'Its owner may watch.'}
      </p>
      {own ? (
        <p class="small">This is your own account.</p>
      ) : (
        <div class="actions">
          <ActionButton
            look={closed ? 'secondary' : 'danger'}
            busy={closed ? 'Opening' : 'Closing'}
            act={change({ disabled: !closed })}
          >
            {closed ? 'Open it again' : 'Close it and sign out everywhere'}
          </ActionButton>
          {person.role === 'member' ? (
            <ActionButton look="quiet" busy="Changing" act={change({ role: 'admin' })}>
              Make an operator
            </ActionButton>
          ) : (
            <ActionButton look="quiet" busy="Changing" act={change({ role: 'member' })}>
              No longer an operator
            </ActionButton>
          )}
        </div>
      )}
    </section>
  )
}
