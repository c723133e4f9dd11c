import type { FunctionComponent } from 'preact'
import { Route, Router } from 'preact-iso/router'
import { isOperator, may, type Permission } from '../../contract/roles.ts'
import { studioWords } from '../../contract/words/studio.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { Failure } from '../ui/failure.tsx'
import { NotFoundPage } from '../ui/not-found.tsx'
import { loadSession } from '../ui/session.ts'
import { useMembersOnly } from '../ui/use-members-only.ts'
import { Waiting } from '../ui/waiting.tsx'
import { AudiencePage } from './audience-page.tsx'
import { AuditPage } from './audit-page.tsx'
import { CollectionPage } from './collection-page.tsx'
import { CollectionsPage } from './collections-page.tsx'
import { FrontPage } from './front-page.tsx'
import { LibraryPage } from './library-page.tsx'
import { MailsPage } from './mails-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { OperatorsPage } from './operators-page.tsx'
import { PaymentsPage } from './payments-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { PlansPage } from './plans-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { StatePage } from './state-page.tsx'
import { TodayPage } from './today-page.tsx'
import { VideoPage } from './video-page.tsx'
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
