import { useEffect } from 'preact/hooks'

const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
const field = 'input:not([type=file]), select, textarea'

/** What takes the place of what was pressed: a field to fill in, else the last button, which leads back. */
function nextAmong(added: HTMLElement[], opener: string): HTMLElement | undefined {
  const all = added.flatMap((one) => [one, ...one.querySelectorAll<HTMLElement>(reachable)])
  const shown = all.filter((one) => one.matches(reachable) && one.checkVisibility())
  const back = opener && shown.find((one) => one.textContent === opener)
  return back || (shown.find((one) => one.matches(field)) ?? shown.at(-1))
}

/** Where there is nothing to press, the place itself, so that the next Tab goes on from there. */
function focusOn(place: HTMLElement): void {
  if (!place.matches(reachable)) place.tabIndex = -1
  // A field would have a phone's keyboard cover what is asked.
  const covers = place.matches(field) && matchMedia('(pointer: coarse)').matches
  const target = (covers && place.closest('form')) || place
  if (target !== place) target.tabIndex = -1
  target.focus()
}

/**
 * A button that is pressed is often taken away by what it opens, and the focus with it: then the keyboard
 * would begin anew at the top of the page. It goes on in what has come, and back to where it was.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    let place: HTMLElement[] = []
    let opener = ''
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      last = target
      place = []
      for (let up = target.parentElement; up !== null; up = up.parentElement) place.push(up)
    }
    const changes = new MutationObserver((records) => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return
      const added = records
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter((one): one is HTMLElement => one instanceof HTMLElement && one.isConnected)
      const next = nextAmong(added, opener) ?? place.find((one) => one.isConnected)
      const isBack = opener !== '' && next?.textContent === opener
      opener = isBack ? '' : (last.textContent ?? '')
      if (next !== undefined && next !== document.body) focusOn(next)
    })
    document.addEventListener('focusin', remember)
    changes.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      changes.disconnect()
    }
  }, [])
}
