import { useRoute } from 'preact-iso/router'
import type { LegalText } from '../../../contract/site.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { Failure } from '../../ui/failure.tsx'
import { NotFoundPage } from '../../ui/not-found.tsx'
import { api } from '../../ui/page-api.ts'
import { Prose } from '../../ui/prose.tsx'
import { site } from '../../ui/site.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'

/** A legal page, as its operator wrote it. */
export function LegalPage() {
  const { slug = '' } = useRoute().params
  const path = `/api/site/legal/${encodeURIComponent(slug)}`
  const loaded = useLoad(path, (signal) => api.get<LegalText>(path, signal))
  const title = loaded.value?.title ?? site().legal.find((page) => page.slug === slug)?.title
  useTitle(title)
  if (loaded.problem?.code === 'NOT_FOUND') return <NotFoundPage />
  return (
    <div class="page page-narrow">
      <h1>{title ?? siteWords('legalLinks')}</h1>
      {loaded.status === 'loading' && <Waiting>{siteWords('loadingLegal')}</Waiting>}
      {loaded.status === 'failed' && (
        <Failure what={siteWords('legalFailed')} problem={loaded.problem} retry={loaded.retry} />
      )}
      {loaded.status === 'ready' && <Prose html={loaded.value.html} />}
    </div>
  )
}
