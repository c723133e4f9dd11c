import t from 'tap'
import { systemClock } from '../../../server/clients/clock.ts'
import { hmacSigner } from '../../../server/clients/delivery/hmac.ts'
import { edgeContract } from '../../contract/edge.ts'
import { filledIn, nginxEdge, noNginx } from '../../fixtures/nginx-edge.ts'
import { localS3 } from '../../fixtures/s3.ts'
import { until } from '../../fixtures/until.ts'

t.test('every line that is the operator’s is marked, and is filled in here', async (t) => {
  const filled = await filledIn({ folder: '/tmp/x', port: 1, bucketPort: 2, bucket: 'films' })
  t.notMatch(filled, 'films.example')
  t.notMatch(filled, 'amazonaws')
})

edgeContract(t, { start: nginxEdge, skip: noNginx, collapses: true, mendsPaths: false })

t.test('the log names the session and holds no signature', { skip: noNginx }, async (t) => {
  const { endpoint } = await localS3(t, systemClock)
  const keys = 'k'.repeat(32)
  const edge = await nginxEdge(t, { endpoint, bucket: 'matinee-test', keys })
  const batch = { expires: Math.floor(Date.now() / 1000) + 60, session: 'ana-of-the-log' }
  const url = hmacSigner(edge.url, [keys]).open(batch)('/videos/a.m4s')
  t.equal((await fetch(url)).status, 404)
  const log = await until('the log', async () => {
    const text = await edge.log()
    return text.includes('/videos/') && text
  })
  t.match(log, '"GET /videos/a.m4s" 404 ')
  t.match(log, ' MISS ana-of-the-log')
  t.notMatch(log, new URL(url).searchParams.get('signature') ?? '')
})
