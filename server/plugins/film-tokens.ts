import { createHash, randomUUID } from 'node:crypto'
import type { JWT } from '@fastify/jwt'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Clock } from '../clients/clock.ts'

/** A viewer who watches one film on a page of another site. */
export interface FilmPass {
  userId: string
  /** The sign-in that it came from, and ends with. */
  familyId: string
  videoId: string
  slug: string
  /** Of the pages that it is good on. */
  origin: string
}

export interface FilmTokens {
  /** For our own page to hand over, where the other site's page can get at nothing else. */
  codeFor(pass: FilmPass): { code: string; expiresInSeconds: number }
  /** The token for a code, where a page of the origin asks that the code was made for; else null. */
  exchange(
    code: string,
    origin: string | undefined,
  ): { token: string; expiresInSeconds: number } | null
  /** Whose token it is, and a name for the device that holds it; null for one that is not good. */
  read(token: string, origin: string | undefined): (FilmPass & { device: string }) | null
}

const CODE_SECONDS = 60
/** An evening. */
export const FILM_TOKEN_SECONDS = 12 * 60 * 60

const audience = { code: 'matinee-film-code', token: 'matinee-film' } as const
type Kind = keyof typeof audience

const Claims = Type.Object({
  sub: Type.String(),
  sid: Type.String(),
  vid: Type.String(),
  slug: Type.String(),
  origin: Type.String(),
  jti: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
})
type Claims = Static<typeof Claims>

/**
 * Codes and tokens for one film each. They are signed as access tokens are, for an audience of their
 * own, so that none is taken for another.
 */
export function openFilmTokens(jwt: JWT, secrets: readonly string[], clock: Clock): FilmTokens {
  function sign(kind: Kind, { userId, familyId, videoId, slug, origin }: FilmPass): string {
    const claims = { sub: userId, sid: familyId, vid: videoId, slug, origin }
    return jwt.sign(
      { ...claims, jti: randomUUID() },
      {
        aud: audience[kind],
        expiresIn: kind === 'code' ? CODE_SECONDS : FILM_TOKEN_SECONDS,
        clockTimestamp: clock.now().getTime(),
      },
    )
  }

  function verify(kind: Kind, signed: string): Claims | null {
    const options = {
      allowedAud: audience[kind],
      maxAge: (kind === 'code' ? CODE_SECONDS : FILM_TOKEN_SECONDS) * 1000,
      clockTimestamp: clock.now().getTime(),
    }
    for (const key of secrets) {
      try {
        const claims: unknown = jwt.verify(signed, { ...options, key })
        if (Value.Check(Claims, claims)) return claims
      } catch {
        // Not by this key, or not good at all.
      }
    }
    return null
  }

  const passOf = ({ sub, sid, vid, slug, origin }: Claims): FilmPass => ({
    ...{ userId: sub, familyId: sid, videoId: vid, slug, origin },
  })

  return {
    codeFor: (pass) => ({ code: sign('code', pass), expiresInSeconds: CODE_SECONDS }),
    exchange(code, origin) {
      const claims = verify('code', code)
      if (claims === null || claims.origin !== origin) return null
      return { token: sign('token', passOf(claims)), expiresInSeconds: FILM_TOKEN_SECONDS }
    },
    read(token, origin) {
      const claims = verify('token', token)
      // A page's own GET says no origin.
      if (claims === null || (origin !== undefined && claims.origin !== origin)) return null
      const device = createHash('sha256').update(claims.jti).digest('base64url')
      return { ...passOf(claims), device }
    },
  }
}
