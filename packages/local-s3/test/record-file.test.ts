import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readDescription, writeRecord } from '../src/record-file.ts'
import { scratch } from './helper.ts'

async function* source(...chunks: Uint8Array[]) {
  yield* chunks
}

async function describeOf(t: Test, path: string): Promise<unknown> {
  const file = await open(path, 'r')
  t.teardown(() => file.close())
  return readDescription(file)
}

t.test('a record is its bytes first, and what is known of them behind', async (t) => {
  const path = join(await scratch(t), 'record')
  const bytes = randomBytes(100_000)
  let size = 0
  const counted = (async function* () {
    for (const chunk of [bytes.subarray(0, 70_000), bytes.subarray(70_000)]) {
      size += chunk.length
      yield chunk
    }
  })()
  await writeRecord(path, counted, () => ({ size }))
  t.same(await describeOf(t, path), { size: 100_000 })
  t.ok((await readFile(path)).subarray(0, 100_000).equals(bytes))
})

t.test('descriptions longer than one read, and records of no bytes', async (t) => {
  const path = join(await scratch(t), 'record')
  const long = { parts: Array.from({ length: 10_000 }, (_, number) => ({ number, size: 1 })) }
  await writeRecord(path, source(), () => long)
  t.same(await describeOf(t, path), long)
})

t.test('when the source fails nothing is left', async (t) => {
  const path = join(await scratch(t), 'record')
  const broken = (async function* () {
    yield Buffer.from('half')
    throw new Error('the sender is gone')
  })()
  await t.rejects(
    writeRecord(path, broken, () => ({})),
    { message: 'the sender is gone' },
  )
  t.notOk(existsSync(path))
})

t.test('a file that is no record is told from one', async (t) => {
  const path = join(await scratch(t), 'record')
  for (const content of ['', 'short', 'long enough to hold a footer, but it is not one']) {
    await writeFile(path, content)
    await t.rejects(describeOf(t, path), { message: /not a record/ })
  }
})
