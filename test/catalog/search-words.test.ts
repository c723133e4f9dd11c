import fc from 'fast-check'
import t from 'tap'
import { anywhere, forgiving, spoken, wordsIn } from '../../server/catalog/search-words.ts'

/** As LIKE matches. */
const isLike = (text: string, pattern: string) =>
  new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'u').test(text)
const isForgiven = (typed: string, meant: string) =>
  forgiving(typed).some((pattern) => isLike(` the ${meant} road `, pattern))

t.test('words are what stands between spaces, each once and not without end', (t) => {
  t.same(wordsIn(' the salt the road '), ['the', 'salt', 'road'])
  t.same(wordsIn('  '), [])
  const many = Array.from({ length: 99 }, (_, i) => `w${i}`).join(' ')
  t.equal(wordsIn(many).length, 12)
  t.end()
})

t.test('short words begin a word, but in languages that write no spaces', (t) => {
  t.equal(anywhere('in'), '% in%')
  t.equal(anywhere('sea'), '%sea%')
  t.equal(anywhere('愛'), '%愛%')
  t.equal(spoken('ring'), '% ring%')
  t.equal(spoken('海辺'), '%海辺%')
  t.end()
})

t.test('one letter is forgiven, two are not', (t) => {
  for (const typed of [
    'metropilis',
    'metropols',
    'metropoliss',
    'metorpolis',
    'etropolis',
    'xmetropolis',
    'metro',
  ]) {
    t.ok(isForgiven(typed, 'metropolis'), typed)
  }
  for (const typed of ['netropilis', 'mtroplis', 'cat'])
    t.notOk(isForgiven(typed, 'metropolis'), typed)
  t.notOk(isForgiven('sat', 'salt'), 'three letters are another word')
  t.end()
})

t.test('whatever single letter is changed, the word is found', (t) => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zäж]{5,12}$/),
      fc.nat(),
      fc.stringMatching(/^[a-z]$/),
      fc.constantFrom('change', 'drop', 'add'),
      (word, where, letter, how) => {
        const letters = [...word]
        const at = where % letters.length
        if (how === 'change') letters[at] = letter
        else letters.splice(at, how === 'drop' ? 1 : 0, ...(how === 'add' ? [letter] : []))
        return isForgiven(letters.join(''), word)
      },
    ),
  )
  t.end()
})
