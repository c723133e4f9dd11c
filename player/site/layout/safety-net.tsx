import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { Notice } from '../../ui/notice.tsx'

/** Shows a sentence and a way out where a page breaks, instead of nothing. */
export function SafetyNet({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary()
  if (error === undefined) return <>{children}</>
  return (
    <main class="page page-narrow">
      <h1>This page broke</h1>
      <Notice
        tone="urgent"
        action={
          <a class="button button-secondary" href="/" rel="external" target="_top">
            All films
          </a>
        }
      >
        The fault is ours. Reload the page, or go back to all films.
      </Notice>
    </main>
  )
}
