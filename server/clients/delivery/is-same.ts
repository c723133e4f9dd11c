import { timingSafeEqual } from 'node:crypto'

/** Whether two signatures are equal, in a time that does not tell where they differ. */
export function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
