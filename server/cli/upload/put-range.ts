import { createReadStream } from 'node:fs'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

export interface FileRange {
  path: string
  /** Byte offset. */
  start: number
  sizeBytes: number
}

const idleMs = 60_000

/**
 * Puts a part of a file where it is signed for, read from the disk as it goes out: parts can be larger
 * than memory.
 *
 * @param onSent told of the bytes sent so far of this part
 * @returns the ETag
 * @throws Error when the bucket does not take it; another try may do
 */
export function putRange(
  url: string,
  headers: Record<string, string>,
  { path, start, sizeBytes }: FileRange,
  onSent: (bytes: number) => void,
): Promise<string> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'PUT',
      headers: { ...headers, 'content-length': sizeBytes },
      timeout: idleMs,
    })
    const bytes = createReadStream(path, { start, end: start + sizeBytes - 1 })
    const fail = (error: Error) => {
      bytes.destroy()
      sending.destroy()
      reject(error)
    }
    let sent = 0
    bytes.on('data', (chunk) => {
      sent += chunk.length
      onSent(sent)
    })
    bytes.once('error', fail)
    sending.once('error', fail)
    sending.once('timeout', () => fail(new Error('the bucket stopped answering')))
    sending.once('response', (answer) => {
      answer.resume()
      const { etag } = answer.headers
      if (answer.statusCode === 200 && etag !== undefined) resolve(etag)
      else fail(new Error(`the bucket answered ${answer.statusCode}`))
    })
    bytes.pipe(sending)
  })
}
