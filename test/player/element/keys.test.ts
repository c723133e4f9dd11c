import t from 'tap'
import { commandOf, isTaken } from '../../../player/element/tools/keys.ts'

const press = (key: string, more: object = {}) =>
  commandOf({ key, altKey: false, ctrlKey: false, metaKey: false, repeat: false, ...more })

t.test('every key does what it does elsewhere', (t) => {
  const table: [string, object][] = [
    [' ', { kind: 'toggle' }],
    ['k', { kind: 'toggle' }],
    ['K', { kind: 'toggle' }],
    ['j', { kind: 'seek-by', seconds: -10 }],
    ['l', { kind: 'seek-by', seconds: 10 }],
    ['ArrowLeft', { kind: 'seek-by', seconds: -5 }],
    ['ArrowRight', { kind: 'seek-by', seconds: 5 }],
    ['Home', { kind: 'seek-to', share: 0 }],
    ['End', { kind: 'seek-to', share: 1 }],
    ['0', { kind: 'seek-to', share: 0 }],
    ['9', { kind: 'seek-to', share: 0.9 }],
    ['f', { kind: 'full-screen' }],
    ['m', { kind: 'mute' }],
    ['c', { kind: 'captions' }],
    ['i', { kind: 'small-window' }],
    ['<', { kind: 'speed-by', by: -0.25 }],
    ['>', { kind: 'speed-by', by: 0.25 }],
    [',', { kind: 'step', frames: -1 }],
    ['.', { kind: 'step', frames: 1 }],
    ['?', { kind: 'keys' }],
  ]
  for (const [key, command] of table) t.same(press(key), command, key)
  t.end()
})

t.test('keys of the browser and of the system are left to them', (t) => {
  for (const held of ['altKey', 'ctrlKey', 'metaKey'])
    t.equal(press('k', { [held]: true }), undefined)
  for (const key of ['Tab', 'Enter', 'F5', 'q', '/']) t.equal(press(key), undefined, key)
  t.end()
})

t.test('a key that is held seeks on and on, but pauses once', (t) => {
  t.equal(press('k', { repeat: true }), undefined)
  t.same(press('l', { repeat: true }), { kind: 'seek-by', seconds: 10 })
  t.end()
})

t.test('a list keeps its keys but the one that closes what it is in', (t) => {
  const select = { matches: (selector: string) => selector.includes('select') } as Element
  t.equal(isTaken(select, 'Escape', false), false)
  t.equal(isTaken(select, 'm', false), true)
  t.equal(isTaken(select, 'ArrowDown', false), true)
  const field = { matches: (selector: string) => selector.startsWith('input') } as Element
  t.equal(isTaken(field, 'Escape', false), true)
  t.end()
})

t.test('a button needs the space bar unless the mouse has just pressed it', (t) => {
  const button = { matches: (selector: string) => selector.includes('button,') } as Element
  t.equal(isTaken(button, ' ', false), true)
  t.equal(isTaken(button, ' ', true), false)
  t.equal(isTaken(button, 'k', false), false)
  t.end()
})
