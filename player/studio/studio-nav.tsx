import { useLocation } from 'preact-iso/router'
import type { Opening, OpeningStep } from '../../contract/site.ts'
import { numbersWords } from '../../contract/words/numbers.ts'
import { openingWords } from '../../contract/words/opening.ts'
import { operationWords } from '../../contract/words/operations.ts'
import { peopleWords } from '../../contract/words/people.ts'
import { saleWords } from '../../contract/words/sale.ts'
import { settingsWords } from '../../contract/words/settings.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { api } from '../ui/page-api.ts'
import { useLoad } from '../ui/use-load.ts'

/** Shown at once on the next page, while it is asked anew. */
const kept = new Map<string, Opening>()

const progressOf = (steps: OpeningStep[]) =>
  openingWords('progress', {
    done: steps.filter(({ done, left }) => done || left).length,
    all: steps.length,
  })

const places = () => [
  ['/studio', uiWords('films')],
  ['/studio/people', peopleWords('people')],
  ['/studio/plans', saleWords('plans')],
  ['/studio/payments', operationWords('payments')],
  ['/studio/numbers', numbersWords('numbers')],
  ['/studio/settings', settingsWords('settings')],
]

/** The ways between the operator's pages. */
export function StudioNav() {
  const { path } = useLocation()
  const opening = useLoad(
    'opening',
    (signal) => api.get<Opening>('/api/studio/opening', signal),
    kept,
  )
  const steps = opening.value?.open === false ? opening.value.steps : null
  const all = places()
  if (steps !== null) all.unshift(['/studio/opening', progressOf(steps)])
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
