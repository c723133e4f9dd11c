import { useLayoutEffect, useRef } from 'preact/hooks'
import { uiWords } from '../../contract/words/ui.ts'

/** Long enough that a word is one search, short enough to feel at once. */
const pauseMs = 250

interface SearchBoxProps {
  /** What is searched, such as "films". */
  what: string
  value: string
  /** Whether it searches while one types, and not only when asked to. */
  live?: boolean
  /** Where the form leads that no script has taken over. */
  action?: string
  onSearch(q: string): void
}

export function SearchBox({ what, value, live = true, action = '/', onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const asked = useRef(value)

  // Going back changes the search from outside, wherever the focus is; typing must never be
  // overwritten by its own echo.
  useLayoutEffect(() => {
    if (value === asked.current || !input.current) return
    clearTimeout(timer.current)
    asked.current = value
    input.current.value = value
  }, [value])

  // Whoever has gone on meanwhile is not led back.
  useLayoutEffect(() => (live ? () => clearTimeout(timer.current) : undefined), [live])

  const search = () => {
    clearTimeout(timer.current)
    asked.current = input.current?.value.trim() ?? ''
    onSearch(asked.current)
  }

  return (
    <search>
      <form
        class="search"
        action={action}
        onSubmit={(event) => {
          event.preventDefault()
          search()
        }}
      >
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path
            class="stroked"
            d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5"
          />
        </svg>
        <input
          ref={input}
          type="search"
          name="q"
          aria-label={uiWords('search', { what })}
          placeholder={uiWords('search', { what })}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          defaultValue={value}
          onInput={() => {
            clearTimeout(timer.current)
            if (live) timer.current = setTimeout(search, pauseMs)
          }}
        />
      </form>
    </search>
  )
}
