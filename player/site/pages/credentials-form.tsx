import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import {
  emailError,
  newPasswordError,
  onlyErrors,
  shortestPassword,
} from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { Problem } from '../../ui/problem.ts'
import { useForm } from '../../ui/use-form.ts'
import { EmailField } from '../parts/email-field.tsx'

interface CredentialsFormProps {
  /** Where it goes without JavaScript, and what password managers go by. */
  action: string
  newPassword: boolean
  label: string
  busyLabel: string
  send(email: string, password: string, code?: string): Promise<void>
  children?: ComponentChildren
}

/** E-mail address and password, for signing in and signing up. */
export function CredentialsForm(props: CredentialsFormProps) {
  const { action, newPassword, label, busyLabel, send, children } = props
  const [asksCode, setAsksCode] = useState(false)
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ email, password }) =>
      onlyErrors({
        email: emailError(email),
        password: newPassword
          ? newPasswordError(password)
          : password === ''
            ? siteWords('passwordMissing')
            : undefined,
      }),
    submit: async ({ email = '', password = '', code }) => {
      try {
        await send(email, password, code)
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'SECOND_FACTOR_REQUIRED')) throw error
        setAsksCode(true)
      }
    },
  })
  return (
    <form ref={form} class="form" method="post" action={action} noValidate onSubmit={onSubmit}>
      {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
      <EmailField error={errors.email} />
      <Field
        label={siteWords('password')}
        name="password"
        type="password"
        autoComplete={newPassword ? 'new-password' : 'current-password'}
        required
        hint={newPassword ? uiWords('passwordLength', { count: shortestPassword }) : undefined}
        error={errors.password}
      />
      {asksCode && (
        <>
          <Notice>{siteWords('codeAsked')}</Notice>
          <Field
            label={siteWords('code')}
            name="code"
            autoComplete="one-time-code"
            required
            error={errors.code}
          />
        </>
      )}
      <Button type="submit" wide busy={busy && busyLabel}>
        {label}
      </Button>
      {children}
    </form>
  )
}
