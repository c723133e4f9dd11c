import t from 'tap'
import {
  day,
  deviceName,
  fileSize,
  money,
  percent,
  runningTime,
  timeCode,
} from '../../../contract/words/format.ts'
import { learnAll } from '../../../contract/words/server-translations.ts'

t.test('how long a film is reads as people say it', async (t) => {
  for (const [seconds, words] of [
    [0, '1 s'],
    [45.4, '45 s'],
    [59.4, '59 s'],
    [59.9, '1 min'],
    [60, '1 min'],
    [89, '1 min'],
    [3569, '59 min'],
    [3570, '1 h'],
    [3600, '1 h'],
    [5520, '1 h 32 min'],
    [7200, '2 h'],
    [7229, '2 h'],
  ] as const) {
    t.equal(runningTime(seconds), words, `${seconds} s`)
  }
})

t.test('a position is a time code, with hours only where there are any', async (t) => {
  for (const [seconds, code] of [
    [0, '0:00'],
    [-1, '0:00'],
    [9.9, '0:09'],
    [61, '1:01'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [37_230, '10:20:30'],
  ] as const) {
    t.equal(timeCode(seconds), code)
  }
})

t.test('money is counted in the minor unit, however many digits the currency has', async (t) => {
  t.equal(money(900, 'usd', 'en-US'), '$9')
  t.equal(money(950, 'usd', 'en-US'), '$9.50')
  t.equal(money(1200, 'jpy', 'en-US'), '¥1,200')
  t.equal(money(1500, 'kwd', 'en-US').replace(/\s/u, ' '), 'KWD 1.500')
  // Stripe counts their hundredths, though nobody writes them.
  t.equal(money(50_000, 'huf', 'en-US').replace(/\s/u, ' '), 'HUF 500')
  t.equal(money(4_900_000, 'idr', 'id-ID').replace(/\s/u, ' '), 'Rp 49.000')
  t.equal(money(100_000, 'isk', 'en-US').replace(/\s/u, ' '), 'ISK 1,000')
  t.equal(money(0, 'eur', 'en-US'), '€0')
  t.equal(money(123_456, 'eur', 'de-DE').replace(/\s/u, ' '), '1.234,56 €')
})

t.test('a day is written out in the order of its reader', async (t) => {
  t.equal(day('2031-05-03T12:00:00Z', 'en-GB'), '3 May 2031')
  t.equal(day('2031-05-03T12:00:00Z', 'en-US'), 'May 3, 2031')
})

for (const [amount, currency, written] of [
  [999, 'usd', '$9.99'],
  [1200, 'usd', '$12'],
  [0, 'usd', '$0'],
  [500, 'jpy', '¥500'],
  [1234, 'kwd', 'KWD 1.234'],
  [123456, 'eur', '€1,234.56'],
] as const) {
  t.test(`${amount} ${currency} is ${written}`, (t) => {
    t.equal(money(amount, currency, 'en').replace(/\s/g, ' '), written)
    t.end()
  })
}

t.test('sizes read as file managers write them', async (t) => {
  for (const [bytes, words] of [
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [8_388_608, '8.4 MB'],
    [310_000_000, '310 MB'],
    [1_440_000_000, '1.4 GB'],
    [5_000_000_000_000, '5.0 TB'],
  ] as const) {
    t.equal(fileSize(bytes), words)
  }
})

t.test('a share is never said to be more than it is', async (t) => {
  t.equal(percent(0.439), '43 %')
  t.equal(percent(0.9999), '99 %')
  t.equal(percent(1), '100 %')
})

t.test('a device is named in the language of whoever reads of it', async (t) => {
  learnAll()
  t.equal(deviceName('Chrome on Windows', 'en'), 'Chrome on Windows')
  t.equal(deviceName('Chrome on Windows', 'de'), 'Chrome auf Windows')
  t.equal(
    deviceName('Samsung Internet on Android phone', 'fr'),
    'Samsung Internet sur téléphone Android',
  )
  t.equal(deviceName('Firefox', 'es'), 'Firefox', 'what it runs on is not known')
})
