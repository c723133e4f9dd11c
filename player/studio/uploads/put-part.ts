import type { SignedPart } from '../../../contract/uploads.ts'

/** The bucket did not take a part; another try may do. */
class PutError extends Error {
  override readonly name = 'PutError'
}

/** Puts a part into the bucket. Of all ways to send, only this one tells how far it is. */
export function putPart(
  { url, headers }: Pick<SignedPart, 'url' | 'headers'>,
  bytes: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => reject(new PutError(`The bucket answered ${request.status}`))
    const stop = () => {
      request.abort()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('error', fail)
    request.addEventListener('timeout', fail)
    request.addEventListener('load', () => {
      const etag = request.getResponseHeader('etag')
      if (request.status === 200 && etag !== null) resolve(etag)
      else fail()
    })
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.send(bytes)
  })
}
