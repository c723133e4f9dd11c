import { useEffect, useState } from 'preact/hooks'
import { siteWords } from '../../../contract/words/site.ts'
import { forget, remember } from '../../ui/memory.ts'

type Theme = 'dark' | 'light'

const shown = (): Theme => (document.documentElement.dataset.theme === 'light' ? 'light' : 'dark')
const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

/** Choosing what the system has anyway means following the system again. theme.js applies it. */
function choose(theme: Theme): void {
  if (theme === system()) forget('theme')
  else remember('theme', theme)
  dispatchEvent(new Event('matinee-theme-chosen'))
}

export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>(shown)
  useEffect(() => {
    const follow = () => setTheme(shown())
    addEventListener('matinee-theme', follow)
    return () => removeEventListener('matinee-theme', follow)
  }, [])
  const other = theme === 'dark' ? 'light' : 'dark'
  const label = siteWords('useTheme', { theme: siteWords(other) })
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => choose(other)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {theme === 'dark' ? (
          <>
            <circle cx="12" cy="12" r="4.25" />
            <path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1" />
          </>
        ) : (
          <path d="M20 14.2A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2z" />
        )}
      </svg>
    </button>
  )
}
