import t from 'tap'
import { progressLine, sizeInWords } from '../../../server/cli/upload/progress-line.ts'

t.test('sizes are written in steps of a thousand', async (t) => {
  t.equal(sizeInWords(0), '0 bytes')
  t.equal(sizeInWords(999), '999 bytes')
  t.equal(sizeInWords(999_499), '999 kB')
  t.equal(sizeInWords(999_500), '1.0 MB')
  t.equal(sizeInWords(99_400_000), '99.4 MB')
  t.equal(sizeInWords(310_000_000), '310 MB')
  t.equal(sizeInWords(5e15), '5000 TB')
})

t.test('the line says how far it is, how fast, and how long it will take', async (t) => {
  t.equal(
    progressLine(500_000_000, 1_000_000_000, { sentNow: 100_000_000, seconds: 10 }),
    '[████████████░░░░░░░░░░░░] 50 %  500 MB of 1.0 GB, 10.0 MB/s, 0:50 left',
  )
  t.match(progressLine(0, 8e9, { sentNow: 1e6, seconds: 1 }), /2:13:20 left$/)
})

t.test('before anything can be told of speed, nothing is', async (t) => {
  t.match(progressLine(10, 100, { sentNow: 10, seconds: 0.9 }), /10 bytes of 100 bytes$/)
  t.match(progressLine(50, 100, { sentNow: 0, seconds: 5 }), /50 bytes of 100 bytes$/)
  t.match(progressLine(100, 100, { sentNow: 100, seconds: 2 }), /100 %.*0:00 left$/)
})
