import { MatineeError } from '../../errors.ts'

/** Different things that one person may have under way at once in a process. */
const mostEach = 4

const underWay = new Map<string, Map<string, Promise<unknown>>>()

/**
 * Does something for a person, once at a time: whoever asks for the same meanwhile gets the same
 * answer. So nobody can slow others by pressing a button many times.
 *
 * @throws MatineeError TOO_MANY_REQUESTS for someone with too many different things under way; what
 *   `work` throws
 */
export function sharedBy<T>(userId: string, what: string, work: () => Promise<T>): Promise<T> {
  const mine = underWay.get(userId) ?? new Map<string, Promise<unknown>>()
  const known = mine.get(what)
  if (known !== undefined) return known as Promise<T>
  if (mine.size >= mostEach) return Promise.reject(new MatineeError('TOO_MANY_REQUESTS'))
  const promise = work().finally(() => {
    mine.delete(what)
    if (mine.size === 0) underWay.delete(userId)
  })
  mine.set(what, promise)
  underWay.set(userId, mine)
  return promise
}
