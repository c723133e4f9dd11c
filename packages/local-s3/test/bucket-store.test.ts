import t from 'tap'
import { openBucketStore } from '../src/bucket-store.ts'
import { scratch } from './helper.ts'

t.test('buckets and their CORS rules survive a restart', async (t) => {
  const directory = await scratch(t)
  const before = await openBucketStore(directory)
  await before.create('films', 7)
  await before.create('another.one', 8)
  const rule = { origins: ['*'], methods: ['GET'], headers: [], exposed: [], maxAgeSeconds: null }
  await before.find('films').setCors([rule])
  const after = await openBucketStore(directory)
  t.same(
    after.list().map(({ name, created }) => [name, created]),
    [
      ['another.one', 8],
      ['films', 7],
    ],
  )
  t.same(after.find('films').cors(), [rule])
  t.equal(after.find('another.one').cors(), null)
})

t.test('bucket names are S3’s', async (t) => {
  const store = await openBucketStore(await scratch(t))
  const refused = ['ab', 'x'.repeat(64), 'Films', 'a_b', '-ab', 'ab-', 'a..b', '../..', '1.2.3.4']
  for (const name of refused) {
    await t.rejects(store.create(name, 0), { code: 'InvalidBucketName' }, name)
  }
  await t.resolves(store.create('x'.repeat(63), 0))
  await t.rejects(store.create('x'.repeat(63), 0), { code: 'BucketAlreadyOwnedByYou' })
})

t.test('only an empty bucket can be deleted', async (t) => {
  const store = await openBucketStore(await scratch(t))
  await store.create('films', 0)
  const { uploads } = store.find('films')
  const details = { key: 'k', initiated: 0, headers: {}, checksumName: null }
  const uploadId = await uploads.create(details)
  await t.rejects(store.delete('films'), { code: 'BucketNotEmpty' })
  await uploads.abort('k', uploadId)
  await store.delete('films')
  t.throws(() => store.find('films'), { code: 'NoSuchBucket' })
})
