import { accountWords } from '../../../contract/words/account.ts'
import { Failure } from '../../ui/failure.tsx'
import { loadSession } from '../../ui/session.ts'
import { useMembersOnly } from '../../ui/use-members-only.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AddressPanel } from '../parts/address-panel.tsx'
import { DeletePanel } from '../parts/delete-panel.tsx'
import { DevicesPanel } from '../parts/devices-panel.tsx'
import { FactorsPanel } from '../parts/factors-panel.tsx'
import { HistoryPanel } from '../parts/history-panel.tsx'
import { PasswordPanel } from '../parts/password-panel.tsx'
import { PreferencesPanel } from '../parts/preferences-panel.tsx'

/** What people do with their own account, one panel each. */
export function SettingsPage() {
  useTitle(accountWords('settingsTitle'))
  const session = useMembersOnly('/sign-in')
  return (
    <div class="page page-narrow">
      <h1>{accountWords('settingsTitle')}</h1>
      {session.status === 'failed' && (
        <Failure
          what={accountWords('accountFailed')}
          problem={session.problem}
          retry={() => void loadSession()}
        />
      )}
      {(session.status === 'loading' || session.status === 'signed-out') && (
        <Waiting>{accountWords('loadingAccount')}</Waiting>
      )}
      {session.status === 'signed-in' && (
        <>
          <AddressPanel user={session.me.user} />
          <PreferencesPanel />
          <PasswordPanel />
          <FactorsPanel />
          <DevicesPanel />
          <HistoryPanel />
          <DataPanel />
          <DeletePanel />
        </>
      )}
    </div>
  )
}

function DataPanel() {
  return (
    <section class="panel" aria-labelledby="data">
      <h2 id="data">{accountWords('yourData')}</h2>
      <p>{accountWords('yourDataText')}</p>
      <div class="actions">
        <a class="button button-secondary" href="/api/me/export?format=text" download>
          {accountWords('downloadText')}
        </a>
        <a class="button button-secondary" href="/api/me/export" download>
          {accountWords('downloadJson')}
        </a>
      </div>
    </section>
  )
}
