import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { safeNext } from '../../ui/next-path.ts'
import { useSession } from '../../ui/session.ts'

/**
 * For the pages that lead in: goes on as soon as someone is signed in, be it by this page, by another
 * tab, or all along.
 *
 * @returns where it goes on to
 */
export function useDoor(): string {
  const session = useSession()
  const { query, route } = useLocation()
  const next = safeNext(query.next)
  const inside = session.status === 'signed-in'

  useEffect(() => {
    if (inside) route(next, true)
  }, [inside, next, route])

  return next
}
