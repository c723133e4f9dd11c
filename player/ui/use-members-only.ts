import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { withNext } from './next-path.ts'
import { useSession } from './session.ts'

/**
 * For pages of somebody's own: strangers are led to a page that lets them in, and from there back.
 *
 * @param door where strangers are led to
 */
export function useMembersOnly(door: '/sign-in' | '/sign-up') {
  const session = useSession()
  const { url, route } = useLocation()
  const stranger = session.status === 'signed-out'

  useEffect(() => {
    if (stranger) route(withNext(door, url), true)
  }, [stranger, door, url, route])

  return session
}
