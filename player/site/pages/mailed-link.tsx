import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { pages } from '../../../contract/pages.ts'
import { accountWords } from '../../../contract/words/account.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api, renewal } from '../../ui/page-api.ts'
import { Problem } from '../../ui/problem.ts'
import { loadSession, reloadSession } from '../../ui/session.ts'
import { useForm } from '../../ui/use-form.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AskForLink } from '../parts/ask-for-link.tsx'
import { afterMailedLink } from '../return-point.ts'

/** The token stands behind the "#", which no server and no referrer gets to see. */
const mailedToken = () => new URLSearchParams(location.hash.slice(1)).get('token')

/** Whether it is the link that is no good, and not the line on which it was sent. */
const isUsedUp = ({ code }: Problem) => code === 'RESET_LINK_INVALID'

const ToAccount = ({ href }: { href: string }) => (
  <ButtonLink look="secondary" href={href}>
    {accountWords('toAccount')}
  </ButtonLink>
)

interface NotTakenProps {
  problem: Problem
  retry(): void
  /** What leads to another link. */
  again: ComponentChildren
}

/** One that may yet be taken is tried again. */
function NotTaken({ problem, retry, again }: NotTakenProps) {
  const isForGood = isUsedUp(problem) || problem.code === 'EMAIL_TAKEN'
  return isForGood ? (
    <Notice tone="urgent" heading={accountWords('linkFailed')} action={again}>
      {problem.message}
    </Notice>
  ) : (
    <Failure what={accountWords('linkNotTaken')} problem={problem} retry={retry} />
  )
}

interface MailedLinkProps {
  /** Where the token is posted to. */
  path: string
  /** Where another link can be had. */
  again: string
  /** Once it was taken. */
  done: string
  then(): Promise<void>
  /** Whether what the link does was done before, as after a reload: it is good once. */
  isDone?(): Promise<boolean>
}

function MailedLink({ path, again, done, then, isDone }: MailedLinkProps) {
  useTitle(accountWords('linkChecking'))
  const [token] = useState(mailedToken)
  const taken = useLoad(token, async () => {
    try {
      await api.post(path, { token })
    } catch (error) {
      if (!(await isDone?.())) throw error
    }
    await then()
    return true
  })
  return (
    <div class="page page-form">
      {token === null && (
        <Notice heading={siteWords('linkBroken')} action={<ToAccount href={again} />}>
          {siteWords('linkBrokenText')}
        </Notice>
      )}
      {token !== null && taken.status === 'loading' && (
        <Waiting>{accountWords('linkChecking')}</Waiting>
      )}
      {taken.status === 'failed' && (
        <NotTaken problem={taken.problem} retry={taken.retry} again={<ToAccount href={again} />} />
      )}
      {taken.status === 'ready' && (
        <Notice tone="good" heading={done}>
          <ButtonLink href={pages.account}>{accountWords('toAccount')}</ButtonLink>
        </Notice>
      )}
    </div>
  )
}

const refresh = async () => {
  await loadSession()
}

const isVerified = async () => {
  const session = await loadSession()
  return session.status === 'signed-in' && session.me.user.emailVerified === true
}

export const VerifyEmailPage = () => (
  <MailedLink
    path="/api/auth/email/verify"
    again={pages.account}
    done={accountWords('addressConfirmed')}
    then={refresh}
    isDone={isVerified}
  />
)

export const ConfirmEmailPage = () => (
  <MailedLink
    path="/api/auth/email/confirm"
    again={pages.settings}
    done={accountWords('addressChanged')}
    then={refresh}
  />
)

const follow = '/api/auth/sign-in-link/follow'

/**
 * Signs in at a press, or asks for a code where the account wants one. Not by itself: a page of another site could
 * lead someone here with a link to an account that is not theirs.
 */
function SignInByLink({ enter }: { enter(): Promise<void> }) {
  useTitle(siteWords('signInByMail'))
  const [token] = useState(mailedToken)
  const [pressed, setPressed] = useState(false)
  const taken = useLoad(pressed ? token : null, async () => {
    try {
      await api.post(follow, { token })
    } catch (error) {
      if (error instanceof Problem && error.code === 'SECOND_FACTOR_REQUIRED') return 'code'
      throw error
    }
    await enter()
    return 'in'
  })
  const { form, onSubmit, busy, errors, problem } = useForm({
    check: () => ({}),
    submit: async ({ code }) => {
      await api.post(follow, { token, code })
      await enter()
    },
  })
  if (taken.status === 'failed' && isUsedUp(taken.problem)) {
    return (
      <AskForSignIn
        why={
          <Notice tone="urgent" heading={accountWords('linkFailed')}>
            {taken.problem.message}
          </Notice>
        }
      />
    )
  }
  return (
    <div class="page page-form">
      <h1>{siteWords('signInByMail')}</h1>
      {taken.status === 'failed' && (
        <Failure what={accountWords('linkNotTaken')} problem={taken.problem} retry={taken.retry} />
      )}
      {taken.value === 'code' ? (
        <form ref={form} class="form" method="post" noValidate onSubmit={onSubmit}>
          <Notice>{siteWords('codeAsked')}</Notice>
          {problem !== undefined && <Notice tone="urgent">{problem.message}</Notice>}
          <Field
            label={siteWords('code')}
            name="code"
            autoComplete="one-time-code"
            required
            error={errors.code}
          />
          <Button type="submit" wide busy={busy && accountWords('linkChecking')}>
            {accountWords('linkGoOn')}
          </Button>
        </form>
      ) : (
        taken.status !== 'failed' &&
        (pressed ? (
          <Waiting>{accountWords('linkChecking')}</Waiting>
        ) : (
          <Button type="button" wide onClick={() => setPressed(true)}>
            {uiWords('signIn')}
          </Button>
        ))
      )}
    </div>
  )
}

const AskForSignIn = ({ why }: { why?: ComponentChildren }) => (
  <AskForLink
    title={siteWords('signInByMail')}
    heading={siteWords('signInByMail')}
    lead={siteWords('signInByMailText')}
    why={why}
    action="/api/auth/sign-in-link"
    sent={(where) => siteWords('signInLinkSent', where)}
  />
)

/** Without a token it is where one is asked for. */
export function SignInLinkPage() {
  const { route } = useLocation()
  const enter = async () => {
    renewal.mark()
    await reloadSession()
    route(afterMailedLink())
  }
  if (mailedToken() === null) return <AskForSignIn />
  return <SignInByLink enter={enter} />
}
