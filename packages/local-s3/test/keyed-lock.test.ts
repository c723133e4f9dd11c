import t from 'tap'
import { openKeyedLock } from '../src/keyed-lock.ts'

t.test('tasks of one key follow one another; another key does not wait', async (t) => {
  const lock = openKeyedLock()
  const order: string[] = []
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const first = lock('a', async () => {
    await gate
    order.push('a1')
  })
  const second = lock('a', async () => order.push('a2'))
  await lock('b', async () => order.push('b'))
  open()
  await Promise.all([first, second])
  t.same(order, ['b', 'a1', 'a2'])
})

t.test('a task that fails does not stop the next, and its error reaches its caller', async (t) => {
  const lock = openKeyedLock()
  const failing = lock('a', () => Promise.reject(new Error('no')))
  const after = lock('a', async () => 'done')
  await t.rejects(failing, { message: 'no' })
  t.equal(await after, 'done')
})
