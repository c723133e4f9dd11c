import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

const macOf = (secret: string, userId: string) =>
  createHmac('sha256', secret).update(`no news for ${userId}`).digest()

/** Works for as long as one of JWT_SECRETS is the one that signed it, whoever is signed in. */
export function unsubscribeUrl(
  { JWT_SECRETS, PUBLIC_URL }: Pick<Config, 'JWT_SECRETS' | 'PUBLIC_URL'>,
  userId: string,
): string {
  const mac = macOf(JWT_SECRETS.split(',')[0] ?? '', userId).toString('base64url')
  return `${PUBLIC_URL}/unsubscribe?token=${userId}.${mac}`
}

/** Whose news are to end; null for a token that is not ours. */
export function readToken({ JWT_SECRETS }: Pick<Config, 'JWT_SECRETS'>, token: string) {
  const [, userId, given] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? []
  if (userId === undefined || given === undefined) return null
  const mac = Buffer.from(given, 'base64url')
  const good = JWT_SECRETS.split(',').some((secret) => timingSafeEqual(macOf(secret, userId), mac))
  return good ? userId : null
}
