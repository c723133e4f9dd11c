import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso/router'
import { withNext } from '../next-path.ts'
import { ButtonLink } from '../ui/button.tsx'

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
      <ButtonLink href={withNext('/sign-in', url)}>Sign in</ButtonLink>
    </>
  )
}
