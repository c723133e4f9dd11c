import t from 'tap'
import {
  attempt,
  attemptOrNull,
  StorageRefused,
  translate,
} from '../../../server/clients/storage/errors.ts'
import { MatineeError } from '../../../server/errors.ts'

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('said S3'), { name, $metadata: { httpStatusCode } })

t.test('trouble with the bucket, the credentials or the moment is UNAVAILABLE', async (t) => {
  const troubles = [
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('slow'), { name: 'TimeoutError' }),
    Object.assign(new Error('no credentials'), { name: 'CredentialsProviderError' }),
    answered('InternalError', 500),
    answered('SlowDown', 503),
    answered('AccessDenied', 403),
    answered('InvalidAccessKeyId', 403),
    answered('NoSuchBucket', 404),
    answered('RequestTimeout', 400),
    answered('PermanentRedirect', 301),
    answered('TooManyRequests', 429),
    'thrown as a string',
  ]
  for (const trouble of troubles) {
    const error = translate(trouble)
    t.ok(error instanceof MatineeError)
    t.match(error, { code: 'UNAVAILABLE', status: 503, cause: trouble })
    t.notMatch(error.message, 'said S3', 'what S3 said is for the log')
  }
})

t.test('what S3 refuses for the request’s own sake keeps its code', async (t) => {
  for (const [code, status] of [
    ['EntityTooSmall', 400],
    ['InvalidPart', 400],
    ['InvalidRange', 416],
    ['PreconditionFailed', 412],
  ] as const) {
    const error = translate(answered(code, status))
    t.ok(error instanceof StorageRefused)
    t.match(error, { code, status, message: `${code}: said S3` })
  }
})

t.test('errors of ours, and of the disk, pass as they are', async (t) => {
  const ours = new MatineeError('NOT_FOUND')
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  for (const error of [ours, full, translate(answered('InvalidPart', 400))]) {
    t.equal(translate(error), error)
  }
})

t.test('a missing object is null where that is asked for, a missing bucket never', async (t) => {
  const failing = (error: unknown) => () => Promise.reject(error)
  t.equal(await attemptOrNull(failing(answered('NoSuchKey', 404))), null)
  t.equal(await attemptOrNull(failing(answered('NotFound', 404))), null)
  await t.rejects(attemptOrNull(failing(answered('NoSuchBucket', 404))), { code: 'UNAVAILABLE' })
  await t.rejects(attempt(failing(answered('NoSuchKey', 404))), { code: 'NoSuchKey' })
})

t.test('an abort rejects with the reason that was given', async (t) => {
  const abort = new AbortController()
  abort.abort(new Error('the job was cancelled'))
  const call = () => Promise.reject(Object.assign(new Error('aborted'), { name: 'AbortError' }))
  await t.rejects(attempt(call, abort.signal), { message: 'the job was cancelled' })
})
