import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import type { InvitationTerms } from '../../../contract/operators.ts'
import { pages } from '../../../contract/pages.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { roleWords } from '../../../contract/words/roles.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { newPasswordError, onlyErrors, shortestPassword } from '../../ui/field-errors.ts'
import { Notice } from '../../ui/notice.tsx'
import { api, renewal } from '../../ui/page-api.ts'
import { reloadSession, useSession } from '../../ui/session.ts'
import { site } from '../../ui/site.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'

/** The token stands behind the "#", which no server and no referrer gets to see. */
const mailedToken = () => new URLSearchParams(location.hash.slice(1)).get('token')

/** Where someone who was invited becomes an operator. */
export function InvitationPage() {
  useTitle(roleWords('invitation'))
  const [token] = useState(mailedToken)
  const terms = useLoad(token, () => api.post<InvitationTerms>('/api/auth/invitation', { token }))
  return (
    <div class="page page-form">
      <h1>{roleWords('invitation')}</h1>
      {token === null && (
        <Notice heading={siteWords('linkBroken')}>{siteWords('linkBrokenText')}</Notice>
      )}
      {token !== null && terms.status === 'loading' && (
        <Waiting>{accountWords('linkChecking')}</Waiting>
      )}
      {terms.status === 'failed' && (
        <Notice tone="urgent" heading={accountWords('linkFailed')}>
          {terms.problem.message}
        </Notice>
      )}
      {token !== null && terms.value && <Accept token={token} terms={terms.value} />}
    </div>
  )
}

function Accept({ token, terms }: { token: string; terms: InvitationTerms }) {
  const { email, role, hasAccount } = terms
  const session = useSession()
  const { route } = useLocation()
  const isThem = session.status === 'signed-in' && session.me.user.email === email
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: ({ password }) =>
      hasAccount ? {} : onlyErrors({ password: newPasswordError(password) }),
    submit: async ({ password }) => {
      const body = { token, ...(!hasAccount && { password }) }
      await api.post('/api/auth/invitation/accept', body)
      renewal.mark()
      await reloadSession()
      route(pages.studio)
    },
  })
  return (
    <>
      <p class="page-lead">
        {roleWords('invitedTo', { site: site().name, role: roleWords(`role.${role}`) })}
      </p>
      <p>{roleWords(`can.${role}`)}</p>
      {hasAccount && !isThem ? (
        <Notice
          action={<ButtonLink href={pages.signIn}>{uiWords('signIn')}</ButtonLink>}
          heading={uiWords('signIn')}
        >
          {roleWords('signInFirst', { email })}
        </Notice>
      ) : (
        <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
          {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
          {!hasAccount && (
            <>
              <p>{roleWords('choosePassword', { email })}</p>
              <input type="hidden" name="username" autocomplete="username" value={email} />
              <Field
                label={siteWords('newPassword')}
                name="password"
                type="password"
                autoComplete="new-password"
                required
                hint={uiWords('passwordLength', { count: shortestPassword })}
                error={errors.password}
              />
            </>
          )}
          <Button type="submit" wide busy={busy && roleWords('accepting')}>
            {roleWords('accept')}
          </Button>
        </form>
      )}
    </>
  )
}
