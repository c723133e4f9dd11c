import { Readable } from 'node:stream'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { AuditEntries, AuditExportQuery, AuditQuery } from '../../contract/audit.ts'
import type { StudioDeps } from '../services.ts'
import { auditCsv, auditJson, listAudit, wholeAudit } from './audit-log.ts'

const tags = ['studio']

/** What was done and by whom, to be read; nothing here writes it. */
export function auditRoutes(instance: FastifyInstance, { database }: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/audit',
    {
      config: { permission: 'audit' },
      schema: {
        tags,
        summary: 'The audit log, newest first',
        querystring: AuditQuery,
        response: { 200: AuditEntries },
      },
    },
    async (request) => listAudit(database, request.query),
  )

  app.get(
    '/api/studio/audit/export',
    {
      config: { permission: 'audit' },
      schema: {
        tags,
        summary: 'The audit log as a file, whole or filtered',
        querystring: AuditExportQuery,
      },
    },
    async (request, reply) => {
      const { format, ...filters } = request.query
      const isCsv = format === 'csv'
      const name = `audit-log.${isCsv ? 'csv' : 'ndjson'}`
      reply.header('content-disposition', `attachment; filename="${name}"`)
      reply.type(isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8')
      const entries = wholeAudit(database, filters)
      return reply.send(Readable.from(isCsv ? auditCsv(entries) : auditJson(entries)))
    },
  )
}
