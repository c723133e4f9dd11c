import { useState } from 'preact/hooks'
import type { Operators } from '../../../contract/operators.ts'
import { operatorRoles } from '../../../contract/roles.ts'
import type { SiteSettings } from '../../../contract/site.ts'
import { day } from '../../../contract/words/format.ts'
import { operatorWords } from '../../../contract/words/operators.ts'
import { roleWords } from '../../../contract/words/roles.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { onlyErrors } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'

/** Who runs the site, who is invited to, and what they must sign in with. */
export function OperatorsPage() {
  useTitle(operatorWords('operators'))
  const loaded = useLoad('operators', (signal) =>
    api.get<Operators>('/api/studio/operators', signal),
  )
  const shown = loaded.value ?? loaded.last
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{operatorWords('operators')}</h1>
      <p class="page-lead">{operatorWords('lead')}</p>
      {loaded.status === 'failed' && (
        <Failure what={operatorWords('failed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {shown === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {shown !== undefined && (
        <div class="video-side">
          <List operators={shown.operators} />
          <Invitations
            invitations={shown.invitations}
            isNew={loaded.status === 'ready'}
            onChanged={loaded.retry}
          />
          <Invite onSent={loaded.retry} />
          <SecondFactor />
        </div>
      )}
    </div>
  )
}

function List({ operators }: Pick<Operators, 'operators'>) {
  return (
    <ul class="ledger people" aria-label={operatorWords('operators')}>
      {operators.map(({ id, email, role, secondFactor }) => (
        <li key={id}>
          <span class="ledger-what">
            <a href={`/studio/people/${id}`}>{email}</a>
            <span class="ledger-more">{roleWords(`can.${role}`)}</span>
          </span>
          <span class={`chip ${secondFactor ? 'chip-good' : ''}`}>
            {operatorWords(secondFactor ? 'hasFactor' : 'noFactor')}
          </span>
          <span class="chip">{roleWords(`role.${role}`)}</span>
        </li>
      ))}
    </ul>
  )
}

interface InvitationsProps extends Pick<Operators, 'invitations'> {
  /** False while they are asked for anew: one may have been sent since. */
  isNew: boolean
  onChanged(): void
}

function Invitations({ invitations, isNew, onChanged }: InvitationsProps) {
  const takeBack = (id: string) => async () => {
    await api.request('DELETE', `/api/studio/operators/invitations/${id}`)
    onChanged()
  }
  return (
    <section class="panel" aria-labelledby="invitations">
      <h2 id="invitations">{operatorWords('invitations')}</h2>
      {isNew && invitations.length === 0 && <p>{operatorWords('noInvitations')}</p>}
      {invitations.length > 0 && (
        <ul class="ledger" aria-label={operatorWords('invitations')}>
          {invitations.map(({ id, email, role, expiresAt }) => (
            <li key={id}>
              <span class="ledger-what">
                {email}
                <span class="ledger-more">
                  {operatorWords('until', {
                    role: roleWords(`role.${role}`),
                    date: day(expiresAt),
                  })}
                </span>
              </span>
              <ActionButton look="quiet" busy={operatorWords('takingBack')} act={takeBack(id)}>
                {operatorWords('takeBack')}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Invite({ onSent }: { onSent(): void }) {
  const [sent, setSent] = useState('')
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ email }) =>
      onlyErrors({ email: email?.includes('@') ? undefined : uiWords('wrongEmail') }),
    submit: async ({ email = '', role }) => {
      setSent('')
      await api.post('/api/studio/operators/invitations', { email, role })
      setSent(email)
      form.current?.reset()
      onSent()
    },
  })
  return (
    <section class="panel" aria-labelledby="invite">
      <h2 id="invite">{operatorWords('invite')}</h2>
      <p class="small">{operatorWords('inviteLead')}</p>
      <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        {sent !== '' && <Notice tone="good">{operatorWords('sent', { email: sent })}</Notice>}
        <Field
          label={operatorWords('email')}
          name="email"
          type="email"
          inputMode="email"
          autoCapitalize="none"
          autoComplete="off"
          required
          error={errors.email}
        />
        <Choice
          label={operatorWords('role')}
          name="role"
          defaultValue="editor"
          options={operatorRoles.map((role) => [
            role,
            `${roleWords(`role.${role}`)}: ${roleWords(`can.${role}`)}`,
          ])}
        />
        <Button type="submit" busy={busy && operatorWords('sending')}>
          {operatorWords('send')}
        </Button>
      </form>
    </section>
  )
}

function SecondFactor() {
  const settings = useLoad('settings', (signal) =>
    api.get<SiteSettings>('/api/studio/settings', signal),
  )
  const required = settings.value?.secondFactorRequired ?? settings.last?.secondFactorRequired
  if (required === undefined) return null
  const turn = async () => {
    const body = { secondFactorRequired: !required }
    await api.request('PATCH', '/api/studio/settings', { body })
    settings.retry()
  }
  return (
    <section class="panel" aria-labelledby="factor">
      <h2 id="factor">{operatorWords('requireFactor')}</h2>
      <p>{operatorWords('requireFactorText')}</p>
      <p>{operatorWords(required ? 'required' : 'notRequired')}</p>
      <div class="actions">
        <ActionButton look="secondary" busy={operatorWords('requiring')} act={turn}>
          {operatorWords(required ? 'requireNot' : 'require')}
        </ActionButton>
      </div>
    </section>
  )
}
