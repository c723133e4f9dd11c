import { createHmac } from 'node:crypto'
import { isSame } from './is-same.ts'
import { type EdgeSigner, sessionParameter } from './types.ts'

/**
 * What an edge of one's own checks (docs/edge/README.md): lower-case hex HMAC-SHA256 of path, expiry and
 * session, a line each, by the first of the keys.
 *
 * @param keys the first signs, all are accepted
 */
export function hmacSigner(origin: string, keys: readonly string[]): EdgeSigner {
  const [first = ''] = keys
  const signed = (key: string, path: string, rest: string) =>
    createHmac('sha256', key).update(path).update(rest).digest('hex')
  return {
    open({ expires, session }) {
      const rest = `\n${expires}\n${session ?? ''}`
      const mark = session === undefined ? '' : `&${sessionParameter}=${session}`
      const query = `?expires=${expires}${mark}&signature=`
      return (path) => `${origin}${path}${query}${signed(first, path, rest)}`
    },
    verify({ pathname, searchParams }) {
      const [expires, session, given] = ['expires', sessionParameter, 'signature'].map(
        (name) => searchParams.get(name) ?? '',
      )
      const rest = `\n${expires}\n${session}`
      return keys.some((key) => isSame(signed(key, pathname, rest), given ?? ''))
        ? 'genuine'
        : 'unmatched'
    },
  }
}
