import { ButtonLink } from './button.tsx'
import { useTitle } from './use-title.ts'

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
