import type { FastifyInstance, FastifyRequest } from 'fastify'
import { networkOf } from '../plugins/network-of.ts'
import type { Place } from './devices.ts'

/** Where a request comes from. */
export const placeOf = (app: FastifyInstance, request: FastifyRequest): Place => ({
  device: app.deviceOf(request),
  network: networkOf(request.ip),
  userAgent: request.headers['user-agent'],
})
