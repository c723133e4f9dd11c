import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Assertion, Registration } from '../../contract/factors.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { User } from '../clients/prisma/client.ts'
import { MatineeError } from '../errors.ts'
import { hashToken } from './tokens.ts'

export interface PasskeyDeps {
  database: Database
  clock: Clock
  publicUrl: string
  readonly siteName: string
}

type Purpose = 'sign-in' | 'add' | 'prove'

const MINUTES = 5
/** Of one account. */
const mostPasskeys = 20

const siteOf = (publicUrl: string) => {
  const { origin, hostname } = new URL(publicUrl)
  return { expectedOrigin: origin, expectedRPID: hostname }
}

async function keepChallenge(
  { database, clock }: PasskeyDeps,
  challenge: string,
  purpose: Purpose,
  userId: string | null,
): Promise<void> {
  const expiresAt = new Date(clock.now().getTime() + MINUTES * 60_000)
  // The newest alone counts, or whoever is signed in could fill the table.
  if (userId !== null) await database.challenge.deleteMany({ where: { userId, purpose } })
  await database.challenge.create({
    data: { hash: hashToken(challenge), userId, purpose, expiresAt },
  })
}

/** Takes a challenge that was given out for this, once. */
const spend =
  ({ database, clock }: PasskeyDeps, purpose: Purpose, userId: string | null) =>
  async (challenge: string): Promise<boolean> => {
    const { count } = await database.challenge.deleteMany({
      where: { hash: hashToken(challenge), purpose, userId, expiresAt: { gt: clock.now() } },
    })
    return count > 0
  }

/** What a browser needs to make a passkey. */
export async function registrationOptions(deps: PasskeyDeps, user: User) {
  const known = await deps.database.passkey.findMany({ where: { userId: user.id } })
  if (known.length >= mostPasskeys) {
    throw new MatineeError('CONFLICT', { detail: say('accounts.manyPasskeys') })
  }
  const options = await generateRegistrationOptions({
    rpName: deps.siteName,
    rpID: siteOf(deps.publicUrl).expectedRPID,
    userID: new TextEncoder().encode(user.id),
    userName: user.email,
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(deps, options.challenge, 'add', user.id)
  return options
}

const refusedPasskey = () =>
  new MatineeError('BAD_REQUEST', { detail: say('accounts.passkeyRefused') })

/** @throws BAD_REQUEST for what proves nothing; CONFLICT for one that is there */
export async function addPasskey(
  deps: PasskeyDeps,
  userId: string,
  { name, response }: { name: string; response: Registration },
) {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge: spend(deps, 'add', userId),
    ...siteOf(deps.publicUrl),
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || registrationInfo === undefined) throw refusedPasskey()
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  const createdAt = deps.clock.now()
  return deps.database.$transaction(async (tx) => {
    if ((await tx.passkey.count({ where: { id } })) > 0) throw refusedPasskey()
    const row = await tx.passkey.create({
      data: {
        ...{ id, userId, transports, createdAt, name: name.trim() },
        publicKey: new Uint8Array(publicKey),
        counter: BigInt(counter),
      },
    })
    const about = { action: 'user.passkey-added', subject: `user:${userId}` } as const
    await audit(tx, { actorId: userId, ...about })
    return row
  })
}

/** What a browser needs to sign in with whichever passkey it has. */
export async function signInOptions(deps: PasskeyDeps) {
  const { expectedRPID: rpID } = siteOf(deps.publicUrl)
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await keepChallenge(deps, options.challenge, 'sign-in', null)
  return options
}

/** The same for one account; null when it has no passkey. */
export async function proofOptions(deps: PasskeyDeps, userId: string) {
  const known = await deps.database.passkey.findMany({ where: { userId } })
  if (known.length === 0) return null
  const options = await generateAuthenticationOptions({
    rpID: siteOf(deps.publicUrl).expectedRPID,
    userVerification: 'required',
    allowCredentials: known.map(({ id }) => ({ id })),
  })
  await keepChallenge(deps, options.challenge, 'prove', userId)
  return options
}

/**
 * Whose passkey has signed what it was asked to.
 *
 * @param userId null: whoever's it is
 * @throws WRONG_CREDENTIALS
 */
export async function checkPasskey(
  deps: PasskeyDeps,
  response: Assertion,
  userId: string | null,
): Promise<User> {
  const { database, clock } = deps
  const known = await database.passkey.findUnique({
    where: { id: response.id },
    include: { user: true },
  })
  const refuse = (why: 'accounts.passkeyRefused' | 'accounts.passkeyUnknown') =>
    new MatineeError('WRONG_CREDENTIALS', { detail: say(why) })
  // Devices go on offering one that was removed here, or whose account was.
  if (known === null) throw refuse('accounts.passkeyUnknown')
  if (userId !== null && known.userId !== userId) throw refuse('accounts.passkeyRefused')
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    expectedChallenge: spend(deps, userId === null ? 'sign-in' : 'prove', userId),
    ...siteOf(deps.publicUrl),
    credential: {
      ...{ id: known.id, publicKey: new Uint8Array(known.publicKey) },
      counter: Number(known.counter),
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }))
  if (!verified || authenticationInfo === undefined) throw refuse('accounts.passkeyRefused')
  await database.passkey.update({
    where: { id: known.id },
    data: { counter: BigInt(authenticationInfo.newCounter), lastUsedAt: clock.now() },
  })
  return known.user
}

/** @throws NOT_FOUND */
export async function removePasskey(database: Database, userId: string, id: string): Promise<void> {
  await database.$transaction(async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id, userId } })
    if (count === 0) throw new MatineeError('NOT_FOUND', { detail: say('none.passkey') })
    const about = { action: 'user.passkey-removed', subject: `user:${userId}` } as const
    await audit(tx, { actorId: userId, ...about })
  })
}
