import t from 'tap'
import { currencyOfLanguage, pricesIn, visitorsCurrency } from '../../../player/ui/currency.ts'

t.test('a language with a region says what is paid with there', async (t) => {
  for (const [language, currency] of [
    ['de-AT', 'eur'],
    ['en-GB', 'gbp'],
    ['ja-JP', 'jpy'],
    ['en', null],
    ['fr-XX', null],
    ['not a language', null],
  ] as const) {
    t.equal(currencyOfLanguage(language), currency, language)
  }
  t.equal(visitorsCurrency(['en', 'de-CH']), 'chf')
  t.equal(visitorsCurrency(['en']), 'usd', "the site's")
})

t.test(
  'prices are shown in one currency: the visitor’s, or the site’s, or what there is',
  async (t) => {
    const prices = [
      { id: 'a', amount: 1, currency: 'eur' },
      { id: 'b', amount: 2, currency: 'usd' },
      { id: 'c', amount: 3, currency: 'eur' },
    ]
    const ids = (currency: string, among = prices) => pricesIn(among, currency).map(({ id }) => id)
    t.same(ids('eur'), ['a', 'c'])
    t.same(ids('usd'), ['b'])
    t.same(ids('jpy'), ['b'])
    t.same(
      ids(
        'jpy',
        prices.filter(({ currency }) => currency === 'eur'),
      ),
      ['a', 'c'],
    )
    t.same(ids('eur', []), [])
  },
)

t.test('a price in several currencies is shown in the visitor’s', async (t) => {
  const currencies = [{ currency: 'jpy', amount: 1400 }]
  const prices = [{ id: 'a', amount: 900, currency: 'usd', currencies }]
  const shown = (currency: string) =>
    pricesIn(prices, currency).map(({ id, amount, currency }) => [id, amount, currency])
  t.same(shown('jpy'), [['a', 1400, 'jpy']])
  t.same(shown('usd'), [['a', 900, 'usd']])
  t.same(shown('eur'), [['a', 900, 'usd']], "the site's")
})
