import t from 'tap'
import { area, choose, type Forms, learn, type Translated } from '../../../contract/words/speak.ts'

const english = {
  hello: 'Hello',
  films: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, {
      '=0': 'No film',
      one: 'One film',
      other: `${forms.number(count)} films`,
    }),
  only: 'Only in English',
}
const german = {
  hello: 'Hallo',
  films: ({ count }: { count: number }, forms: Forms) =>
    forms.plural(count, { one: 'Ein Film', other: `${forms.number(count)} Filme` }),
}
learn('de', { trial: german })
const words = area('trial', english)

t.test('a sentence is said by its key, with its values and the form for its number', async (t) => {
  t.equal(words('hello'), 'Hello')
  t.equal(words('films', { count: 0 }), 'No film')
  t.equal(words('films', { count: 1 }), 'One film')
  t.equal(words('films', { count: 1200 }), '1,200 films')
})

t.test('another language is spoken to one reader, or from now on', async (t) => {
  const speak = words.in('de-AT')
  t.equal(speak('hello'), 'Hallo', 'the nearest that is known')
  t.equal(speak('films', { count: 1 }), 'Ein Film')
  t.equal(speak('only'), 'Only in English', 'English where it says nothing')
  t.equal(words.in('xx')('hello'), 'Hello', 'English where nobody knows the language')
  t.equal(words('hello'), 'Hello')
  choose('de')
  t.teardown(() => choose('en'))
  t.equal(words('hello'), 'Hallo')
})

t.test('keys are told from other words', async (t) => {
  t.ok(words.has('hello'))
  t.notOk(words.has('goodbye'))
  t.notOk(words.has('toString'))
})

t.test('a translation that lacks a sentence does not compile', async (t) => {
  const whole: Translated<typeof english> = { ...german, only: 'Nur auf Deutsch' }
  // @ts-expect-error `only` is missing
  const lacking: Translated<typeof english> = german
  // @ts-expect-error a sentence cannot be said without its values
  t.throws(() => words('films'))
  // @ts-expect-error nor with a key that there is not
  t.throws(() => words('goodbye'))
  t.not(whole, lacking)
})
