import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openBucketStore } from '../src/bucket-store.ts'
import type { ObjectRecord } from '../src/object-store.ts'
import { scratch } from './helper.ts'

const record = (key: string, text: string): ObjectRecord => ({
  ...{ key, size: text.length, etag: `tag of ${text}`, modified: 1 },
  ...{ headers: {}, checksum: null, joined: null },
})

async function open(directory: string) {
  const store = await openBucketStore(directory)
  if (!store.has('films')) await store.create('films', 0)
  const { objects } = store.find('films')
  return {
    ...objects,
    write: (key: string, text: string, conditions = {}) => {
      const source = (async function* () {
        yield Buffer.from(text)
      })()
      return objects.put(key, source, () => record(key, text), conditions)
    },
  }
}

t.test('objects of any key survive a restart', async (t) => {
  const directory = await scratch(t)
  const keys = ['a', 'A', 'a/b', 'a/b/', '../../escape', '.', 'ü/😀', 'x'.repeat(1024)]
  const before = await open(directory)
  for (const key of keys) await before.write(key, key)
  const after = await open(directory)
  t.same([...after.index.from('', true)].sort(), [...keys].sort())
  for (const key of keys) t.same(await after.record(key), record(key, key))
  const folders = readdirSync(directory).sort()
  t.same(folders, ['buckets', 'staging'], 'nothing climbed out')
  t.same(readdirSync(join(directory, 'buckets')), ['films'])
})

t.test('of writers at once under If-None-Match: *, one wins', async (t) => {
  const directory = await scratch(t)
  const store = await open(directory)
  const writes = ['one', 'two', 'three'].map((text) => store.write('k', text, { ifNoneMatch: '*' }))
  const outcomes = await Promise.allSettled(writes)
  t.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  t.same(readdirSync(join(directory, 'staging')), [], 'the losers left nothing')
})

t.test('a reader keeps the object it opened while it is replaced and deleted', async (t) => {
  const store = await open(await scratch(t))
  await store.write('k', 'old')
  const opened = await store.open('k')
  await store.write('k', 'new')
  await store.delete('k')
  const chunks: Buffer[] = []
  for await (const chunk of opened?.stream({ start: 0, end: 2 }) ?? []) chunks.push(chunk)
  t.equal(String(Buffer.concat(chunks)), 'old')
  t.equal(await store.open('k'), null)
})

t.test('deleting what is not there changes nothing', async (t) => {
  const store = await open(await scratch(t))
  await t.resolves(store.delete('never'))
  t.equal(store.index.size, 0)
})

t.test('a file that was damaged from outside fails alone', async (t) => {
  const directory = await scratch(t)
  const before = await open(directory)
  await before.write('whole', 'x')
  await before.write('damaged', 'x')
  writeFileSync(join(directory, 'buckets', 'films', 'objects', 'kdamaged'), 'not what was written')
  const after = await open(directory)
  await t.rejects(after.open('damaged'), { message: /not a record/ })
  t.match(await after.record('whole'), { size: 1 })
})
