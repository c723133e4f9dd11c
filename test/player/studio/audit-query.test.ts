import t from 'tap'
import { auditQuery } from '../../../player/studio/state/audit-query.ts'

t.test('days become the moments between which they lie, both included', (t) => {
  const query = new URLSearchParams(auditQuery({ from: '2031-05-03', to: '2031-05-03' }))
  const [from, until] = [query.get('from'), query.get('until')]
  t.equal(new Date(until ?? 0).getTime() - new Date(from ?? 0).getTime(), 24 * 3_600_000)
  t.equal(new Date(from ?? 0).getDate(), 3)
  t.end()
})

t.test('what is empty or makes no sense is not asked for', (t) => {
  t.equal(auditQuery({}), '')
  t.equal(auditQuery({ action: ' ', actor: ' ana@films.example ' }), 'actor=ana%40films.example')
  t.equal(auditQuery({ from: 'soon' }), '')
  t.end()
})
