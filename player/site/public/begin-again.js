// While servers are replaced one by one, a page of one may ask another for a script that only its own
// build has. It is opened again until all of it comes, a few times at most.
;(() => {
  const kept = 'matinee.begun-again'
  const most = 8
  let failed = false
  addEventListener(
    'error',
    ({ target }) => {
      const isScript = target instanceof HTMLScriptElement
      const isSheet = target instanceof HTMLLinkElement && target.rel === 'stylesheet'
      // A page that has begun asks for its other parts itself.
      if (failed || document.readyState === 'complete' || !(isScript || isSheet)) return
      failed = true
      try {
        const times = Number(sessionStorage.getItem(kept)) + 1
        sessionStorage.setItem(kept, String(times))
        if (times <= most) setTimeout(() => location.reload(), 500)
      } catch {
        // Where nothing can be counted it would never end.
      }
    },
    { capture: true },
  )
  addEventListener('load', () => {
    try {
      if (!failed) sessionStorage.removeItem(kept)
    } catch {
      // Then nothing was counted either.
    }
  })
})()
