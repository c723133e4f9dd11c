import { useState } from 'preact/hooks'
import type { MailRecord, MailRecords } from '../../../contract/site.ts'
import { moment } from '../../../contract/words/format.ts'
import { settingsWords } from '../../../contract/words/settings.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import { usePages } from '../../ui/use-pages.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { useMay } from '../parts/may.ts'
import { StudioNav } from '../studio-nav.tsx'
import { MailTexts } from './mail-texts.tsx'

const find = (to: string, cursor?: string, signal?: AbortSignal) => {
  const query = new URLSearchParams({ ...(to && { to }), ...(cursor && { cursor }) })
  return api.get<MailRecords>(`/api/studio/mails?${query}`, signal)
}

/** What was mailed to whom, and what the mail server did not take. */
export function MailsPage() {
  useTitle(settingsWords('mails'))
  const may = useMay()
  const [to, setTo] = useState('')
  const { first, items, loadMore } = usePages(`mails ${to}`, 'mails', (cursor, signal) =>
    find(to, cursor, signal),
  )

  return (
    <div class="page studio">
      <StudioNav />
      <h1>{settingsWords('mails')}</h1>
      <p class="page-lead">{settingsWords('mailsLead')}</p>
      <SearchBox what={settingsWords('mailsTo')} value={to} onSearch={setTo} />
      {first.status === 'failed' && (
        <Failure what={settingsWords('mailsFailed')} problem={first.problem} retry={first.retry} />
      )}
      {items === undefined && first.status === 'loading' && (
        <Waiting>{settingsWords('loadingMails')}</Waiting>
      )}
      {items?.length === 0 && <p class="nothing">{settingsWords('noMails')}</p>}
      {items !== undefined && items.length > 0 && (
        <ul class="ledger people" aria-label={settingsWords('mails')}>
          {items.map((mail) => (
            <OneMail key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {loadMore && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {settingsWords('moreMails')}
        </ActionButton>
      )}
      {may('site') && <MailTexts />}
    </div>
  )
}

function OneMail({ mail: { to, subject, at, outcome, error } }: { mail: MailRecord }) {
  const sent = outcome === 'sent'
  return (
    <li>
      <span class="ledger-what">
        <strong>{subject}</strong>
        <span class="ledger-more">
          {to} · {moment(at)}
        </span>
        {error !== null && <span class="ledger-more">{error}</span>}
      </span>
      <span class={`chip chip-${sent ? 'good' : 'urgent'}`}>
        {settingsWords(`outcome.${outcome}`)}
      </span>
    </li>
  )
}
