import { Prisma } from '../clients/prisma/client.ts'

/** Prisma's driver adapters: the kinds of error that mean "not now". */
const kinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'TooManyConnections',
  'SocketTimeout',
  'TlsConnectionError',
  'TransactionWriteConflict',
  'AuthenticationFailed',
  'DatabaseAccessDenied',
])

/**
 * Postgres' codes: broken connections, lacking resources, an operator who stops it, trouble with its
 * disk; a lock not had in time, a database that takes no connections, a deadlock, a write that another
 * one overtook, a transaction that was idle for too long, a replica, which takes no writes.
 */
const codes = /^(08|53|57|58)...$|^(55P03|55000|40001|40P01|25P03|25006)$/

/** Node's names for a connection that could not be made or broke. */
const sockets =
  /^(ECONN(REFUSED|RESET|ABORTED)|E(HOST|NET)(UNREACH|DOWN)|ETIMEDOUT|EPIPE|EAI_AGAIN|ENOTFOUND|ERR_STREAM_(DESTROYED|WRITE_AFTER_END)|ERR_SOCKET_CLOSED)$/

/** What pg says without a code. */
const sentences =
  /^(timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection error|was closed)|Query read timeout|timeout expired|Cannot use a pool after calling end|Connection (ended|closed)|read ECONN|write E|socket hang up)/i

/** Prisma's own: P1xxx is the connection, the others are the pool, transactions and write conflicts. */
const prismaCodes = /^P(1\d{3}|2024|2028|2034|2037)$/

interface Trouble {
  code?: unknown
  originalCode?: unknown
  kind?: unknown
  message?: unknown
  meta?: { driverAdapterError?: unknown }
  cause?: unknown
  errors?: unknown
}

/** One error says it through another: each is looked at, as deep as they are ever wrapped. */
const deepest = 5

/**
 * A database that is down, slow or full speaks through many error classes, according to where in its
 * talk it went away. All of them mean "not now".
 */
export function isDatabaseTrouble(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepest) return false
  if (
    error instanceof Prisma.PrismaClientInitializationError ||
    error instanceof Prisma.PrismaClientUnknownRequestError
  ) {
    return true
  }
  const { code, originalCode, kind, message, meta, cause, errors } = error as Trouble
  const says = [code, originalCode].map(String)
  if (says.some((one) => codes.test(one) || sockets.test(one) || prismaCodes.test(one))) return true
  if (kinds.has(String(kind)) || sentences.test(String(message))) return true
  const beneath = [meta?.driverAdapterError, cause, ...(Array.isArray(errors) ? errors : [])]
  return beneath.some((one) => isDatabaseTrouble(one, depth + 1))
}
