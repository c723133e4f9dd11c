import type { AuditAction } from '../../contract/audit-actions.ts'
import type { DatabaseTransaction } from '../clients/database.ts'
import type { Prisma } from '../clients/prisma/client.ts'

export interface AuditRecord {
  /** The user who did it; null for the system and the command line. */
  actorId: string | null
  /** "<thing>.<what happened to it>", such as "grant.given". */
  action: AuditAction
  /** "<thing>:<id>", such as "user:0198…". */
  subject: string
  details?: Prisma.InputJsonObject
}

/**
 * Adds a row to the audit log. Pass the transaction of the change itself, so that neither is stored
 * without the other.
 */
export async function audit(
  tx: DatabaseTransaction,
  { actorId, action, subject, details = {} }: AuditRecord,
): Promise<void> {
  await tx.auditEntry.create({ data: { actorId, action, subject, details } })
}
