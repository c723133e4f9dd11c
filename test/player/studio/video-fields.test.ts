import fc from 'fast-check'
import t from 'tap'
import { chapterLines, readChapters } from '../../../player/studio/films/chapter-lines.ts'
import {
  changeOf,
  checkFields,
  fieldsOf,
  localTime,
} from '../../../player/studio/films/video-fields.ts'
import { readAmount, typedAmount, wrongPrice } from '../../../player/studio/parts/amounts.ts'
import { aStudioVideo } from './videos.ts'

t.test('amounts are typed as people write them, and kept in the minor unit', async (t) => {
  for (const [text, currency, amount] of [
    ['3.99', 'usd', 399],
    ['3,99', 'eur', 399],
    [' 4 ', 'usd', 400],
    ['4.5', 'usd', 450],
    ['1200', 'jpy', 1200],
    ['1.500', 'kwd', 1500],
    ['50000', 'idr', 5_000_000],
    ['1990', 'huf', 199_000],
    ['0.01', 'usd', 1],
    ['999999.99', 'usd', 99_999_999],
  ] as const) {
    t.equal(readAmount(text, currency), amount, `${text} ${currency}`)
  }
  for (const [text, currency] of [
    ['', 'usd'],
    ['0', 'usd'],
    ['-1', 'usd'],
    ['3.999', 'usd'],
    ['1.5', 'jpy'],
    ['four', 'usd'],
    ['1e3', 'usd'],
    ['$4', 'usd'],
  ] as const) {
    t.equal(readAmount(text, currency), undefined, `${text} ${currency}`)
  }
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom('usd', 'eur', 'jpy', 'kwd'),
      (amount, currency) => readAmount(typedAmount(amount, currency), currency) === amount,
    ),
  )
})

t.test('what Stripe cannot charge is told beside the price', async (t) => {
  for (const [text, currency, wrong] of [
    ['0.49', 'usd', /smallest price Stripe charges is .*0\.50/],
    ['0.50', 'usd', undefined],
    ['49', 'jpy', /smallest/],
    ['50', 'jpy', undefined],
    ['1.234', 'kwd', /steps of/],
    ['1.230', 'kwd', undefined],
    ['174', 'huf', /smallest price Stripe charges is .*175/],
    ['175', 'huf', undefined],
    ['1000', 'isk', undefined],
    ['10.50', 'isk', /./],
    ['four', 'usd', /such as/],
    ['', 'usd', undefined],
  ] as const) {
    const said = wrongPrice(text, currency)
    if (wrong === undefined) t.equal(said, undefined, `${text} ${currency}`)
    else t.match(said, wrong, `${text} ${currency}`)
  }
  const values = untouched(aStudioVideo())
  t.same(Object.keys(checkFields({ ...values, rent: '0.30' })), ['rent'])
  t.same(Object.keys(checkFields({ ...values, buy: '3', currency: 'xyz' })), ['currency'])
})

t.test('chapters are lines of a time and a title', async (t) => {
  t.same(readChapters('0:00 The last house\n\n 21:00  Over the pass \n1:13:30 The sea'), [
    { startSeconds: 0, title: 'The last house' },
    { startSeconds: 1260, title: 'Over the pass' },
    { startSeconds: 4410, title: 'The sea' },
  ])
  t.same(readChapters(''), [])
  for (const text of ['The sea', '0:00', '12:60 Late', '0:00 a\nx']) {
    t.match(readChapters(text), /^Line \d+ should be/, text)
  }
  const chapters = [{ startSeconds: 4410, title: 'The sea' }]
  t.same(readChapters(chapterLines(chapters)), chapters)
})

/** The form's values as the browser sends them, for a film that nobody touched. */
const untouched = (video: ReturnType<typeof aStudioVideo>) => {
  const { free, planIds, ...texts } = fieldsOf(video)
  return {
    ...texts,
    ...(free && { free: 'on' }),
    ...Object.fromEntries(planIds.map((id) => [`plan:${id}`, 'on'])),
  }
}

t.test('saving without a touch changes nothing', async (t) => {
  const video = aStudioVideo({
    description: 'A story.',
    chapters: [{ startSeconds: 90, title: 'The sea' }],
    access: {
      free: false,
      planIds: ['standard', 'old'],
      rent: { amount: 399, currency: 'eur', startDays: 10, watchHours: 24 },
      buy: { amount: 1299, currency: 'eur' },
      teaserSeconds: 60,
    },
  })
  const { title, slug, description, chapters, access, about } = video
  t.same(checkFields(untouched(video)), {})
  const same = { title, slug, description, chapters, access, about }
  t.same(changeOf(video, untouched(video)), same)
})

