import type { FastifyRequest } from 'fastify'
import type { Database } from '../clients/database.ts'
import type { User } from '../clients/prisma/client.ts'
import { viewerOf } from '../plugins/auth.ts'

/** Of routes that ask once more who it is. */
export const stepUp = { config: { stepUp: true } } as const

export const ownerOf = (database: Database, request: FastifyRequest): Promise<User> =>
  database.user.findUniqueOrThrow({ where: { id: viewerOf(request).userId } })

/** Notes of a sign-in that whoever has it has just proven who they are. */
export const markProven = async (
  database: Database,
  familyId: string,
  now: Date,
  byFactor: boolean,
): Promise<void> => {
  await database.refreshFamily.update({
    where: { id: familyId },
    data: { provenAt: now, ...(byFactor && { secondFactorAt: now }) },
  })
}
