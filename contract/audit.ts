/** What has been done to accounts, grants, films and payments, and by whom. */
import { type Static, Type } from 'typebox'
import { Nullable, OneOf, Time, time, Uuid } from './common.ts'

const filters = {
  subject: Type.Optional(
    Type.String({ maxLength: 100, description: 'Such as "user:<id>" or "video:<id>".' }),
  ),
  action: Type.Optional(
    Type.String({ maxLength: 100, description: 'Such as "user.role-changed".' }),
  ),
  actor: Type.Optional(
    Type.String({ maxLength: 254, description: 'The whole address of who did it.' }),
  ),
  from: Type.Optional(Time),
  until: Type.Optional(time('Not after; the moment itself is left out.')),
}

export const AuditFilters = Type.Object(filters)
export type AuditFilters = Static<typeof AuditFilters>

export const AuditQuery = Type.Object({
  ...filters,
  cursor: Type.Optional(Uuid),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
export type AuditQuery = Static<typeof AuditQuery>

export const AuditExportQuery = Type.Object({
  ...filters,
  format: OneOf(['csv', 'json'], { default: 'csv' }),
})

export const AuditEntry = Type.Object(
  {
    id: Uuid,
    at: Time,
    actorId: Nullable(Uuid),
    actor: Nullable(
      Type.String({ description: 'Their address; null for the system and the command line.' }),
    ),
    action: Type.String({ description: 'Such as "grant.given" or "user.disabled".' }),
    subject: Type.String({ description: 'Such as "user:<id>".' }),
    details: Type.Unknown(),
  },
  { title: 'AuditEntry' },
)
export type AuditEntry = Static<typeof AuditEntry>

export const AuditEntries = Type.Object({
  entries: Type.Array(AuditEntry, { description: 'Newest first.' }),
  nextCursor: Nullable(Uuid),
})
export type AuditEntries = Static<typeof AuditEntries>
