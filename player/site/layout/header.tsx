import { useLocation } from 'preact-iso/router'
import { pages } from '../../../contract/pages.ts'
import { isOperator } from '../../../contract/roles.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Mark } from '../../ui/mark.tsx'
import { withNext } from '../../ui/next-path.ts'
import { useSession } from '../../ui/session.ts'
import { useSite } from '../../ui/site.ts'
import { holdsPlan } from '../../ui/subscription-words.ts'
import { SearchForm, SearchLink } from './search-form.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export function Header() {
  const session = useSession()
  const { name, logoUrl } = useSite()
  const { path, url } = useLocation()
  const me = session.status === 'signed-in' ? session.me : undefined
  // Which has fields of its own to search by.
  const inStudio = path.startsWith(pages.studio)
  const link = (href: string, text: string, to = href) => (
    <a class="nav-link" href={to} aria-current={path === href ? 'page' : undefined}>
      {text}
    </a>
  )
  return (
    <header class={path === pages.search ? 'header header-search' : 'header'}>
      <a class="brand" href="/" aria-label={siteWords('home', { site: name })}>
        {logoUrl === null ? <Mark /> : <img class="brand-logo" src={logoUrl} alt="" />}
        <span>{name}</span>
      </a>
      {!inStudio && <SearchForm />}
      <nav aria-label={siteWords('mainMenu')}>
        {!inStudio && <SearchLink />}
        {session.status !== 'loading' &&
          !(me && isOperator(me.user.role)) &&
          !holdsPlan(me?.subscription) &&
          link('/pricing', uiWords('plans'))}
        {me && isOperator(me.user.role) && link('/studio', uiWords('studio'))}
        {me !== undefined && link('/account', siteWords('account'))}
        {session.status === 'signed-out' &&
          link('/sign-in', uiWords('signIn'), withNext('/sign-in', url))}
        <ThemeToggle />
      </nav>
    </header>
  )
}
