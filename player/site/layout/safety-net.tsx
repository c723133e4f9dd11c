import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Notice } from '../../ui/notice.tsx'

/** Shows a sentence and a way out where a page breaks, instead of nothing. */
export function SafetyNet({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary()
  if (error === undefined) return <>{children}</>
  return (
    <main class="page page-narrow">
      <h1>{siteWords('brokenHeading')}</h1>
      <Notice
        tone="urgent"
        action={
          <a class="button button-secondary" href="/" rel="external" target="_top">
            {uiWords('allFilms')}
          </a>
        }
      >
        {siteWords('brokenText')}
      </Notice>
    </main>
  )
}
