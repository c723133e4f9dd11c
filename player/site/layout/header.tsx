import { useLocation } from 'preact-iso/router'
import { Mark } from '../../ui/mark.tsx'
import { withNext } from '../../ui/next-path.ts'
import { useSession } from '../../ui/session.ts'
import { holdsPlan } from '../../ui/subscription-words.ts'
import { ThemeToggle } from './theme-toggle.tsx'

export function Header() {
  const session = useSession()
  const { path, url } = useLocation()
  const me = session.status === 'signed-in' ? session.me : undefined
  const link = (href: string, text: string, to = href) => (
    <a class="nav-link" href={to} aria-current={path === href ? 'page' : undefined}>
      {text}
    </a>
  )
  return (
    <header class="header">
      <a class="brand" href="/" aria-label="Matinee, all films">
        <Mark />
        <span>Matinee</span>
      </a>
      <nav aria-label="Main">
        {me?.user.role !== 'admin' && !holdsPlan(me?.subscription) && link('/pricing', 'Plans')}
        {me?.user.role === 'admin' && link('/studio', 'Studio')}
        {me !== undefined && link('/account', 'Account')}
        {session.status === 'signed-out' && link('/sign-in', 'Sign in', withNext('/sign-in', url))}
        <ThemeToggle />
      </nav>
    </header>
  )
}
