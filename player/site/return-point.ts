import { recall, remember } from '../ui/memory.ts'
import { safeNext } from '../ui/next-path.ts'

/** Where someone was when they went to pay, or to read their mail, to lead them back there. */
export interface ReturnPoint {
  path: string
  /** The film's title, when they came from one. */
  title?: string | undefined
}

/** A payment takes minutes, or a night's sleep; later than this nobody remembers the film either. */
const lifeMs = 24 * 3_600_000

/** What someone went away for: to pay, or for a link that was mailed. */
type Errand = 'return' | 'mailed'

export function leaveReturnPoint(point: ReturnPoint, errand: Errand = 'return'): void {
  remember(errand, JSON.stringify({ ...point, at: Date.now() }))
}

/** The point left last; undefined when there is none, or it is too old. */
export function findReturnPoint(errand: Errand = 'return'): ReturnPoint | undefined {
  return readReturnPoint(recall(errand), Date.now())
}

/** Where whoever follows a mailed link in the browser that it was asked for in goes on to. */
export const afterMailedLink = (): string => findReturnPoint('mailed')?.path ?? '/'

/** Reads what was kept, which other pages of this origin or a curious person may have changed. */
export function readReturnPoint(kept: string | null, now: number): ReturnPoint | undefined {
  if (kept === null) return undefined
  try {
    const { path, title, at } = JSON.parse(kept) as Record<string, unknown>
    if (typeof path !== 'string' || typeof at !== 'number' || now - at > lifeMs) return undefined
    const safe = safeNext(path)
    if (safe === '/') return undefined
    return typeof title === 'string' ? { path: safe, title } : { path: safe }
  } catch {
    return undefined
  }
}
