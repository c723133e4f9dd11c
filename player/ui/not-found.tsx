import { uiWords } from '../../contract/words/ui.ts'
import { ButtonLink } from './button.tsx'
import { useTitle } from './use-title.ts'

export function NotFoundPage() {
  useTitle(uiWords('nothingHere'))
  return (
    <div class="page page-narrow">
      <h1>{uiWords('nothingHereHeading')}</h1>
      <p class="page-lead">{uiWords('nothingHereText')}</p>
      <ButtonLink href="/">{uiWords('allFilms')}</ButtonLink>
    </div>
  )
}
