import type { Live } from '../../../contract/analytics.ts'
import { moment } from '../../../contract/words/format.ts'
import { numbersWords, watchedWith } from '../../../contract/words/numbers.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { usePolled } from '../parts/use-polled.ts'

const everyMs = 5_000

/** Who watches what now, or what one person does, asked again every few seconds. */
export function LiveSessions({ of, onStopped }: { of?: { id: string }; onStopped?: () => void }) {
  const path = of === undefined ? '/api/studio/live' : `/api/studio/live?userId=${of.id}`
  const loaded = useLoad(path, (signal) => api.get<Live>(path, signal))
  usePolled(true, loaded.retry, everyMs)
  const stopped = () => {
    loaded.retry()
    onStopped?.()
  }
  const live = loaded.value ?? loaded.last
  if (live === undefined) {
    return loaded.status === 'failed' ? (
      <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
    ) : null
  }
  return (
    <section class="panel" aria-labelledby="live">
      <h2 id="live">{of === undefined ? numbersWords('live') : peopleWords('playing')}</h2>
      {live.count === 0 && (
        <p>{of === undefined ? numbersWords('nobodyWatches') : peopleWords('playingNone')}</p>
      )}
      {live.count > 0 && of === undefined && (
        <p>{numbersWords('liveCount', { count: live.count })}</p>
      )}
      {live.sessions.length > 0 && (
        <ul class="ledger" aria-labelledby="live">
          {live.sessions.map((session) => (
            <Session key={session.id} session={session} onStopped={stopped} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface SessionProps {
  session: Live['sessions'][number]
  onStopped: () => void
}

function Session({ session, onStopped }: SessionProps) {
  const { id, title, person, device, startedAt, isPreview } = session
  const who = person?.email ?? numbersWords('stranger')
  const known = [
    watchedWith(device),
    numbersWords('since', { time: moment(startedAt) }),
    ...(isPreview ? [numbersWords('isPreview')] : []),
  ]
  return (
    <li>
      <div class="live-text">
        <strong>{title}</strong>{' '}
        {person === null ? who : <a href={`/studio/people/${person.id}`}>{who}</a>}
        <p class="small">{known.join(' · ')}</p>
      </div>
      <ActionButton
        look="secondary"
        label={numbersWords('stopOf', { title, who })}
        busy={numbersWords('stopping')}
        act={async () => {
          await api.request('DELETE', `/api/studio/live/${id}`)
          onStopped()
        }}
      >
        {numbersWords('stop')}
      </ActionButton>
    </li>
  )
}
