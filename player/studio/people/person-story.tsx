import { useState } from 'preact/hooks'
import type { Person, Story, StoryEntry } from '../../../contract/people.ts'
import { moment, money, runningTime } from '../../../contract/words/format.ts'
import { peopleWords } from '../../../contract/words/people.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { becauseWords } from './people-words.ts'

const watched = ({ title, seconds }: Extract<StoryEntry, { kind: 'watched' }>): string =>
  seconds === null || seconds < 1
    ? peopleWords('story.began', { title })
    : peopleWords('story.watched', { title, time: runningTime(seconds) })

function paid(entry: Extract<StoryEntry, { kind: 'payment' }>): string {
  const { what, status, amount, amountRefunded, currency, description } = entry
  const said = {
    amount: money(amount, currency),
    what: description ?? peopleWords(what === 'plan' ? 'payment.plan' : 'payment.other'),
  }
  if (status === 'succeeded' && amountRefunded > 0) {
    return peopleWords('story.refunded', { ...said, back: money(amountRefunded, currency) })
  }
  return peopleWords(`story.payment.${status}`, said)
}

function refused({ title, reason, times }: Extract<StoryEntry, { kind: 'refused' }>): string {
  const said = peopleWords('story.refused', { title, why: becauseWords({ because: reason }) })
  return times === 1 ? said : `${said} ${peopleWords('story.refusedTimes', { count: times })}`
}

/** One thing that happened, in a sentence. */
function storyWords(entry: StoryEntry): string {
  switch (entry.kind) {
    case 'joined':
      return peopleWords('story.joined')
    case 'payment':
      return paid(entry)
    case 'watched':
      return watched(entry)
    case 'refused':
      return refused(entry)
    case 'mail':
      return peopleWords(`story.mail.${entry.outcome}`, { subject: entry.subject })
    case 'operator':
      return peopleWords('story.operator', {
        action: entry.action,
        by: entry.by ?? peopleWords('story.system'),
      })
  }
}

/** All that happened with someone, the newest first. */
export function PersonStory({ person, round }: { person: Person; round: number }) {
  const path = `/api/studio/users/${person.id}/story`
  const loaded = useLoad(`${path} ${round}`, (signal) => api.get<Story>(path, signal))
  const [further, setFurther] = useState<Story>()
  const newest = loaded.value ?? loaded.last
  const entries = [...(newest?.entries ?? []), ...(further?.entries ?? [])]
  const before = further === undefined ? newest?.before : further.before

  async function loadMore() {
    if (!before) return
    const page = await api.get<Story>(`${path}?${new URLSearchParams({ before })}`)
    setFurther({ ...page, entries: [...(further?.entries ?? []), ...page.entries] })
  }

  return (
    <section class="panel" aria-labelledby="story">
      <h2 id="story">{peopleWords('story')}</h2>
      {loaded.status === 'failed' && (
        <Failure what={studioWords('notLoaded')} problem={loaded.problem} retry={loaded.retry} />
      )}
      <ul class="ledger" aria-labelledby="story">
        {entries.map((entry) => (
          <li key={`${entry.at} ${storyWords(entry)}`}>
            <span class="ledger-what">
              <span>{storyWords(entry)}</span>
              <span class="ledger-more">{moment(entry.at)}</span>
            </span>
          </li>
        ))}
      </ul>
      {before && (
        <ActionButton look="secondary" busy={studioWords('loading')} act={loadMore}>
          {peopleWords('earlier')}
        </ActionButton>
      )}
    </section>
  )
}
