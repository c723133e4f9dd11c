import { NotFoundPage } from '../../ui/not-found.tsx'
import { useMembersOnly } from '../../ui/use-members-only.ts'

/** A page of somebody's own whose address does not say about what: strangers are led to sign in all the same. */
export function NothingAsked() {
  const { status } = useMembersOnly('/sign-in')
  return status === 'signed-in' ? <NotFoundPage /> : null
}
