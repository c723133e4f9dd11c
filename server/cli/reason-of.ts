import { longestReason } from '../../contract/access.ts'

/**
 * Why something is done, as the words at the end of a command: within the bounds that the studio has too.
 *
 * @throws Error whose message is the sentence to show
 */
export function reasonOf(words: string[]): string {
  const reason = words.join(' ').trim()
  if (reason.length <= longestReason) return reason
  throw new Error(`WHY has ${reason.length} characters: say it in ${longestReason} at most.`)
}
