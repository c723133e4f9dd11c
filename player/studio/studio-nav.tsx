import { useLocation } from 'preact-iso/router'
import type { Permission } from '../../contract/roles.ts'
import type { Opening, OpeningStep } from '../../contract/site.ts'
import { collectionWords } from '../../contract/words/collections.ts'
import { numbersWords } from '../../contract/words/numbers.ts'
import { openingWords } from '../../contract/words/opening.ts'
import { operationWords } from '../../contract/words/operations.ts'
import { operatorWords } from '../../contract/words/operators.ts'
import { peopleWords } from '../../contract/words/people.ts'
import { saleWords } from '../../contract/words/sale.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { stateWords } from '../../contract/words/state.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'
import { useMay } from './parts/may.ts'

/** Shown at once on the next page, while it is asked anew. */
const kept = new Map<string, Opening>()

const progressOf = (steps: OpeningStep[]) =>
  openingWords('progress', {
    done: steps.filter(({ done, left }) => done || left).length,
    all: steps.length,
  })

const places = (): [string, string, Permission][] => [
  ['/studio/today', numbersWords('today'), 'people'],
  ['/studio', uiWords('films'), 'films'],
  ['/studio/collections', collectionWords('collections'), 'films'],
  ['/studio/front', collectionWords('front'), 'films'],
  ['/studio/people', peopleWords('people'), 'people'],
  ['/studio/mails', settingsWords('mails'), 'people'],
  ['/studio/plans', saleWords('plans'), 'sale'],
  ['/studio/payments', operationWords('payments'), 'payments'],
  ['/studio/numbers', numbersWords('numbers'), 'numbers'],
  ['/studio/settings', settingsWords('settings'), 'site'],
  ['/studio/state', stateWords('state'), 'site'],
  ['/studio/operators', operatorWords('operators'), 'roles'],
  ['/studio/audit', operatorWords('log'), 'audit'],
]

/** The ways between the operator's pages. */
export function StudioNav() {
  const { path } = useLocation()
  const mayThey = useMay()
  const opening = useLoad(
    mayThey('site') ? 'opening' : null,
    (signal) => api.get<Opening>('/api/studio/opening', signal),
    kept,
  )
  const steps = opening.value?.open === false ? opening.value.steps : null
  const all = places().filter(([, , permission]) => mayThey(permission))
  if (steps !== null) all.unshift(['/studio/opening', progressOf(steps), 'site'])
  return (
    <nav class="studio-nav" aria-label={uiWords('studio')}>
      {all.map(([href, text]) => (
        <a
          key={href}
          class="nav-link"
          href={href}
          aria-current={path === href ? 'page' : undefined}
        >
          {text}
        </a>
      ))}
    </nav>
  )
}
