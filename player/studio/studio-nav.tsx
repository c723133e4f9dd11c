import { useLocation } from 'preact-iso/router'
import { houseWords } from '../../contract/words/house.ts'
import { operationWords } from '../../contract/words/operations.ts'
import { peopleWords } from '../../contract/words/people.ts'
import { saleWords } from '../../contract/words/sale.ts'
import { uiWords } from '../../contract/words/ui.ts'

const places = () => [
  ['/studio', uiWords('films')],
  ['/studio/people', peopleWords('people')],
  ['/studio/plans', saleWords('plans')],
  ['/studio/payments', operationWords('payments')],
  ['/studio/settings', houseWords('settings')],
]

/** The ways between the operator's pages. */
export function StudioNav() {
  const { path } = useLocation()
  return (
    <nav class="studio-nav" aria-label={uiWords('studio')}>
      {places().map(([href, text]) => (
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
