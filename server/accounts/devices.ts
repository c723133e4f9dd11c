import type { DatabaseTransaction } from '../clients/database.ts'
import { deviceNameOf } from '../plugins/device-name.ts'
import { hashToken } from './tokens.ts'

/** Where a request comes from. */
export interface Place {
  /** The value of the browser's device cookie. */
  device: string | undefined
  /** As `networkOf` tells clients apart. */
  network: string
  userAgent: string | undefined
}

/** For so long after a sign-in its network is its owner's. */
const KNOWN_NETWORK_DAYS = 90
const DAY = 24 * 60 * 60_000

/** Whether the account's owner has signed in with this browser before, or from this network lately. */
export async function recognise(
  database: DatabaseTransaction,
  email: string,
  { device, network }: Place,
  now: Date,
): Promise<{ knownDevice: string | null; knownNetwork: boolean }> {
  const hash = hashToken(device ?? '')
  const since = new Date(now.getTime() - KNOWN_NETWORK_DAYS * DAY)
  const [row] = await database.$queryRaw<{ device: string | null; network: boolean | null }[]>`
    select (array_agg(d.id::text) filter (where d."cookieHash" = ${hash}))[1] as device,
      bool_or(d.address = ${network} and d."lastSeenAt" > ${since}::timestamptz) as network
    from "Device" d join "User" u on u.id = d."userId" where u.email = ${email}`
  return { knownDevice: row?.device ?? null, knownNetwork: row?.network ?? false }
}

/**
 * Notes that an account signs in with a browser.
 *
 * @returns its id, and whether this is the account's first sign-in with it though not its first at all
 */
export async function rememberDevice(
  tx: DatabaseTransaction,
  userId: string,
  { device, network, userAgent }: Place & { device: string },
  now: Date,
): Promise<{ deviceId: string; isNew: boolean }> {
  const cookieHash = hashToken(device)
  const seen = { name: deviceNameOf(userAgent), address: network, lastSeenAt: now }
  const [others, known] = await Promise.all([
    tx.device.count({ where: { userId } }),
    tx.device.findUnique({ where: { userId_cookieHash: { userId, cookieHash } } }),
  ])
  const { id } = await tx.device.upsert({
    where: { userId_cookieHash: { userId, cookieHash } },
    create: { userId, cookieHash, createdAt: now, ...seen },
    update: seen,
  })
  return { deviceId: id, isNew: known === null && others > 0 }
}
