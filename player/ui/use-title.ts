import { useEffect } from 'preact/hooks'
import { uiWords } from '../../contract/words/ui.ts'
import { useSite } from './site.ts'

/** Names the page, in the tab and in the history. */
export function useTitle(title: string | undefined): void {
  const { name } = useSite()
  useEffect(() => {
    document.title = title === undefined ? name : uiWords('title', { page: title, site: name })
  }, [title, name])
}
