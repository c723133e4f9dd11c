import { accountWords } from '../../../contract/words/account.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useSession } from '../../ui/session.ts'
import { useContinueWatching } from '../use-continue-watching.ts'

/** What was watched last, and its end. */
export function HistoryPanel() {
  const { begun, clear } = useContinueWatching(useSession())
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{accountWords('history')}</h2>
      {begun.length === 0 ? (
        <p>{accountWords('noHistory')}</p>
      ) : (
        <>
          <ul class="devices">
            {begun.map(({ id, slug, title }) => (
              <li key={id}>
                <a href={`/watch/${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
          <div class="actions">
            <ActionButton look="secondary" busy={siteWords('clearingHistory')} act={clear}>
              {accountWords('clearHistory')}
            </ActionButton>
          </div>
        </>
      )}
    </section>
  )
}
