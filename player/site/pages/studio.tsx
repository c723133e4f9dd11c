import { siteWords } from '../../../contract/words/site.ts'
import { teach } from '../../../contract/words/teach.ts'
import { uiWords } from '../../../contract/words/ui.ts'
import { Failure } from '../../ui/failure.tsx'
import { pageLanguage } from '../../ui/language.ts'
import { loadPart } from '../../ui/load-part.ts'
import { useLoad } from '../../ui/use-load.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'

/** The operator's pages, which viewers need not load. */
export function StudioPage() {
  useTitle(uiWords('studio'))
  const studio = useLoad('studio', () =>
    // Some of its words are said while it is loaded.
    loadPart(() => teach(pageLanguage(), ['studio']).then(() => import('../../studio/studio.tsx'))),
  )
  if (studio.status === 'ready') return <studio.value.Studio />
  return (
    <div class="page">
      <h1>{uiWords('studio')}</h1>
      {studio.status === 'failed' ? (
        <Failure what={siteWords('studioFailed')} problem={studio.problem} retry={studio.retry} />
      ) : (
        <Waiting>{uiWords('openingStudio')}</Waiting>
      )}
    </div>
  )
}
