import type { FilmCode } from '../../contract/embed.ts'
import { type CodeMessage, codeMessage } from '../../contract/film-code.ts'
import { api } from '../ui/page-api.ts'

/**
 * Lets a page of `origin`, which opened this tab, play a film with the viewer's account. Only a page of
 * that origin can read the message, or use the code.
 *
 * @returns whether such a page is still there; none is behind a tab that was opened by itself
 */
export async function handOver(videoId: string, origin: string): Promise<boolean> {
  const opener = window.opener as Window | null
  if (opener === null || opener.closed) return false
  const { code } = await api.post<FilmCode>('/api/embed/codes', { videoId, origin })
  const message: CodeMessage = { type: codeMessage, code }
  opener.postMessage(message, origin)
  return true
}

/** The origin that a link names, if it is one. */
export function originOf(value: string | undefined): string | undefined {
  if (value === undefined || !URL.canParse(value)) return undefined
  const { origin, protocol } = new URL(value)
  return ['http:', 'https:'].includes(protocol) && origin === value ? origin : undefined
}
