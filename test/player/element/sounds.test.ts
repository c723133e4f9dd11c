import t from 'tap'
import { SoundList } from '../../../player/element/engine/sounds.ts'

const sounds = [
  { id: 'en', label: 'English', language: 'en' },
  { id: 'de', label: 'Deutsch', language: 'de' },
]

function setUp() {
  const chosen: number[] = []
  const events: string[] = []
  const list = new SoundList((index) => chosen.push(index))
  for (const type of ['addtrack', 'change']) list.addEventListener(type, () => events.push(type))
  list.fill(sounds, 0)
  return { list, chosen, events }
}

t.test('the list says what there is to hear, and which of it is heard', async (t) => {
  const { list, events } = setUp()
  t.same(
    [...list].map(({ label, enabled }) => [label, enabled]),
    [
      ['English', true],
      ['Deutsch', false],
    ],
  )
  t.equal(list.length, 2)
  t.same(events, ['addtrack', 'change'])
})

t.test('a choice is passed on once, and what is heard already is none', async (t) => {
  const { list, chosen, events } = setUp()
  // As the menu does it: each is told whether it is the chosen one.
  for (const track of list) track.enabled = track.id === 'de'
  for (const track of list) track.enabled = track.id === 'de'
  t.same(chosen, [1])
  t.same(
    [...list].map(({ enabled }) => enabled),
    [false, true],
  )
  t.same(events, ['addtrack', 'change', 'change'])
})

t.test('what the engine turns to by itself is told', async (t) => {
  const { list, events } = setUp()
  list.fill(sounds, 1)
  t.same(
    [...list].map(({ enabled }) => enabled),
    [false, true],
  )
  t.same(events, ['addtrack', 'change', 'change'], 'and the list stays')
})
