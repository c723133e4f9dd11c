// Runs before anything is painted, so that the chosen theme never flashes past the other one.
;(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const chosen = () => {
    try {
      return localStorage.getItem('matinee.theme')
    } catch {
      return null
    }
  }
  const apply = () => {
    const theme = chosen() ?? (dark.matches ? 'dark' : 'light')
    document.documentElement.dataset.theme = theme
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('content', theme === 'dark' ? '#100e0d' : '#fcfaf6')
    }
    dispatchEvent(new CustomEvent('matinee-theme', { detail: theme }))
  }
  apply()
  dark.addEventListener('change', apply)
  addEventListener('storage', apply)
  addEventListener('matinee-theme-chosen', apply)
})()
