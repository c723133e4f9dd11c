import t, { type Test } from 'tap'
import { sayWhy } from '../../server/clients/say-why.ts'
import { pageAccess } from '../../server/clients/storage.ts'
import { lookAtPlaying, lookAtUploading } from '../../server/doctor/bucket-cors.ts'
import { lookAtPermissions } from '../../server/doctor/bucket-permissions.ts'
import { lookAtPrivacy } from '../../server/doctor/examine.ts'
import { services } from '../fixtures/app.ts'
import { testClock } from '../fixtures/clock.ts'
import { localS3 } from '../fixtures/s3.ts'

async function open(t: Test, rules?: ReturnType<typeof pageAccess>) {
  const opened = await services(t, { PUBLIC_URL: 'https://films.example' })
  if (rules) await opened.storage.ensureCors(rules)
  return opened
}
const access = pageAccess('https://films.example')
const [own, reading] = access

t.test('a bucket with its CORS rules lets pages play and upload', async (t) => {
  const opened = await open(t, access)
  t.equal(await lookAtPlaying(opened), 'pages of https://films.example may fetch films')
  t.equal(await lookAtUploading(opened), 'pages of https://films.example may upload')
  t.equal((await opened.storage.list('doctor/').next()).done, true, 'and nothing is left')
})

t.test('a bucket without CORS is told, with what to do', async (t) => {
  const opened = await open(t)
  await t.rejects(lookAtPlaying(opened), { message: /preflight of GET .*matinee setup/ })
  await t.rejects(lookAtUploading(opened), { message: /preflight of PUT .*matinee setup/ })
})

t.test('a clock that is wrong is told as that, not as what it leads to', async (t) => {
  const clock = testClock()
  const { endpoint } = await localS3(t, clock)
  const opened = await services(t, { PUBLIC_URL: 'https://films.example', S3_ENDPOINT: endpoint })
  await opened.storage.ensureCors(access)
  opened.clock.advance(-6 * 60)
  for (const look of [lookAtPlaying, lookAtUploading, lookAtPrivacy]) {
    const error = await look(opened).then(
      () => null,
      (one: unknown) => one,
    )
    t.match(sayWhy(error, opened.storage.location), /clock of this machine/)
  }
})

t.test('rules for another site, or for reading alone, are told', async (t) => {
  if (reading === undefined || own === undefined) throw new Error('two rules')
  const elsewhere = await open(t, [{ ...own, origins: ['https://other.example'] }, reading])
  await lookAtPlaying(elsewhere)
  await t.rejects(lookAtUploading(elsewhere), { message: /PUT from https:\/\/films\.example/ })
  const blind = await open(t, [{ ...own, exposedHeaders: [] }, reading])
  await t.rejects(lookAtUploading(blind), { message: /read the header "etag"/ })
})

t.test('CORS headers that stand twice are told, as browsers refuse them', async (t) => {
  const opened = await open(t, access)
  const fetchAsIs = globalThis.fetch
  t.teardown(() => {
    globalThis.fetch = fetchAsIs
  })
  globalThis.fetch = async (input, init) => {
    const answer = await fetchAsIs(input, init)
    const headers = new Headers(answer.headers)
    headers.append('access-control-allow-origin', '*')
    return new Response(answer.status === 204 ? null : await answer.arrayBuffer(), {
      status: answer.status,
      headers,
    })
  }
  await t.rejects(lookAtPlaying(opened), { message: /both the bucket and a proxy/ })
})

t.test('each permission is tried by itself, and one that is missing is named', async (t) => {
  const opened = await open(t)
  const all = await lookAtPermissions(opened)
  t.same(
    all.map(({ what, ok }) => [what, ok]),
    [
      ['bucket: s3:PutObject', true],
      ['bucket: s3:GetObject', true],
      ['bucket: s3:ListBucket', true],
      ['bucket: s3:ListMultipartUploadParts', true],
      ['bucket: s3:ListBucketMultipartUploads', true],
      ['bucket: s3:AbortMultipartUpload', true],
      ['bucket: s3:DeleteObject', true],
    ],
  )
  const denied = Object.assign(new Error('no'), { name: 'AccessDenied' })
  const without = (calls: object) =>
    lookAtPermissions({ storage: { ...opened.storage, ...calls } }).then((findings) =>
      findings.filter(({ ok }) => !ok),
    )
  t.match(await without({ delete: () => Promise.reject(denied) }), [
    { what: 'bucket: s3:DeleteObject', says: /may not do this.*policy/ },
  ])
  t.match(await without({ putBytes: () => Promise.reject(denied) }), [
    { what: 'bucket: s3:PutObject' },
  ])
  const busy = Object.assign(new Error('slow'), {
    name: 'SlowDown',
    $metadata: { httpStatusCode: 503 },
  })
  const told = await lookAtPermissions({
    storage: { ...opened.storage, putBytes: () => Promise.reject(busy) },
  })
  t.match(told, [{ what: 'bucket: s3:PutObject', ok: false, says: /error of its own/ }])
  t.equal(told.length, 1, 'a bucket that fails altogether is asked once')
  t.match(await without({ listParts: () => Promise.reject(denied) }), [
    { what: 'bucket: s3:ListMultipartUploadParts' },
  ])
})
