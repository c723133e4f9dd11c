import t from 'tap'
import { readProgress } from '../../server/clients/ffmpeg-progress.ts'

t.test('only out_time_us is read, in seconds', async (t) => {
  const cases: [string, number | null][] = [
    ['out_time_us=2500000', 2.5],
    ['out_time_us=0', 0],
    ['out_time_us=-21333', 0],
    ['out_time_us=N/A', null],
    ['out_time_ms=2500000', null],
    ['out_time=00:00:02.500000', null],
    ['progress=end', null],
    ['', null],
  ]
  for (const [line, seconds] of cases) t.equal(readProgress(line), seconds, line)
})
