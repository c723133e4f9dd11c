import t from 'tap'
import { arrivedFrom } from '../../../player/element/viewing/arrival.ts'

function store(kept: string | null = null) {
  const values = new Map<string, string>(kept === null ? [] : [['matinee-arrival', kept]])
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      values.set(key, value)
    },
  }
}

t.test('only the host of the page that led here is told', (t) => {
  const from = (referrer: string, kept: string | null = null) => {
    const own = store(kept)
    return arrivedFrom(referrer, 'films.example', () => own)
  }
  t.equal(from('https://news.example/story?reader=ana#top'), 'news.example')
  t.equal(from('https://news.example:8443/'), 'news.example')
  t.equal(from(''), null)
  t.equal(from('not an address'), null)
  t.equal(from('https://films.example/'), null, 'this site is none')
  t.equal(from('https://films.example/', 'news.example'), 'news.example', 'the first stays')
  t.equal(from('https://search.example/', 'news.example'), 'news.example')
  t.equal(from('https://checkout.stripe.com/c/pay'), null, 'nor is whoever paid')
  t.equal(from('https://mystripe.com/'), 'mystripe.com')
  t.end()
})

t.test('it is kept while the tab is open, where the browser keeps anything', (t) => {
  const own = store()
  t.equal(
    arrivedFrom('https://news.example/', 'films.example', () => own),
    'news.example',
  )
  t.equal(
    arrivedFrom('', 'films.example', () => own),
    'news.example',
  )
  const refuses = () => {
    throw new Error('SecurityError')
  }
  t.equal(arrivedFrom('https://news.example/', 'films.example', refuses), 'news.example')
  t.end()
})
