import t from 'tap'
import { RenditionList } from '../../../player/element/engine/renditions.ts'

const small = { id: '0', width: 640, height: 360, bitrate: 700_000 }
const large = { id: '1', width: 1280, height: 720, bitrate: 2_000_000 }

function setUp() {
  const selected: number[] = []
  const events: string[] = []
  const list = new RenditionList((index) => selected.push(index))
  for (const type of ['addrendition', 'change']) {
    list.addEventListener(type, () => events.push(type))
  }
  return { list, selected, events }
}

t.test('the list is read like an array, and a change of it is told', (t) => {
  const { list, events } = setUp()
  list.fill([small, large])
  t.same([...list], [small, large])
  t.same([list.length, list[1], list[2]], [2, large, undefined])
  t.same(events, ['addrendition', 'change'])
  list.fill([large])
  t.same([list.length, list[0], list[1]], [1, large, undefined])
  t.end()
})

t.test('a choice is passed on and told', (t) => {
  const { list, selected, events } = setUp()
  list.fill([small, large])
  events.length = 0
  list.selectedIndex = 1
  t.equal(list.selectedIndex, 1)
  t.same([selected, events], [[1], ['change']])
  t.end()
})

t.test('what is not in the list means automatic', (t) => {
  const { list, selected } = setUp()
  list.fill([small])
  list.selectedIndex = 5
  t.equal(list.selectedIndex, -1)
  t.same(selected, [-1])
  t.end()
})

t.test('a new list starts with the automatic choice', (t) => {
  const { list, selected } = setUp()
  list.fill([small, large])
  list.selectedIndex = 1
  list.fill([small, large])
  t.equal(list.selectedIndex, -1)
  t.same(selected, [1])
  t.end()
})

t.test('where qualities are taken out of the list, the choice stays with its own', (t) => {
  const { list, selected } = setUp()
  list.fill([small, large])
  list.selectedIndex = 1
  list.fill([large], false)
  t.equal(list.selectedIndex, 0)
  list.fill([small], false)
  t.equal(list.selectedIndex, -1, 'or is automatic, where that is the one')
  t.same(selected, [1, 0, -1])
  list.fill([small, large], false)
  t.same(selected, [1, 0, -1], 'who has chosen nothing chooses nothing')
  t.end()
})
