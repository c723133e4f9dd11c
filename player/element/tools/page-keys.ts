import { type Command, commandOf, isTaken } from './keys.ts'

export interface PageKeysOptions {
  host: HTMLElement
  /** Whether keys are for the player although the focus is elsewhere on the page. */
  everywhere: () => boolean
  /** Answers whether the command was carried out. */
  run: (command: Command) => boolean
}

/**
 * Hears keys before anything on the page does, and takes those that are the player's. Returns what
 * stops it.
 */
export function listenToKeys({ host, everywhere, run }: PageKeysOptions): () => void {
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  let byPointer = false
  let taken: string | undefined
  const take = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener(
    'pointerdown',
    () => {
      byPointer = true
    },
    options,
  )
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab') byPointer = false
      const path = event.composedPath()
      const isHere = path.includes(host) || (everywhere() && !path.some(isDialog))
      if (!isHere || event.defaultPrevented) return
      const command = commandOf(event)
      if (command === undefined || isTaken(path[0] as Element, event.key, byPointer)) return
      if (!run(command)) return
      taken = event.key
      take(event)
    },
    options,
  )
  // A button acts when the space bar is released.
  document.addEventListener(
    'keyup',
    (event) => {
      if (event.key === ' ' && taken === ' ') take(event)
      taken = undefined
    },
    options,
  )
  return () => stop.abort()
}

const isDialog = (target: EventTarget) =>
  target instanceof Element && target.matches('dialog[open], [aria-modal="true"]')