t.test(
  'how it is found, when it goes on show and whether in AV1 is sent where it changes',
  async (t) => {
    const publishAt = '2031-05-04T18:30:00.000Z'
    const video = aStudioVideo({ publishAt, visibility: 'unlisted', alsoAv1: true })
    const values = untouched(video)
    const { visibility, publishAt: time, alsoAv1 } = changeOf(video, values)
    t.same([visibility, time, alsoAv1], [undefined, undefined, undefined])
    t.match(changeOf(video, { ...values, visibility: 'public' }), { visibility: 'public' })
    t.match(changeOf(video, { ...values, publishAt: '' }), { publishAt: null })
    const later = localTime('2031-05-05T06:05:00.000Z')
    t.match(changeOf(video, { ...values, publishAt: later }), {
      publishAt: '2031-05-05T06:05:00.000Z',
    })
    t.match(changeOf(video, { ...values, alsoAv1: '' }), { alsoAv1: null })
    t.match(changeOf(video, { ...values, alsoAv1: 'no' }), { alsoAv1: false })
  },
)

t.test('what is known of the film is written in lists, each name once', async (t) => {
  const about = {
    ...{ year: 1999, ageRating: 'FSK 12', people: ['Ana Reyes'] },
    ...{
      categories: ['Drama'],
      tags: ['sea'],
      countries: ['Chile', 'France'],
      languages: ['Spanish'],
    },
  }
  const video = aStudioVideo({ about: { ...about, people: ['Ana Reyes', 'Ben Ode'] } })
  t.same(changeOf(video, untouched(video)).about, video.about)
  const values = { ...untouched(video), year: '', ageRating: ' ', people: ' Eva \n\nEva\nDan' }
  t.match(changeOf(video, values).about, { year: null, ageRating: null, people: ['Eva', 'Dan'] })
  for (const [year, wrong] of [
    ['1880', false],
    ['2031', false],
    ['', false],
    ['31', true],
    ['1799', true],
    ['soon', true],
  ] as const) {
    t.equal('year' in checkFields({ ...untouched(video), year }), wrong, year)
  }
})

t.test('what is emptied is taken away', async (t) => {
  const video = aStudioVideo({
    access: {
      free: true,
      planIds: ['standard'],
      rent: { amount: 399, currency: 'usd' },
      buy: null,
      teaserSeconds: 60,
    },
  })
  const values = {
    title: ' New ',
    description: '',
    chapters: '',
    currency: 'usd',
    rent: '',
    buy: '5',
  }
  const change = changeOf(video, { ...values, teaserSeconds: '' })
  t.equal(change.title, 'New')
  t.same(change.access, {
    free: false,
    planIds: [],
    rent: null,
    buy: { amount: 500, currency: 'usd' },
    teaserSeconds: null,
  })
})

t.test('what cannot be saved is told by its field', async (t) => {
  const values = untouched(aStudioVideo())
  for (const [field, wrong] of [
    ['title', '  '],
    ['slug', 'Night Ferry'],
    ['slug', ''],
    ['rent', 'four'],
    ['buy', '0'],
    ['currency', 'dollars'],
    ['currency', ''],
    ['teaserSeconds', '-5'],
    ['teaserSeconds', '1.5'],
    ['chapters', 'The sea'],
  ] as const) {
    const errors = checkFields({ ...values, [field]: wrong })
    t.same(Object.keys(errors), [field], `${field}: ${wrong}`)
  }
})

t.test('a rental is sold on terms that are written down, within their bounds', async (t) => {
  const video = aStudioVideo()
  const values = { ...untouched(video), rent: '3.99', startDays: '7', watchHours: '720' }
  t.same(checkFields(values), {})
  t.match(changeOf(video, values).access?.rent, { amount: 399, startDays: 7, watchHours: 720 })
  for (const [field, wrong] of [
    ['startDays', '366'],
    ['startDays', '0'],
    ['watchHours', '721'],
    ['watchHours', 'two'],
  ] as const) {
    t.same(Object.keys(checkFields({ ...values, [field]: wrong })), [field])
  }
  t.same(checkFields({ ...values, rent: '', startDays: '' }), {}, 'without a rental nobody asks')
})
