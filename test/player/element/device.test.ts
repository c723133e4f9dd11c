import t from 'tap'
import { deviceId, randomId } from '../../../player/element/device.ts'

function memory() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  }
}

t.test('a browser keeps its id', (t) => {
  const storage = memory()
  t.equal(
    deviceId(storage, () => 'first'),
    'first',
  )
  t.equal(
    deviceId(storage, () => 'second'),
    'first',
  )
  t.end()
})

t.test('without storage there is still an id', (t) => {
  t.equal(
    deviceId(undefined, () => 'new'),
    'new',
  )
  const forbidden = {
    getItem: () => {
      throw new DOMException('denied', 'SecurityError')
    },
    setItem: () => undefined,
  }
  t.equal(
    deviceId(forbidden, () => 'new'),
    'new',
  )
  t.end()
})

t.test('ids are long and differ', (t) => {
  t.match(randomId(), /^[0-9a-f]{32}$/)
  t.not(randomId(), randomId())
  t.end()
})
