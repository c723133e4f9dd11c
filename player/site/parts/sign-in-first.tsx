import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso/router'
import { uiWords } from '../../../contract/words/ui.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { withNext } from '../../ui/next-path.ts'

/** Instead of a page of somebody's own: why to sign in, and the way there and back. */
export function SignInFirst({
  heading,
  children,
}: {
  heading: string
  children: ComponentChildren
}) {
  const { url } = useLocation()
  return (
    <>
      <h1>{heading}</h1>
      <p class="page-lead">{children}</p>
      <ButtonLink href={withNext('/sign-in', url)}>{uiWords('signIn')}</ButtonLink>
    </>
  )
}
