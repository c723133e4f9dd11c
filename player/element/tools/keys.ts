/** What a key asks of the player. */
export type Command =
  | { kind: 'toggle' | 'mute' | 'full-screen' | 'captions' | 'small-window' | 'keys' | 'close' }
  | { kind: 'seek-by'; seconds: number }
  | { kind: 'seek-to'; share: number }
  | { kind: 'step'; frames: number }
  | { kind: 'volume-by'; by: number }
  | { kind: 'speed-by'; by: number }

const commands: Record<string, Command> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  j: { kind: 'seek-by', seconds: -10 },
  l: { kind: 'seek-by', seconds: 10 },
  ArrowLeft: { kind: 'seek-by', seconds: -5 },
  ArrowRight: { kind: 'seek-by', seconds: 5 },
  ArrowUp: { kind: 'volume-by', by: 0.05 },
  ArrowDown: { kind: 'volume-by', by: -0.05 },
  Home: { kind: 'seek-to', share: 0 },
  End: { kind: 'seek-to', share: 1 },
  f: { kind: 'full-screen' },
  m: { kind: 'mute' },
  c: { kind: 'captions' },
  i: { kind: 'small-window' },
  '<': { kind: 'speed-by', by: -0.25 },
  '>': { kind: 'speed-by', by: 0.25 },
  ',': { kind: 'step', frames: -1 },
  '.': { kind: 'step', frames: 1 },
  '?': { kind: 'keys' },
  Escape: { kind: 'close' },
}

/** The keys as the sheet of them lists them, each with the name of its sentence. */
export const sheetOfKeys = [
  ['Space K', 'key.toggle'],
  ['← →', 'key.arrows'],
  ['J L', 'key.tens'],
  ['0–9', 'key.tenths'],
  ['Home End', 'key.ends'],
  [', .', 'key.step'],
  ['↑ ↓', 'key.volume'],
  ['M', 'key.mute'],
  ['C', 'key.captions'],
  ['< >', 'key.speed'],
  ['F', 'key.fullScreen'],
  ['I', 'key.smallWindow'],
  ['?', 'key.keys'],
] as const

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>

/** What a press of a key asks for; undefined where it is not for the player. */
export function commandOf(press: Press): Command | undefined {
  const { key, altKey, ctrlKey, metaKey, repeat } = press
  if (altKey || ctrlKey || metaKey) return undefined
  if (/^[0-9]$/.test(key)) return { kind: 'seek-to', share: Number(key) / 10 }
  const command = commands[key.length === 1 ? key.toLowerCase() : key]
  // Whoever holds such a key down wants it once.
  const isOnce = command !== undefined && Object.keys(command).length === 1
  return repeat && isOnce ? undefined : command
}

const fields =
  'input:not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])'
const ownArrows = /^(Arrow|Home|End)/
const pressable = 'button, a[href], summary, [role="button"], [role="switch"], [tabindex="0"]'

/**
 * Whether what has the focus needs the key itself: fields need all, sliders the arrows, and a button
 * the space bar, unless it has the focus only because the mouse has just pressed it.
 */
export function isTaken(target: Element | undefined, key: string, byPointer: boolean): boolean {
  if (target === undefined || !('matches' in target)) return false
  // A list that is open closes by itself before any page hears of the key.
  if (key === 'Escape' && target.matches('select')) return false
  if (target.matches(fields)) return true
  if (ownArrows.test(key)) return target.matches('input, media-time-range, media-volume-range')
  return key === ' ' && !byPointer && target.matches(pressable)
}
