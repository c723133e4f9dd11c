import type { FailingJob, HouseState } from '../../../contract/state.ts'
import { moment } from '../../../contract/words/format.ts'
import { stateWords } from '../../../contract/words/state.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { StudioNav } from '../studio-nav.tsx'

/** What runs by itself, and what needs the operator. */
export function StatePage() {
  useTitle(stateWords('state'))
  const loaded = useLoad('state', (signal) => api.get<HouseState>('/api/studio/state', signal))
  const state = loaded.value ?? loaded.last
  return (
    <div class="page studio">
      <StudioNav />
      <h1>{stateWords('state')}</h1>
      <p class="page-lead">{stateWords('lead')}</p>
      {loaded.status === 'failed' && (
        <Failure what={stateWords('failed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {state === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {state !== undefined && (
        <>
          <ul class="ledger" aria-label={stateWords('state')}>
            <Fact what={stateWords('bucket')} {...bucketFact(state.bucket)} />
            <Fact
              what={stateWords('proxy')}
              says={state.proxy.says ?? stateWords('proxy.fine')}
              fine={state.proxy.says === null}
            />
            <Fact what={stateWords('walk')} says={walkSays(state.walk)} fine />
          </ul>
          <h2>{stateWords('jobs')}</h2>
          <Jobs state={state} reload={loaded.retry} />
        </>
      )}
    </div>
  )
}

function bucketFact({ standing, says }: HouseState['bucket']) {
  if (says !== null) return { says, fine: false }
  if (standing === 'unclaimed') return { says: stateWords('bucket.unclaimed'), fine: true }
  const reached = standing !== 'unreachable'
  return { says: stateWords(reached ? 'bucket.fine' : 'bucket.unreachable'), fine: reached }
}

function walkSays({ at, going, moved }: HouseState['walk']): string {
  if (going) return stateWords('walk.going', { count: moved })
  const date = moment(at)
  return moved === 0
    ? stateWords('walk.none', { date })
    : stateWords('walk.moved', { count: moved, date })
}

function Fact({ what, says, fine }: { what: string; says: string; fine: boolean }) {
  return (
    <li>
      <span class="ledger-what">
        <strong>{what}</strong>
        <span class="ledger-more">{says}</span>
      </span>
      <span class={`chip chip-${fine ? 'good' : 'urgent'}`}>
        {stateWords(fine ? 'fine' : 'wrong')}
      </span>
    </li>
  )
}

function Jobs({ state, reload }: { state: HouseState; reload(): void }) {
  const { jobs, jobsWaiting } = state
  return (
    <>
      {jobsWaiting > 0 && <p>{stateWords('waiting', { count: jobsWaiting })}</p>}
      {jobs.length === 0 && <p class="nothing">{stateWords('noJobs')}</p>}
      {jobs.length > 0 && (
        <ul class="ledger" aria-label={stateWords('jobs')}>
          {jobs.map((job) => (
            <Job key={job.id} job={job} reload={reload} />
          ))}
        </ul>
      )}
    </>
  )
}

const chips = { waiting: 'again', running: 'running', 'given-up': 'given' } as const

const nameOf = (kind: string): string => {
  const key = `job.${kind}`
  return stateWords.has(key) ? stateWords(key as 'job.transcode-plan') : kind
}

function Job({ job, reload }: { job: FailingJob; reload(): void }) {
  const { id, kind, state, failures, says, since, nextAt } = job
  const often = stateWords('failures', { count: failures, time: moment(since) })
  const next = nextAt === null ? '' : stateWords('next', { time: moment(nextAt) })
  async function retry() {
    await api.request('POST', `/api/studio/jobs/${id}/retry`)
    reload()
  }
  return (
    <li>
      <span class="ledger-what">
        <strong>{nameOf(kind)}</strong>
        <span class="ledger-more">{says}</span>
        <span class="ledger-more">
          {often} {next}
        </span>
      </span>
      <span class={`chip chip-${state === 'given-up' ? 'urgent' : 'warm'}`}>
        {stateWords(chips[state])}
      </span>
      {state !== 'running' && (
        <ActionButton look="secondary" busy={stateWords('retrying')} act={retry}>
          {stateWords('retry')}
        </ActionButton>
      )}
    </li>
  )
}
