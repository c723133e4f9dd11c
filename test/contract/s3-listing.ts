import {
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import type { Test } from 'tap'
import type { S3Target } from './s3.ts'
import { refused } from './s3-refusal.ts'

/** In the order of their bytes in UTF-8, which is not JavaScript's for the last two. */
const ordered = ['A', 'a', 'a b', 'a/1', 'a/2', 'b', 'b+&<c>', 'ü', '\uff5e', '😀']

export async function listingContract(
  t: Test,
  { client, bucket, prefix }: S3Target,
): Promise<void> {
  const root = `${prefix}listing/`
  for (const name of [...ordered].reverse()) {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: root + name, Body: name }))
  }
  const list = (more: Partial<ListObjectsV2CommandInput> = {}) =>
    client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: root, ...more }))
  const names = (page: Awaited<ReturnType<typeof list>>) =>
    (page.Contents ?? []).map(({ Key = '' }) => Key.slice(root.length))

  await t.test(
    'objects are listed in the order of their keys’ bytes, with size and tag',
    async (t) => {
      const page = await list()
      t.same(names(page), ordered)
      t.equal(page.KeyCount, ordered.length)
      t.equal(page.IsTruncated, false)
      t.match(page.Contents?.[1], { Size: 1, ETag: '"0cc175b9c0f1b6a831c399e269772661"' })
      t.type(page.Contents?.[1]?.LastModified, Date)
    },
  )

  await t.test('pages follow one another without a gap or a double', async (t) => {
    const seen: string[] = []
    let ContinuationToken: string | undefined
    do {
      const page = await list({ MaxKeys: 3, ContinuationToken })
      t.ok(names(page).length <= 3)
      seen.push(...names(page))
      t.equal(page.IsTruncated, page.NextContinuationToken !== undefined)
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken !== undefined)
    t.same(seen, ordered)
  })

  await t.test('a delimiter rolls folders up, each counting once, also over pages', async (t) => {
    const page = await list({ Delimiter: '/' })
    t.same(page.CommonPrefixes, [{ Prefix: `${root}a/` }])
    t.same(
      names(page),
      ordered.filter((name) => !name.startsWith('a/')),
    )
    t.equal(page.KeyCount, ordered.length - 1)
    const upTo = await list({ Delimiter: '/', MaxKeys: 4 })
    t.same(upTo.CommonPrefixes, [{ Prefix: `${root}a/` }])
    const next = await list({ Delimiter: '/', ContinuationToken: upTo.NextContinuationToken })
    t.same(next.CommonPrefixes ?? [], [], 'the folder is not listed again')
    t.same(names(next), ordered.slice(5))
  })

  await t.test('a listing can start after a key, and be narrowed by a prefix', async (t) => {
    t.same(names(await list({ StartAfter: `${root}b` })), ordered.slice(6))
    t.same(names(await list({ Prefix: `${root}a/` })), ['a/1', 'a/2'])
    t.same(names(await list({ Prefix: `${root}nothing` })), [])
  })

  await t.test('keys can be asked for in URL encoding', async (t) => {
    const page = await list({ EncodingType: 'url', Prefix: `${root}b+` })
    t.equal(decodeURIComponent(page.Contents?.[0]?.Key ?? ''), `${root}b+&<c>`)
  })

  await t.test('a page of no keys is empty, and one of no number is refused', async (t) => {
    const none = await list({ MaxKeys: 0 })
    t.same([names(none), none.IsTruncated], [[], false])
    const noNumber = { MaxKeys: 'many' as unknown as number }
    await refused(t, list(noNumber), 'InvalidArgument', 400)
  })

  await t.test('another bucket cannot be listed', async (t) => {
    await refused(t, list({ Bucket: `${bucket}-that-is-not-there` }), 'NoSuchBucket', 404)
  })
}
