import type { Database } from '../clients/database.ts'
import { sealState } from '../clients/seal.ts'

/** How many of what lies sealed in the database were sealed by which of JWT_SECRETS. */
export interface Sealed {
  first: number
  older: number
  lost: number
}

interface Row {
  id: string
  secret: Uint8Array<ArrayBuffer>
}

/** A table with something sealed: its rows after one of them in order, and how one is replaced. */
interface Table {
  after(id: string | undefined): Promise<Row[]>
  replace(row: Row, secret: Uint8Array<ArrayBuffer>): Promise<unknown>
}

const page = 200

const tablesOf = (database: Database): Table[] => [
  {
    after: async (id) => {
      const rows = await database.totp.findMany({
        where: id === undefined ? {} : { userId: { gt: id } },
        select: { userId: true, secret: true },
        orderBy: { userId: 'asc' },
        take: page,
      })
      return rows.map(({ userId, secret }) => ({ id: userId, secret }))
    },
    // Only what was read: its owner may have made a new one meanwhile.
    replace: ({ id, secret }, anew) =>
      database.totp.updateMany({ where: { userId: id, secret }, data: { secret: anew } }),
  },
  {
    after: (id) =>
      database.webhookEndpoint.findMany({
        where: id === undefined ? {} : { id: { gt: id } },
        select: { id: true, secret: true },
        orderBy: { id: 'asc' },
        take: page,
      }),
    replace: ({ id, secret }, anew) =>
      database.webhookEndpoint.updateMany({ where: { id, secret }, data: { secret: anew } }),
  },
]

async function* statesOf(table: Table, secrets: readonly string[]) {
  let after: string | undefined
  for (;;) {
    const rows = await table.after(after)
    for (const row of rows) yield { row, standing: sealState(row.secret, secrets) }
    after = rows.at(-1)?.id
    if (rows.length < page) return
  }
}

/** Counts what is sealed, and seals nothing. */
export async function countSealed(database: Database, secrets: readonly string[]): Promise<Sealed> {
  const counts: Sealed = { first: 0, older: 0, lost: 0 }
  for (const table of tablesOf(database)) {
    for await (const { standing } of statesOf(table, secrets)) counts[standing.state]++
  }
  return counts
}

/**
 * Seals with the first of the secrets what an older one sealed, so that a secret which became known can be
 * taken out of the list: as long as it is there, whoever knows it can sign in as anyone.
 *
 * @returns how many were
 */
export async function sealAnew(database: Database, secrets: readonly string[]): Promise<number> {
  if (secrets.length < 2) return 0
  let count = 0
  for (const table of tablesOf(database)) {
    for await (const { row, standing } of statesOf(table, secrets)) {
      if (standing.state !== 'older') continue
      await table.replace(row, standing.anew)
      count++
    }
  }
  return count
}
