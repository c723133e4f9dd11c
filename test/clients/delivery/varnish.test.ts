import t from 'tap'
import { edgeContract } from '../../contract/edge.ts'
import { noVarnish, varnishEdge, varnishFilledIn } from '../../fixtures/varnish-edge.ts'

t.test('every line that is the operator’s is marked, and is filled in here', async (t) => {
  const filled = await varnishFilledIn(2, 'new-key,old-key')
  t.notMatch(filled, 'amazonaws')
  t.match(filled, /hmac_sha256\("new-key"[\s\S]*hmac_sha256\("old-key"/)
})

edgeContract(t, { start: varnishEdge, skip: noVarnish, collapses: true, mendsPaths: false })
