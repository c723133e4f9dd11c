import type { FunctionComponent } from 'preact'
import { Route, Router } from 'preact-iso/router'
import { isOperator, may, type Permission } from '../../contract/roles.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { Failure } from '../ui/failure.tsx'
import { NotFoundPage } from '../ui/not-found.tsx'
import { loadSession } from '../ui/session.ts'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { useMembersOnly } from '../ui/use-members-only.ts'
import { Waiting } from '../ui/waiting.tsx'
import { CollectionPage } from './collections/collection-page.tsx'
import { CollectionsPage } from './collections/collections-page.tsx'
import { FrontPage } from './collections/front-page.tsx'
import { LibraryPage } from './films/library-page.tsx'
import { VideoPage } from './films/video-page.tsx'
import { AudiencePage } from './numbers/audience-page.tsx'
import { NumbersPage } from './numbers/numbers-page.tsx'
import { PeoplePage } from './people/people-page.tsx'
import { PersonPage } from './people/person-page.tsx'
import { PaymentsPage } from './sales/payments-page.tsx'
import { PlansPage } from './sales/plans-page.tsx'
import { MailsPage } from './settings/mails-page.tsx'
import { OperatorsPage } from './settings/operators-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { AuditPage } from './state/audit-page.tsx'
import { OpeningPage } from './state/opening-page.tsx'
import { StatePage } from './state/state-page.tsx'
import { TodayPage } from './state/today-page.tsx'
import './styles/studio.css'

/** Each page with what it needs. */
const studioPages: readonly (readonly [string, Permission, FunctionComponent])[] = [
  ['/films/:id', 'films', VideoPage],
  ['/collections', 'films', CollectionsPage],
  ['/collections/:id', 'films', CollectionPage],
  ['/today', 'people', TodayPage],
  ['/front', 'films', FrontPage],
  ['/people', 'people', PeoplePage],
  ['/people/:id', 'people', PersonPage],
  ['/payments', 'payments', PaymentsPage],
  ['/numbers', 'numbers', NumbersPage],
  ['/numbers/films/:id', 'numbers', AudiencePage],
  ['/mails', 'people', MailsPage],
  ['/opening', 'site', OpeningPage],
  ['/plans', 'sale', PlansPage],
  ['/settings', 'site', SettingsPage],
  ['/state', 'site', StatePage],
  ['/operators', 'roles', OperatorsPage],
  ['/audit', 'audit', AuditPage],
]

/** The operator's pages. The API refuses everyone else anyway; these only say so kindly. */
export function Studio() {
  useKeptFocus()
  const session = useMembersOnly('/sign-in')

  if (session.status !== 'signed-in') {
    return (
      <div class="page">
        <h1>{uiWords('studio')}</h1>
        {session.status === 'failed' ? (
          <Failure
            what={uiWords('studioFailed')}
            problem={session.problem}
            retry={() => void loadSession()}
          />
        ) : (
          <Waiting>{uiWords('openingStudio')}</Waiting>
        )}
      </div>
    )
  }
  const { role } = session.me.user
  if (!isOperator(role)) {
    return (
      <div class="page page-narrow">
        <h1>{uiWords('studio')}</h1>
        <p class="page-lead">{studioWords('notForYou')}</p>
      </div>
    )
  }
  return (
    <Router>
      {studioPages
        .filter(([, permission]) => may(role, permission))
        .map(([path, , page]) => (
          <Route key={path} path={path} component={page} />
        ))}
      <Route path="/" component={may(role, 'films') ? LibraryPage : PeoplePage} />
      <Route default component={NotFoundPage} />
    </Router>
  )
}
