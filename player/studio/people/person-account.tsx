import { useState } from 'preact/hooks'
import type { Plan } from '../../../contract/billing.ts'
import type { Person } from '../../../contract/people.ts'
import { isOperator, type Role, roles } from '../../../contract/roles.ts'
import { operatorWords } from '../../../contract/words/operators.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { roleWords } from '../../../contract/words/roles.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { api } from '../../ui/page-api.ts'
import { useSession } from '../../ui/session.ts'
import { useMay } from '../parts/may.ts'
import { CloseAccount } from './close-account.tsx'

interface PersonAccountProps {
  person: Person
  plans: readonly Plan[]
  onChanged(person: Person): void
}

/** What the account may do, and its closing. Operators cannot do either to themselves. */
export function PersonAccount({ person, plans, onChanged }: PersonAccountProps) {
  const session = useSession()
  const mayThey = useMay()
  const own = session.status === 'signed-in' && session.me.user.id === person.id
  const change = (body: object) => async () => {
    onChanged(await api.request<Person>('PATCH', `/api/studio/users/${person.id}`, { body }))
  }
  const closed = person.disabledAt !== null
  const [asking, setAsking] = useState(false)
  // An operator's account is changed by an owner alone.
  const mayClose = !isOperator(person.role) || mayThey('roles')
  return (
    <section class="panel" aria-labelledby="account">
      <h2 id="account">{peopleWords('account')}</h2>
      <p>{closed ? peopleWords('account.closed') : whatTheyMay(person.role)}</p>
      {own && <p class="small">{peopleWords('yourOwn')}</p>}
      {!own && mayClose && asking && !closed && (
        <CloseAccount
          person={person}
          plans={plans}
          close={(refund) => change({ disabled: true, ...(refund && { refund }) })()}
          cancel={() => setAsking(false)}
        />
      )}
      {!own && mayClose && !(asking && !closed) && (
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
        </div>
      )}
      {!own && mayThey('roles') && (
        <RoleChoice role={person.role} onChosen={(role) => change({ role })()} />
      )}
    </section>
  )
}

const whatTheyMay = (role: Role): string =>
  role === 'member'
    ? peopleWords('account.member')
    : peopleWords('account.operator', {
        role: roleWords(`role.${role}`),
        may: roleWords(`can.${role}`),
      })

function RoleChoice({ role, onChosen }: { role: Role; onChosen(role: Role): Promise<void> }) {
  const [chosen, setChosen] = useState<string>(role)
  const wanted = roles.find((one) => one === chosen) ?? role
  return (
    <div class="form" onChange={(event) => setChosen((event.target as HTMLSelectElement).value)}>
      <Choice
        label={operatorWords('role')}
        name="role"
        defaultValue={role}
        options={roles.map((one) => [one, roleWords(`role.${one}`)])}
      />
      <p class="small">{roleWords(`can.${wanted}`)}</p>
      {wanted !== role && (
        <ActionButton look="secondary" busy={peopleWords('changing')} act={() => onChosen(wanted)}>
          {peopleWords('changeRole')}
        </ActionButton>
      )}
    </div>
  )
}
