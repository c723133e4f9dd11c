import { useEffect } from 'preact/hooks'
import { uiWords } from '../../contract/words/ui.ts'

/** What this site is called. */
export const siteName = 'Matinee'

/** Names the page, in the tab and in the history. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title =
      title === undefined ? siteName : uiWords('title', { page: title, site: siteName })
  }, [title])
}
