import t from 'tap'
import { operations } from '../../contract/operations.ts'

interface Measured {
  requests(rows: object): Record<string, unknown>
  notMeasured: Record<string, string>
}

/** Beside the sources: nothing of it is compiled. */
const file = new URL('../../../bench/database/routes.mjs', import.meta.url).href

t.test('each GET is measured on the database of a large house, or named as left out', async (t) => {
  const { requests, notMeasured } = (await import(file)) as Measured
  const rows = new Proxy({}, { get: () => () => '' })
  const known = { ...requests(rows), ...notMeasured }
  const gets = Object.entries(operations).filter(([route]) => route.startsWith('GET '))
  t.ok(gets.length > 50)
  for (const [route, { id }] of gets) t.ok(id in known, `${route} ${id}`)
  const ids = new Set(gets.map(([, { id }]) => id as string))
  for (const id of Object.keys(known)) t.ok(ids.has(id), `${id} is a route`)
})
