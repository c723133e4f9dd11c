import { may, type Permission } from '../../../contract/roles.ts'
import { useSession } from '../../ui/session.ts'

/** Tells whether whoever is signed in may do something; the server refuses the rest anyway. */
export function useMay(): (...any: readonly Permission[]) => boolean {
  const session = useSession()
  return (...any) => session.status === 'signed-in' && may(session.me.user.role, ...any)
}
