import { PrismaPg } from '@prisma/adapter-pg'
import { openPool } from './pool.ts'
import { type Prisma, PrismaClient } from './prisma/client.ts'

export type Database = PrismaClient
/** A client or a transaction: what most functions need. */
export type DatabaseTransaction = Prisma.TransactionClient

export interface DatabaseOptions {
  url: string
  /** Connections of this process. */
  poolSize?: number
  /** How long one statement may take. */
  patienceMs?: number
}

/**
 * Opens the pool lazily: the first query connects. Every wait has an end, because Prisma's pool
 * would otherwise wait for ever for a database that is gone.
 */
export function openDatabase({
  url,
  poolSize = 10,
  patienceMs = 10_000,
}: DatabaseOptions): Database {
  const pool = openPool({
    url,
    size: poolSize,
    name: 'matinee',
    limits: {
      // Whoever waits for a locked row is told so while the page still waits for them.
      lock_timeout: 700,
      statement_timeout: patienceMs,
      idle_in_transaction_session_timeout: 15_000,
    },
    others: { connectionTimeoutMillis: 1_800, query_timeout: patienceMs + 2_000 },
  })
  const adapter = new PrismaPg(pool, { disposeExternalPool: true })
  // Prisma's own limits (2 s to begin, 5 s to end) give up on a busy database too early.
  const transactionOptions = { maxWait: 4_000, timeout: patienceMs }
  return new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions })
}
