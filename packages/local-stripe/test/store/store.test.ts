import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as fc from 'fast-check'
import t, { type Test } from 'tap'
import { Store } from '../../src/store/store.ts'
import { sdk } from '../stand.ts'

interface Row {
  id: string
  owner: string
  value: number
}

async function directory(t: Test): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'local-stripe-store-'))
  t.teardown(() => rm(made, { recursive: true, force: true }))
  return made
}

function open(path: string) {
  const store = new Store(path)
  const rows = store.collection<Row>('rows', ['owner'])
  store.open()
  return { store, rows }
}

t.test('what was put, changed and removed is so after opening it again', async (t) => {
  const path = await directory(t)
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.integer(),
    kind: fc.constantFrom('put', 'remove', 'fail'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const place = await mkdtemp(join(path, 'run-'))
      const { store, rows } = open(place)
      const expected = new Map<string, number>()
      for (const { id, value, kind } of steps) {
        const work = () => {
          if (kind === 'remove') store.remove(rows, id)
          else store.put(rows, { id, owner: id, value })
          if (kind === 'fail') throw new Error('undone')
        }
        if (kind === 'fail') t.throws(() => store.transaction(work), { message: 'undone' })
        else store.transaction(work)
        if (kind === 'put') expected.set(id, value)
        if (kind === 'remove') expected.delete(id)
      }
      const values = (collection: typeof rows) =>
        [...collection.values()].map(({ id, value }) => [id, value]).sort()
      t.strictSame(values(rows), [...expected].sort())
      store.close()
      const again = open(place)
      t.strictSame(values(again.rows), [...expected].sort())
      again.store.close()
    }),
    { numRuns: 40 },
  )
})

t.test('a line that a crash cut off is dropped, and what follows it is kept', async (t) => {
  const path = await directory(t)
  const first = open(path)
  first.store.transaction(() => first.store.put(first.rows, { id: 'a', owner: 'x', value: 1 }))
  first.store.close()
  await appendFile(join(path, 'journal.jsonl'), '[["rows",{"id":"b","ow')
  const second = open(path)
  t.equal(second.rows.get('b'), undefined)
  second.store.transaction(() => second.store.put(second.rows, { id: 'c', owner: 'x', value: 3 }))
  second.store.close()
  const third = open(path)
  t.strictSame(
    [...third.rows.values()].map(({ id }) => id),
    ['a', 'c'],
  )
  third.store.close()
})

t.test('a journal of many changes is rewritten to what is alive', async (t) => {
  const path = await directory(t)
  const { store, rows } = open(path)
  for (let value = 0; value < 2000; value++) {
    store.transaction(() => store.put(rows, { id: 'a', owner: 'x', value }))
  }
  store.close()
  const before = (await stat(join(path, 'journal.jsonl'))).size
  const again = open(path)
  t.equal(again.rows.get('a')?.value, 1999)
  t.ok((await stat(join(path, 'journal.jsonl'))).size < before / 100)
  again.store.transaction(() => again.store.put(again.rows, { id: 'b', owner: 'x', value: 1 }))
  again.store.close()
  t.equal((await readFile(join(path, 'journal.jsonl'), 'utf8')).trim().split('\n').length, 2)
})

t.test('objects are found by an indexed field, in the order they were made', async (t) => {
  const { store, rows } = open(await directory(t))
  store.transaction(() => {
    for (const id of ['a', 'b', 'c']) store.put(rows, { id, owner: 'x', value: 0 })
    store.put(rows, { id: 'a', owner: 'x', value: 1 })
    store.put(rows, { id: 'b', owner: 'y', value: 0 })
  })
  t.strictSame(
    rows.by('owner', 'x').map(({ id }) => id),
    ['a', 'c'],
  )
  t.strictSame(
    rows.by('owner', 'y').map(({ id }) => id),
    ['b'],
  )
  t.strictSame(rows.by('owner', 'z'), [])
  store.close()
})

t.test('a rehearsal changes nothing, whatever it did', async (t) => {
  const { store, rows } = open(await directory(t))
  store.transaction(() => {
    store.put(rows, { id: 'a', owner: 'x', value: 1 })
    const seen = store.rehearse(() => {
      store.put(rows, { id: 'a', owner: 'y', value: 2 })
      store.put(rows, { id: 'b', owner: 'y', value: 2 })
      return rows.by('owner', 'y').length
    })
    t.equal(seen, 2)
  })
  t.strictSame([...rows.values()], [{ id: 'a', owner: 'x', value: 1 }])
  t.throws(() => store.put(rows, { id: 'c', owner: 'x', value: 1 }), /inside a transaction/)
  store.close()
})

const program = `
import { startLocalStripe } from ${JSON.stringify(new URL('../../src/index.js', import.meta.url).href)}
const server = await startLocalStripe({ directory: process.argv[1], secretKey: 'sk_test_kill', webhookSecret: 'whsec_kill' })
console.log(server.url)
`

/** The stand-in as a process of its own. */
async function started(path: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for await (const url of createInterface({ input: child.stdout })) return { child, exited, url }
  throw new Error('The server did not start.')
}

t.test('everything that was answered for is there after kill -9', async (t) => {
  const path = await directory(t)
  const first = await started(path)
  const stripe = sdk(first.url, 'sk_test_kill')
  const answered: string[] = []
  const calls = Array.from({ length: 200 }, async (_, index) => {
    const { id } = await stripe.customers.create({ name: `${index}` })
    answered.push(id)
    if (answered.length === 60) first.child.kill('SIGKILL')
  })
  await Promise.allSettled(calls)
  await first.exited
  t.ok(answered.length >= 60)
  const second = await started(path)
  const kept = new Set<string>()
  for await (const { id } of sdk(second.url, 'sk_test_kill').customers.list({ limit: 100 })) {
    kept.add(id)
  }
  t.strictSame(
    answered.filter((id) => !kept.has(id)),
    [],
  )
  second.child.kill('SIGKILL')
  await second.exited
})
