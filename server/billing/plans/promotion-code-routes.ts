import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  NewPromotionCode,
  PromotionCode,
  PromotionCodeChange,
  PromotionCodeParams,
  PromotionCodes,
  PromotionCodesQuery,
} from '../../../contract/promotion-codes.ts'
import { viewerOf } from '../../plugins/auth.ts'
import type { BillingDeps } from '../../services.ts'
import { createPromotionCode, listPromotionCodes, switchPromotionCode } from './promotion-codes.ts'

/** Codes for a lower price, made and switched off by an operator. */
export const promotionCodeRoutes: FastifyPluginAsyncTypebox<BillingDeps> = async (app, deps) => {
  const tags = ['studio']

  app.get(
    '/api/studio/promotion-codes',
    {
      config: { permission: 'sale' },
      schema: {
        tags,
        summary: 'Promotion codes, the newest first',
        querystring: PromotionCodesQuery,
        response: { 200: PromotionCodes },
      },
    },
    (request) => listPromotionCodes(deps, request.query),
  )

  app.post(
    '/api/studio/promotion-codes',
    {
      config: { permission: 'sale', stepUp: true },
      schema: {
        tags,
        summary: 'Make a promotion code',
        body: NewPromotionCode,
        response: { 201: PromotionCode },
      },
    },
    async (request, reply) => {
      const code = await createPromotionCode(deps, viewerOf(request).userId, request.body)
      return reply.code(201).send(code)
    },
  )

  app.patch(
    '/api/studio/promotion-codes/:id',
    {
      config: { permission: 'sale', stepUp: true },
      schema: {
        tags,
        summary: 'Switch a promotion code off, or on again',
        params: PromotionCodeParams,
        body: PromotionCodeChange,
        response: { 200: PromotionCode },
      },
    },
    (request) =>
      switchPromotionCode(deps, viewerOf(request).userId, request.params.id, request.body.active),
  )
}
