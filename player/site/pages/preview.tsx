import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { pages } from '../../../contract/pages.ts'
import type { OpenedPreview } from '../../../contract/previews.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Failure } from '../../ui/failure.tsx'
import { withNext } from '../../ui/next-path.ts'
import { Notice } from '../../ui/notice.tsx'
import { api } from '../../ui/page-api.ts'
import { loadSession, useSession } from '../../ui/session.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'

const key = 'matinee.preview'

/**
 * The token stands behind the "#", which no server and no referrer gets to see. Whoever signs in first
 * comes back without it, so that this tab keeps it until then.
 */
function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  try {
    if (given !== null) sessionStorage.setItem(key, given)
    return given ?? sessionStorage.getItem(key)
  } catch {
    return given
  }
}

function dropToken(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // nothing was kept either
  }
}

/** Where a link to a film that is not on show leads, and from there to the film. */
export function PreviewPage() {
  useTitle(siteWords('preview.page'))
  const [token] = useState(takeToken)
  const session = useSession()
  const { route } = useLocation()
  const isKnown = session.status === 'signed-in'
  const opened = useLoad(isKnown ? token : null, () =>
    api.post<OpenedPreview>('/api/previews', { token }),
  )
  const slug = opened.value?.slug
  const failed = session.status === 'failed' ? session : opened

  useEffect(() => {
    if (slug === undefined) return
    dropToken()
    route(pages.watch.replace(':video', slug), true)
  }, [slug, route])

  return (
    <div class="page page-form">
      <h1>{siteWords('preview.page')}</h1>
      {token === null && (
        <Notice heading={siteWords('linkBroken')}>{siteWords('preview.broken')}</Notice>
      )}
      {token !== null && session.status === 'signed-out' && (
        <>
          <p class="page-lead">{siteWords('preview.signIn')}</p>
          <div class="actions">
            <ButtonLink href={withNext(pages.signIn, pages.preview)}>
              {uiWords('signIn')}
            </ButtonLink>
            <ButtonLink look="secondary" href={withNext(pages.signUp, pages.preview)}>
              {siteWords('createAccount')}
            </ButtonLink>
          </div>
        </>
      )}
      {token !== null && session.status !== 'signed-out' && failed.status !== 'failed' && (
        <Waiting>{siteWords('preview.opening')}</Waiting>
      )}
      {token !== null && failed.status === 'failed' && (
        <Failure
          what={siteWords('preview.failed')}
          problem={failed.problem}
          retry={failed === opened ? opened.retry : () => void loadSession()}
        />
      )}
    </div>
  )
}
