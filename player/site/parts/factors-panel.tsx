import { useState } from 'preact/hooks'
import type {
  Factors,
  NewTotp,
  Passkey,
  PasskeyOptions,
  RecoveryCodes,
} from '../../../contract/factors.ts'
import { factorWords } from '../../../contract/words/factors.ts'
import { day } from '../../../contract/words/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { hasPasskeys, makePasskey } from '../../ui/webauthn.ts'
import { QrCode } from './qr-code.tsx'

/** What one signs in with beside the password. */
export function FactorsPanel() {
  const loaded = useLoad('factors', (signal) => api.get<Factors>('/api/me/factors', signal))
  const factors = loaded.value ?? loaded.last
  return (
    <section class="panel" aria-labelledby="factors">
      <h2 id="factors">{factorWords('heading')}</h2>
      <p>{factorWords('lead')}</p>
      {loaded.status === 'failed' && (
        <Failure what={factorWords('failed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {factors !== undefined && (
        <>
          {hasPasskeys() && <Passkeys passkeys={factors.passkeys} again={loaded.retry} />}
          <Codes factors={factors} again={loaded.retry} />
        </>
      )}
    </section>
  )
}

function Passkeys({ passkeys, again }: { passkeys: Passkey[]; again(): void }) {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ name = '' }): Record<string, string> =>
      name.trim() === '' ? { name: factorWords('passkeyNameMissing') } : {},
    submit: async ({ name }) => {
      const { options } = await api.post<PasskeyOptions>('/api/me/passkeys/options')
      const response = await makePasskey(options, {
        sorry: factorWords('passkeyGivenUp'),
        there: factorWords('passkeyThere'),
      })
      await api.post('/api/me/passkeys', { name, response })
      form.current?.reset()
      again()
    },
  })
  const remove = (id: string) => async () => {
    await api.request('DELETE', `/api/me/passkeys/${encodeURIComponent(id)}`)
    again()
  }
  return (
    <>
      <h3>{factorWords('passkeys')}</h3>
      {passkeys.length === 0 && <p>{factorWords('noPasskeys')}</p>}
      {passkeys.length > 0 && (
        <ul class="devices" aria-label={factorWords('passkeys')}>
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id}>
              <div>
                <strong>{name}</strong>
                <p>{factorWords('addedOn', { date: day(createdAt) })}</p>
              </div>
              <ActionButton look="secondary" busy={factorWords('removing')} act={remove(id)}>
                {factorWords('remove')}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
        {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
        <Field
          label={factorWords('passkeyName')}
          name="name"
          autoComplete="off"
          hint={factorWords('passkeyNameHint')}
          error={errors.name}
        />
        <Button type="submit" look="secondary" busy={busy && factorWords('adding')}>
          {factorWords('addPasskey')}
        </Button>
      </form>
    </>
  )
}

function Codes({ factors, again }: { factors: Factors; again(): void }) {
  const [begun, setBegun] = useState<NewTotp | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const show = ({ recoveryCodes }: RecoveryCodes) => {
    setBegun(null)
    setCodes(recoveryCodes)
    again()
  }
  const end = async () => {
    await api.request('DELETE', '/api/me/totp')
    again()
  }
  return (
    <>
      <h3>{factorWords('totp')}</h3>
      <p>
        {factors.totp
          ? factorWords('totpOn', { count: factors.recoveryCodesLeft })
          : factorWords('totpOff')}
      </p>
      {codes.length > 0 && (
        <Notice tone="good">
          {factorWords('recoveryLead')}
          <ul class="recovery-codes">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <Button look="secondary" onClick={() => setCodes([])}>
            {factorWords('recoveryKept')}
          </Button>
        </Notice>
      )}
      {begun !== null && <Confirm begun={begun} onConfirmed={show} />}
      <div class="actions">
        {!factors.totp && begun === null && (
          <ActionButton
            look="secondary"
            busy={factorWords('making')}
            act={async () => setBegun(await api.post<NewTotp>('/api/me/totp'))}
          >
            {factorWords('totpBegin')}
          </ActionButton>
        )}
        {factors.totp && (
          <>
            <ActionButton
              look="secondary"
              busy={factorWords('making')}
              act={async () => show(await api.post<RecoveryCodes>('/api/me/recovery-codes'))}
            >
              {factorWords('newRecoveryCodes')}
            </ActionButton>
            <ActionButton look="quiet" busy={factorWords('removing')} act={end}>
              {factorWords('totpEnd')}
            </ActionButton>
          </>
        )}
      </div>
    </>
  )
}

interface ConfirmProps {
  begun: NewTotp
  onConfirmed(codes: RecoveryCodes): void
}

function Confirm({ begun, onConfirmed }: ConfirmProps) {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async ({ code }) =>
      onConfirmed(await api.post<RecoveryCodes>('/api/me/totp/confirm', { code })),
  })
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <p>{factorWords('totpSecret')}</p>
      <p>
        <code class="address">{begun.secret}</code>
      </p>
      <QrCode text={begun.uri} label={factorWords('totpQr')} />
      <p>
        <a href={begun.uri}>{factorWords('totpOpen')}</a>
      </p>
      <Field
        label={factorWords('code')}
        name="code"
        autoComplete="one-time-code"
        required
        error={errors.code}
      />
      <Button type="submit" look="secondary" busy={busy && factorWords('checking')}>
        {factorWords('goOn')}
      </Button>
    </form>
  )
}
