import t from 'tap'
import { edgeContract } from '../../contract/edge.ts'
import { nginxEdge, noNginx } from '../../fixtures/nginx-edge.ts'
import { noRadosgw, type Radosgw, radosgw } from '../../fixtures/radosgw.ts'

let gateway: Promise<Radosgw> | undefined

edgeContract(t, {
  start: nginxEdge,
  serve: async () => {
    gateway ??= radosgw(t)
    return (await gateway).endpoint
  },
  skip: noNginx || noRadosgw,
  collapses: true,
  mendsPaths: false,
})
