import fc from 'fast-check'
import t from 'tap'
import { keyToPath, pathToKey } from '../src/key-names.ts'

t.test('plain keys stay readable', async (t) => {
  t.same(keyToPath('encodes/a1/720p/init.mp4'), ['kencodes%2fa1%2f720p%2finit.mp4'])
})

t.test('no key can climb out of its folder or meet a name the system keeps', async (t) => {
  for (const key of ['..', '.', '../../etc/passwd', '/', 'CON', 'nul', 'a\\b', ' ', 'a\0b']) {
    const path = keyToPath(key)
    for (const name of path) {
      t.match(name, /^[dk][a-z0-9._%-]*$/, `${JSON.stringify(key)} → ${name}`)
    }
  }
})

t.test('keys that differ in case alone get names that differ in more', async (t) => {
  t.not(keyToPath('Film').join().toLowerCase(), keyToPath('film').join().toLowerCase())
})

t.test('long keys are cut into names that file systems take', async (t) => {
  const path = keyToPath('ü'.repeat(512))
  t.ok(path.length > 1)
  for (const name of path) t.ok(name.length <= 201)
  t.equal(pathToKey(path), 'ü'.repeat(512))
})

t.test('every key comes back from its path, and no two share one', async () => {
  const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 })
  fc.assert(fc.property(keys, (key) => pathToKey(keyToPath(key)) === key))
  fc.assert(
    fc.property(keys, keys, (a, b) => a === b || keyToPath(a).join('/') !== keyToPath(b).join('/')),
  )
})

t.test('files that are not ours have no key', async (t) => {
  for (const path of [['README'], ['.DS_Store'], ['d', 'x'], ['kA'], ['k%2F'], ['k%zz']]) {
    t.equal(pathToKey(path), null, path.join('/'))
  }
})
