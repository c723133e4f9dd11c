import { useEffect, useRef, useState } from 'preact/hooks'
import { pages } from '../../contract/pages.ts'
import { factorWords } from '../../contract/words/factors.ts'
import { ActionButton } from './action-button.tsx'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Notice } from './notice.tsx'
import { api } from './page-api.ts'
import type { Problem } from './problem.ts'
import { answerProofs } from './proof.ts'
import { useForm } from './use-form.ts'
import { askForPasskey } from './webauthn.ts'

interface Asked {
  problem: Problem
  answer(isProven: boolean): void
}

/** Asks who sits there to prove once more who they are, whenever something needs it. */
export function ProofDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)

  useEffect(() => {
    answerProofs(
      (problem) =>
        new Promise((resolve) => {
          const answer = (isProven: boolean) => {
            setAsked(null)
            resolve(isProven)
          }
          setAsked({ problem, answer })
        }),
    )
    return () => answerProofs(null)
  }, [])

  useEffect(() => {
    if (asked !== null && dialog.current?.open === false) dialog.current.showModal()
  }, [asked])

  if (asked === null) return null
  const { problem, answer } = asked
  const methods = (problem.document.methods ?? []) as string[]
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="proof"
      onCancel={() => answer(false)}
      onClose={() => answer(false)}
    >
      <h2 id="proof">{factorWords('proof')}</h2>
      {problem.document.setUp === true ? (
        <>
          <p>{factorWords('setUpFirst')}</p>
          <div class="actions">
            <a class="button" href={pages.settings} onClick={() => answer(false)}>
              {factorWords('setUp')}
            </a>
          </div>
        </>
      ) : (
        <>
          <p>{factorWords('proofLead')}</p>
          {methods.includes('passkey') && <ByPasskey onProven={() => answer(true)} />}
          {methods.includes('code') && <ByText name="code" onProven={() => answer(true)} />}
          {methods.includes('password') && <ByText name="password" onProven={() => answer(true)} />}
        </>
      )}
      <div class="actions">
        <Button look="quiet" onClick={() => answer(false)}>
          {factorWords('notNow')}
        </Button>
      </div>
    </dialog>
  )
}

function ByPasskey({ onProven }: { onProven(): void }) {
  const prove = async () => {
    const passkey = await askForPasskey('/api/me/prove/options', factorWords('passkeyGivenUp'))
    await api.post('/api/me/prove', { passkey })
    onProven()
  }
  return (
    <ActionButton busy={factorWords('checking')} act={prove}>
      {factorWords('usePasskey')}
    </ActionButton>
  )
}

function ByText({ name, onProven }: { name: 'code' | 'password'; onProven(): void }) {
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async (values) => {
      await api.post('/api/me/prove', { [name]: values[name] ?? '' })
      onProven()
    },
  })
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <Field
        label={factorWords(name)}
        name={name}
        type={name === 'password' ? 'password' : 'text'}
        autoComplete={name === 'password' ? 'current-password' : 'one-time-code'}
        required
        error={errors[name]}
      />
      <Button type="submit" busy={busy && factorWords('checking')}>
        {factorWords('goOn')}
      </Button>
    </form>
  )
}
