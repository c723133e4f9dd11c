import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Test } from 'tap'
import type { S3Target } from './s3.ts'
import { codeIn } from './s3-refusal.ts'

/** What S3 says against pre-signed URLs, word by word. */
export async function signedUrlFidelity(
  t: Test,
  { client, bucket: Bucket, prefix }: S3Target,
): Promise<void> {
  const command = new GetObjectCommand({ Bucket, Key: `${prefix}life` })
  await client.send(new PutObjectCommand({ ...command.input, Body: 'x' }))
  const signedAt = (at: number) =>
    getSignedUrl(client, command, { signingDate: new Date(Date.now() + at * 1000), expiresIn: 60 })

  await t.test('a URL that is over says so, and one of tomorrow is refused', async (t) => {
    t.match(await (await fetch(await signedAt(-90))).text(), 'Request has expired')
    const early = await fetch(await signedAt(3600))
    t.same([early.status, await codeIn(early)], [403, 'AccessDenied'])
  })

  await t.test('a life of more than a week is an error of the query', async (t) => {
    const url = new URL(await signedAt(0))
    url.searchParams.set('X-Amz-Expires', '604801')
    const answer = await fetch(url)
    t.same([answer.status, await codeIn(answer)], [400, 'AuthorizationQueryParametersError'])
  })
}
