import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Permission } from '../../../contract/roles.ts'
import type { Check, Checks, Opening, OpeningStep, OpeningStepKey } from '../../../contract/site.ts'
import { openingWords } from '../../../contract/words/opening.ts'
import { studioWords } from '../../../contract/words/studio.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { useMay } from '../parts/may.ts'
import { StudioNav } from '../studio-nav.tsx'

const path = '/api/studio/opening'

/** Where a step is done; the others are done here. */
const places: Partial<Record<OpeningStepKey, string>> = {
  look: '/studio/settings',
  money: '/studio/settings#money',
  legal: '/studio/settings#legal',
  mail: '/studio/settings#mail',
  plan: '/studio/plans',
  film: '/studio',
}

/** What it takes for some; all else may be done by whoever sees the list. */
const needs: Partial<Record<OpeningStepKey, Permission>> = { plan: 'sale', stripe: 'sale' }

/** What there is to do between a new site and its first sale. */
export function OpeningPage() {
  useTitle(openingWords('opening'))
  const loaded = useLoad('opening', (signal) => api.get<Opening>(path, signal))
  const [changed, setChanged] = useState<Opening>()
  const [checks, setChecks] = useState<Check[]>()
  const opening = changed ?? loaded.value

  async function leave({ key, left }: OpeningStep) {
    setChanged(await api.request<Opening>('PATCH', path, { body: { step: key, left: !left } }))
  }
  const acts: Partial<Record<OpeningStepKey, () => Promise<void>>> = {
    checks: async () => {
      setChecks((await api.post<Checks>('/api/studio/checks')).checks)
      setChanged(await api.get<Opening>(path))
    },
    stripe: async () => setChanged(await api.post<Opening>('/api/studio/stripe/connect')),
    doors: async () => setChanged(await api.post<Opening>(`${path}/doors`)),
  }
  return (
    <div class="page studio">
      <StudioNav key={JSON.stringify(opening)} />
      <h1>{openingWords('opening')}</h1>
      {loaded.status === 'failed' && (
        <Failure what={openingWords('failed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {opening === undefined && loaded.status === 'loading' && (
        <Waiting>{studioWords('loading')}</Waiting>
      )}
      {opening !== undefined && (
        <>
          {opening.open ? (
            <Notice tone="good">{openingWords('open')}</Notice>
          ) : (
            <p class="page-lead">{openingWords('lead')}</p>
          )}
          <ol class="steps">
            {opening.steps.map((step) => (
              <Step key={step.key} step={step} act={acts[step.key]} onLeave={leave}>
                {step.key === 'checks' && checks !== undefined && <Findings checks={checks} />}
              </Step>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

interface StepProps {
  step: OpeningStep
  act: (() => Promise<void>) | undefined
  onLeave(step: OpeningStep): Promise<void>
  children: ComponentChildren
}

function Step({ step, act, onLeave, children }: StepProps) {
  const { key, done, left } = step
  const mayThey = useMay()
  const need = needs[key]
  const isTheirs = need === undefined || mayThey(need)
  const place = isTheirs ? places[key] : undefined
  const go = openingWords(`${key}.go`)
  return (
    <li class="step">
      <span class="step-text">
        <strong>
          {openingWords(`${key}.title`)}{' '}
          {done && <span class="chip chip-good">{openingWords('done')}</span>}
          {!done && left && <span class="chip">{openingWords('left')}</span>}
        </strong>
        <span class="small">{openingWords(`${key}.text`)}</span>
        {!isTheirs && !done && <span class="small">{openingWords('ownersDo')}</span>}
      </span>
      <span class="actions">
        {place !== undefined && (
          <ButtonLink href={place} look={done ? 'quiet' : 'secondary'}>
            {go}
          </ButtonLink>
        )}
        {isTheirs && act !== undefined && !(done && key === 'doors') && (
          <ActionButton
            look={key === 'doors' ? 'primary' : 'secondary'}
            busy={openingWords(`${key as 'checks' | 'stripe' | 'doors'}.busy`)}
            act={act}
          >
            {go}
          </ActionButton>
        )}
        {!done && key !== 'doors' && (
          <ActionButton
            look="quiet"
            busy={openingWords(left ? 'takingUp' : 'leaving')}
            act={() => onLeave(step)}
          >
            {openingWords(left ? 'takeUp' : 'leave')}
          </ActionButton>
        )}
      </span>
      {children}
    </li>
  )
}

function Findings({ checks }: { checks: Check[] }) {
  return (
    <ul class="ledger" aria-label={openingWords('checks.title')}>
      {checks.map(({ what, ok, todo, says }) => (
        <li key={what}>
          <span class="ledger-what">
            <strong>{what}</strong>
            <span class="ledger-more">{says}</span>
          </span>
          {ok && !todo ? (
            <span class="chip chip-good">{openingWords('fine')}</span>
          ) : (
            <span class="chip chip-urgent">{openingWords('wrong')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
