import { Route, Router } from 'preact-iso/router'
import { studioWords } from '../../contract/words/studio.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { NotFoundPage } from '../ui/not-found.tsx'
import { useMembersOnly } from '../ui/use-members-only.ts'
import { Waiting } from '../ui/waiting.tsx'
import { LibraryPage } from './library-page.tsx'
import { MailsPage } from './mails-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { OpeningPage } from './opening-page.tsx'
import { PaymentsPage } from './payments-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { PlansPage } from './plans-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { VideoPage } from './video-page.tsx'
import './styles/studio.css'

/** The operator's pages. The API refuses everyone else anyway; these only say so kindly. */
export function Studio() {
  const session = useMembersOnly('/sign-in')

  if (session.status !== 'signed-in') {
    return (
      <div class="page">
        <h1>{uiWords('studio')}</h1>
        <Waiting>{uiWords('openingStudio')}</Waiting>
      </div>
    )
  }
  if (session.me.user.role !== 'admin') {
    return (
      <div class="page page-narrow">
        <h1>{uiWords('studio')}</h1>
        <p class="page-lead">{studioWords('notForYou')}</p>
      </div>
    )
  }
  return (
    <Router>
      <Route path="/" component={LibraryPage} />
      <Route path="/films/:id" component={VideoPage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/people/:id" component={PersonPage} />
      <Route path="/payments" component={PaymentsPage} />
      <Route path="/numbers" component={NumbersPage} />
      <Route path="/mails" component={MailsPage} />
      <Route path="/opening" component={OpeningPage} />
      <Route path="/plans" component={PlansPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route default component={NotFoundPage} />
    </Router>
  )
}
