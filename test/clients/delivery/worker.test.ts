import t from 'tap'
import { edgeContract } from '../../contract/edge.ts'
import { workerEdge } from '../../fixtures/worker-edge.ts'

edgeContract(t, { start: workerEdge, skip: false, collapses: false, mendsPaths: true })
