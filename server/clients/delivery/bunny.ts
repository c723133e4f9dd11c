import { createHmac } from 'node:crypto'
import { isSame } from './is-same.ts'
import { type EdgeSigner, sessionParameter } from './types.ts'

/**
 * bunny.net's advanced token authentication: "HS256-" and the base64url HMAC-SHA256 of path, expiry and
 * the further parameters in alphabetical order as `name=value`.
 *
 * @param keys the pull zone's; the first signs, the others are known when a leaked URL is looked into
 */
export function bunnySigner(origin: string, keys: readonly string[]): EdgeSigner {
  const [first = ''] = keys
  const token = (key: string, path: string, rest: string) =>
    `HS256-${createHmac('sha256', key).update(path).update(rest).digest('base64url')}`
  return {
    open({ expires, session }) {
      const further = session === undefined ? '' : `${sessionParameter}=${session}`
      const rest = `${expires}${further}`
      const query = `${further && `&${further}`}&expires=${expires}`
      return (path) => `${origin}${path}?token=${token(first, path, rest)}${query}`
    },
    verify({ pathname, searchParams }) {
      const session = searchParams.get(sessionParameter)
      const further = session === null ? '' : `${sessionParameter}=${session}`
      const rest = `${searchParams.get('expires') ?? ''}${further}`
      const given = searchParams.get('token') ?? ''
      return keys.some((key) => isSame(token(key, pathname, rest), given)) ? 'genuine' : 'unmatched'
    },
  }
}
