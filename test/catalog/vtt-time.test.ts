import t from 'tap'
import { vttTime } from '../../server/catalog/vtt-time.ts'

t.test('times are written as WebVTT wants them', async (t) => {
  t.equal(vttTime(0), '00:00:00.000')
  t.equal(vttTime(59.9996), '00:01:00.000', 'never sixty seconds')
  t.equal(vttTime(3723.5), '01:02:03.500')
})
