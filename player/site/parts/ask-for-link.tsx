import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { siteWords } from '../../../contract/words/site.ts'
import { Button } from '../../ui/button.tsx'
import { emailError, onlyErrors } from '../../ui/field-errors.ts'
import { withNext } from '../../ui/next-path.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useForm } from '../../ui/use-form.ts'
import { useTitle } from '../../ui/use-title.ts'
import { afterMailedLink, leaveReturnPoint } from '../return-point.ts'
import { EmailField } from './email-field.tsx'

interface AskForLinkProps {
  title: string
  heading: string
  lead: string
  /** Why one is asked for again. */
  why?: ComponentChildren
  /** Where the address is posted to; it answers the same whether or not there is an account. */
  action: string
  sent(where: { email: string }): string
}

/** Asks for an address, and has a link mailed to it. */
export function AskForLink({ title, heading, lead, why, action, sent }: AskForLinkProps) {
  useTitle(title)
  const { query } = useLocation()
  const [sentTo, setSentTo] = useState<string>()
  // One that is asked for in place of another leads to where that one did.
  const next = query.next ?? (why === undefined ? '/' : afterMailedLink())
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ email }) => onlyErrors({ email: emailError(email) }),
    submit: async ({ email = '' }) => {
      await api.post(action, { email })
      leaveReturnPoint({ path: next }, 'mailed')
      setSentTo(email.trim())
    },
  })
  return (
    <div class="page page-form">
      <h1>{heading}</h1>
      {sentTo === undefined ? (
        <>
          {why}
          <p class="page-lead">{lead}</p>
          <form
            ref={form}
            class="form"
            method="post"
            action={action}
            noValidate
            onSubmit={onSubmit}
          >
            {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
            <EmailField error={errors.email} />
            <Button type="submit" wide busy={busy && siteWords('sending')}>
              {siteWords('sendLink')}
            </Button>
          </form>
        </>
      ) : (
        <Notice tone="good" heading={siteWords('lookInMail')}>
          {sent({ email: sentTo })}
        </Notice>
      )}
      <p class="page-more">
        <a href={withNext('/sign-in', next)}>{siteWords('backToSignIn')}</a>
      </p>
    </div>
  )
}
