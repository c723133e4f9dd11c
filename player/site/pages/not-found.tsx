import { ButtonLink } from '../ui/button.tsx'
import { useTitle } from '../ui/use-title.ts'

export function NotFoundPage() {
  useTitle('Nothing here')
  return (
    <div class="page page-narrow">
      <h1>There is nothing here</h1>
      <p class="page-lead">The address may be mistyped, or the page is gone.</p>
      <ButtonLink href="/">All films</ButtonLink>
    </div>
  )
}
