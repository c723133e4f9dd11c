import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { pages } from '../../../contract/pages.ts'
import { siteWords } from '../../../contract/words/site.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import { searchLink } from '../search-link.ts'
import { searchOf } from '../use-search.ts'

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** Whether a press is the key that people know for searching, and not a letter for somebody else. */
function isForSearch(event: KeyboardEvent): boolean {
  if (event.key !== '/' || event.altKey || event.ctrlKey || event.metaKey) return false
  const [target] = event.composedPath()
  const isTyping = target instanceof Element && target.matches(fields)
  return !event.defaultPrevented && !isTyping && document.querySelector('dialog[open]') === null
}

/** Searches from every page. On small screens it stands on the page of search alone. */
export function SearchForm() {
  const { path, query, route } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  const isHere = path === pages.search
  const q = isHere ? searchOf(query.q) : ''

  useEffect(() => {
    if (isHere && q === '') fieldOf(place.current)?.focus()
  }, [isHere, q])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForSearch(event)) return
      event.preventDefault()
      const field = fieldOf(place.current)
      // Hidden where it has no room.
      if (field?.checkVisibility()) {
        field.focus()
        field.select()
      } else route(searchLink())
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [route])

  return (
    <div class="header-find" ref={place} data-begins-here={isHere && q === '' ? '' : undefined}>
      <SearchBox
        what={siteWords('filmsSearched')}
        value={q}
        live={isHere}
        action={pages.search}
        onSearch={(text) => route(searchLink(text), isHere)}
      />
    </div>
  )
}

const fieldOf = (place: HTMLElement | null) => place?.querySelector('input') ?? null

/** The way to search where the form has no room. */
export const SearchLink = () => (
  <a class="icon-button header-find-link" href={pages.search}>
    <span class="unseen">{siteWords('search')}</span>
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5" />
    </svg>
  </a>
)
